// One counseling note: a plain sheet that saves itself. Refuses "saved" before the disk has answered, and to keep
// anywhere itself what could not be saved: main does, under the seal of these notes.
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import { COUNSELLING_TEXT_MAX } from '../../../shared/counselling/counsellingNote.ts';
import type { OpenCounsellingNote } from '../../../shared/ipc/counsellingContract.ts';
import { counsellingText } from '../../../shared/text/en/counselling.ts';
import { api } from '../../api.ts';
import { registerFlush } from '../../data/flush.ts';
import { Button } from '../../ui/Button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { TextArea } from '../../ui/TextField.tsx';
import { createAutosave, type Autosave, type AutosaveState } from '../note/autosave.ts';
import { SaveLine } from '../note/SaveLine.tsx';
import { tellStatusLine } from '../note/saveTeller.ts';

const t = counsellingText.note;

type EditorProps = { clientId: ClientId; /** null for a new one, which is there with the first save. */ open: OpenCounsellingNote | null; readOnly: boolean; onBack: () => void };

/** What is saved next: the only copy of the text that counts. */
class Sheet {
  text: string;
  noteId: OpenCounsellingNote['id'] | null;
  revision: number;

  constructor(open: OpenCounsellingNote | null) {
    this.text = open?.text ?? '';
    this.noteId = open?.id ?? null;
    this.revision = open?.revision ?? 0;
  }
}

function useSheet(clientId: ClientId, open: OpenCounsellingNote | null) {
  const [text, setText] = useState(open?.text ?? '');
  const [save, setSave] = useState<AutosaveState>({ kind: 'clean', savedAt: null });
  const [sheet] = useState(() => new Sheet(open));
  const [teller] = useState(tellStatusLine);
  const [autosave] = useState<Autosave>(() => createAutosave({
    now: () => Date.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (id) => clearTimeout(id as ReturnType<typeof setTimeout>),
    onState: (state) => { setSave(state); teller.tell(state); },
    save: async () => {
      const receipt = await api.counselling.save({ clientId, noteId: sheet.noteId, revision: sheet.revision, text: sheet.text });
      sheet.noteId = receipt.noteId;
      sheet.revision = receipt.revision;
      return { savedAt: receipt.savedAt };
    },
  }));
  useEffect(() => {
    const release = registerFlush(() => autosave.flush().finally(() => teller.settle()));
    const soon = () => { autosave.flush().then(undefined, () => undefined); };
    globalThis.addEventListener('blur', soon);
    globalThis.addEventListener('beforeunload', soon);
    return () => {
      // Leaving the sheet saves what is left; the refusal, if any, stays in the status bar.
      autosave.flush().then(undefined, () => undefined).finally(() => {
        autosave.stop();
        teller.settle();
      });
      release();
      globalThis.removeEventListener('blur', soon);
      globalThis.removeEventListener('beforeunload', soon);
    };
  }, [autosave, teller]);
  const change = (next: string) => {
    sheet.text = next;
    setText(next);
    autosave.touch();
  };
  return { text, save, change, flush: () => autosave.flush() };
}

export function CounsellingEditor({ clientId, open, readOnly, onBack }: EditorProps) {
  const { text, save, change, flush } = useSheet(clientId, open);
  const title = open === null ? t.newTitle : t.title(formatMoment(open.createdAt));
  // A refusal is told beside the text, which stays.
  const back = () => { flush().then(onBack, () => undefined); };
  return (
    <section className="stack" aria-label={title}>
      <div className="row counselling__bar">
        <Button look="quiet" small icon={ArrowLeft} onClick={back}>{t.all}</Button>
        <SaveLine state={save} onRetry={() => { flush().then(undefined, () => undefined); }} />
      </div>
      <h2 className="counselling__note-title">{title}</h2>
      <div className="counselling__sheet"><TextArea name="counsellingText" label={t.label} value={text} maxLength={COUNSELLING_TEXT_MAX} rows={16} readOnly={readOnly} autoFocus={!readOnly} onChange={change} /></div>
    </section>
  );
}
