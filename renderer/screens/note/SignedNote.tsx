// A signed note: to be read, with its additions below, and the way to add one. Refuses any change
// of what was signed.
import { useState } from 'react';
import { frameText } from '../../../shared/text/en/frame.ts';
import { notesText } from '../../../shared/text/en/notes.ts';
import { notePrintText } from '../../../shared/text/en/notePrint.ts';
import { versionsText } from '../../../shared/text/en/versions.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { sentenceOf } from '../../data/sentenceOf.ts';
import { useGuardedClose } from '../../data/useGuardedClose.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { NoteReading } from './NoteReading.tsx';
import type { OpenNote } from './useDraft.ts';

const text = notesText.addenda;

function AddendumDialog({ open, onDone, onClose }: { open: OpenNote; onDone: (note: OpenNote) => void; onClose: () => void }) {
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ text?: string; reason?: string; other?: string }>({});
  const [busy, setBusy] = useState(false);
  // Added, but typed in meanwhile: to add it once more would make a second one.
  const [late, setLate] = useState<OpenNote | null>(null);
  const guard = useGuardedClose(text.add, () => { if (late) onDone(late); else onClose(); });
  const done = (added: OpenNote) => { guard.settled({ kind: 'saved', at: Date.now() }); onDone(added); };
  const add = async () => {
    const missing = { ...(words.trim() === '' ? { text: text.textMissing } : {}), ...(reason.trim() === '' ? { reason: text.reasonMissing } : {}) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const holdsAll = guard.mark();
    try {
      const added = await api.notes.addAddendum({ noteId: open.value.id, revision: open.revision, text: words, reason: reason.trim() });
      if (holdsAll()) done(added);
      else setLate(added);
      announceChange();
    } catch (error) {
      setErrors({ other: sentenceOf(error) });
      setBusy(false);
    }
  };
  return (
    <Dialog title={text.add} description={text.final} closeLabel={text.cancel} onClose={guard.close} notice={late ? <Notice tone="warn">{frameText.savedBefore}</Notice> : null} foot={late ? <Button look="primary" onClick={() => done(late)}>{frameText.close}</Button> : <><Button onClick={guard.close}>{text.cancel}</Button><Button look="primary" busy={busy} onClick={() => void add()}>{text.save}</Button></>}>
      <div className="stack" onInput={guard.typed}>
        {errors.other ? <Notice tone="error">{errors.other}</Notice> : null}
        <TextArea name="addendumText" label={text.text} rows={5} value={words} maxLength={20_000} error={errors.text} onChange={setWords} autoFocus />
        <TextField name="addendumReason" label={text.reason} value={reason} maxLength={400} error={errors.reason} onChange={setReason} />
      </div>
      {guard.question}
    </Dialog>
  );
}

/** The note with its signature and additions. */
export function SignedNote({ open, archived, onChange, onVersions, onPrint, backWords, onClose }: { open: OpenNote; archived: boolean; onChange: (note: OpenNote) => void; onVersions: () => void; onPrint: () => void; backWords: string; onClose: () => void }) {
  const [adding, setAdding] = useState(false);
  const { signature, addenda, header, document } = open.value;
  return (
    <div className="signed-note"><div className="signed-note__sheet">
      <div className="signed-note__bar">
        <Button look="quiet" onClick={onClose}>{backWords}</Button>
        <div className="row"><Button look="quiet" onClick={onVersions}>{versionsText.open}</Button><Button look="quiet" onClick={onPrint}>{notePrintText.open}</Button>{archived ? null : <Button onClick={() => setAdding(true)}>{text.add}</Button>}</div>
      </div>
      <h1>{open.template.title}</h1>
      <NoteReading header={header} document={document} template={open.template} />
      {signature ? (
        <div className="signed-note__signature">
          <p className="strong">{notesText.sign.signedBy(signature.name, signature.credentials)}</p>
          <p className="quiet">{formatMoment(signature.signedAt)}</p>
          {signature.late ? <p>{notesText.sign.late}</p> : null}
        </div>
      ) : null}
      {addenda.length > 0 ? (
        <section aria-label={text.title} className="signed-note__addenda">
          <h2>{text.title}</h2>
          {addenda.map((addendum) => (
            <div key={addendum.id} className="signed-note__addendum">
              <p className="signed-note__words" dir="auto">{addendum.text}</p>
              <p className="quiet">{text.because(addendum.reason)}</p>
              <p className="quiet">{text.by(addendum.authorName, addendum.credentials, formatMoment(addendum.at))}</p>
            </div>
          ))}
        </section>
      ) : null}
      {adding ? <AddendumDialog open={open} onClose={() => setAdding(false)} onDone={(note) => { setAdding(false); onChange(note); }} /> : null}
    </div></div>
  );
}
