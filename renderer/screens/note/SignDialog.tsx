// Review and sign: the note as it will stand, what is missing, what is worth a look, then name and
// passphrase once. Refuses to sign while something needed is missing or the last save has failed.
import { useRef, useState } from 'react';
import type { NoteId } from '../../../shared/brand.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { NoteDocument } from '../../../shared/notes/document.ts';
import type { NoteHeader } from '../../../shared/notes/note.ts';
import { signProblems, type SignProblem } from '../../../shared/notes/signing.ts';
import type { NoteTemplate } from '../../../shared/notes/template.ts';
import type { Settings } from '../../../shared/settings.ts';
import { isAppError } from '../../../shared/errors.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notes.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LikenessLine } from './LikenessLine.tsx';
import { OverlapNotice } from './OverlapLine.tsx';
import { NoteReading } from './NoteReading.tsx';
import type { OpenNote } from './useDraft.ts';
import { wallClock } from './wallClock.ts';

const text = notesText.sign;

type SignProps = {
  noteId: NoteId;
  header: NoteHeader; document: NoteDocument; template: NoteTemplate; born: LocalDate;
  /** Saves, then compares with earlier notes. */
  likeness: () => Promise<ChannelOutput<'notes:similarity'>>;
  /** Saves, then signs with the revision that was saved. */
  sign: (who: { name: string; credentials: string; passphrase: string }) => Promise<OpenNote>;
  onSigned: (note: OpenNote) => void;
  onGo: (problem: SignProblem) => void;
  onClose: () => void;
};

function Problems({ title, problems, onGo }: { title: string; problems: readonly SignProblem[]; onGo: (problem: SignProblem) => void }) {
  if (problems.length === 0) return null;
  return (
    <div className="sign__problems">
      <p className="strong">{title}</p>
      <ul className="notice__list">{problems.map((problem) => <li key={problem.text}><button type="button" className="link" onClick={() => onGo(problem)}>{problem.text}</button></li>)}</ul>
    </div>
  );
}

/** Name and credentials as set in the settings, until changed here: an answer that comes late must not undo what was typed. */
function useSigner() {
  const [typed, setTyped] = useState<{ readonly name?: string; readonly credentials?: string }>({});
  const settings = useCall('settings', () => api.settings.get({}));
  const named = (held: Pick<Settings, 'clinicianName' | 'credentials'> | undefined) => ({ name: typed.name ?? held?.clinicianName ?? '', credentials: typed.credentials ?? held?.credentials ?? '' });
  const change = (next: typeof typed) => setTyped((before) => ({ ...before, ...next }));
  /** Who signs, also where the settings have not answered yet. */
  const who = async () => {
    const { name, credentials } = named(settings.value ?? await api.settings.get({}));
    return { name: name.trim(), credentials: credentials.trim() };
  };
  return { ...named(settings.value), change, who, trouble: settings.status === 'refused' ? settings.sentence : undefined };
}

/** The dialog. */
export function SignDialog({ noteId, header, document, template, born, likeness, sign, onSigned, onGo, onClose }: SignProps) {
  const signer = useSigner();
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<{ name?: string; passphrase?: string; other?: string }>({});
  const [busy, setBusy] = useState(false);
  const check = signProblems({ header, document }, template, wallClock(), born);
  const under = useRef(false);
  const submit = async () => {
    // A second Enter is no second try of the passphrase.
    if (under.current) return;
    under.current = true;
    setBusy(true);
    try {
      const who = await signer.who();
      const missing = { ...(who.name === '' ? { name: text.nameMissing } : {}), ...(passphrase === '' ? { passphrase: text.passphraseMissing } : {}) };
      setErrors(missing);
      if (Object.keys(missing).length > 0 || check.blocking.length > 0) setBusy(false);
      else onSigned(await sign({ ...who, passphrase }));
    } catch (error) {
      const wrong = isAppError(error, 'UNLOCK_FAILED') || isAppError(error, 'UNLOCK_WAIT');
      setErrors(wrong ? { passphrase: sentenceOf(error) } : { other: sentenceOf(error) });
      setPassphrase('');
      setBusy(false);
    } finally {
      under.current = false;
    }
  };
  // A signature under way is not taken back by closing the box: words typed behind it would be lost.
  const close = () => { if (!busy) onClose(); };
  const form = (
    <form className="sign__form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      {signer.trouble || errors.other ? <Notice tone="error">{errors.other ?? signer.trouble}</Notice> : null}
      <div className="sign__who">
        <TextField name="signName" label={text.name} value={signer.name} maxLength={200} error={errors.name} onChange={(name) => signer.change({ name })} />
        <TextField name="signCredentials" label={text.credentials} value={signer.credentials} maxLength={120} onChange={(credentials) => signer.change({ credentials })} />
      </div>
      <PassphraseField name="signPassphrase" label={text.passphrase} hint={text.passphraseHint} value={passphrase} error={errors.passphrase} onChange={setPassphrase} showLabel={text.show} hideLabel={text.hide} />
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">{text.sign}</button>
    </form>
  );
  return (
    <Dialog wide title={text.title} description={text.explain} closeLabel={text.goBack} notice={form} onClose={close}
      foot={<><Button disabled={busy} onClick={close}>{text.goBack}</Button><Button look="primary" busy={busy} disabled={check.blocking.length > 0} onClick={() => void submit()}>{busy ? text.signing : text.sign}</Button></>}>
      <div className="sign">
        {check.blocking.length > 0 ? <Notice tone="warn"><Problems title={text.blocking} problems={check.blocking} onGo={onGo} /></Notice> : null}
        {check.hints.length > 0 ? <Problems title={text.hints} problems={check.hints} onGo={onGo} /> : null}
        <OverlapNotice noteId={noteId} header={header} />
        <LikenessLine noteId={noteId} ask={likeness} />
        <div className="sign__note" tabIndex={0} role="region" aria-label={text.asItStands}><NoteReading header={header} document={document} template={template} /></div>
      </div>
    </Dialog>
  );
}
