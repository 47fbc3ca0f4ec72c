// One note: a draft to be written or a signed note to be read. Refuses to reload a draft under the
// writer's hands: it is asked for once, and again only on demand.
import './note/note.css';
import { useCallback, useEffect, useState } from 'react';
import type { NoteId } from '../../shared/brand.ts';
import { clientsText } from '../../shared/text/en/clients.ts';
import { notesText } from '../../shared/text/en/notes.ts';
import { versionsText } from '../../shared/text/en/versions.ts';
import { api } from '../api.ts';
import { announceChange } from '../data/changes.ts';
import { useCommands } from '../data/commands.ts';
import { aheadOf, forgetAimed } from '../data/noteAhead.ts';
import { sentenceOf } from '../data/sentenceOf.ts';
import { Button } from '../ui/Button.tsx';
import { Notice, Skeleton } from '../ui/Notes.tsx';
import { DraftNote } from './note/DraftNote.tsx';
import { NoteReading } from './note/NoteReading.tsx';
import { SignedNote } from './note/SignedNote.tsx';
import type { OpenNote } from './note/useDraft.ts';
import { useStillTrue } from './note/useStillTrue.ts';
import { useVersions } from './note/useVersions.tsx';

function ArchivedDraft({ open, backWords, onClose }: { open: OpenNote; backWords: string; onClose: () => void }) {
  return (
    <div className="signed-note"><div className="signed-note__sheet">
      <div className="signed-note__bar"><Button look="quiet" onClick={onClose}>{backWords}</Button></div>
      <Notice>{clientsText.archive.archivedDraft}</Notice>
      <h1>{open.template.title}</h1>
      <NoteReading header={open.value.header} document={open.value.document} template={open.template} />
    </div></div>
  );
}

/** The screen of a note; `onClose` goes back to where it was opened from, and `backWords` say where that is. */
export function NoteScreen({ noteId, archived, onOther, onPrint, backWords, onClose }: { noteId: NoteId; /** Of a client whose record is read only. */ archived: boolean; /** Another note is to be opened in place of this one. */ onOther: (noteId: NoteId) => void; onPrint: () => void; backWords: string; onClose: () => void }) {
  // Asked for on the way to it: the answer may be there before this screen is.
  const [ahead] = useState(() => aheadOf(noteId));
  const [early] = useState(() => ahead?.note ?? null);
  const [open, setOpen] = useState<{ note: OpenNote; turn: number } | null>(() => (early === null ? null : { note: early, turn: 1 }));
  const [trouble, setTrouble] = useState<string>();
  const load = useCallback((asked?: Promise<OpenNote>) => {
    let gone = false;
    (asked ?? api.notes.get({ noteId })).then(
      (note) => { if (!gone) { setTrouble(undefined); setOpen((before) => ({ note, turn: (before?.turn ?? 0) + 1 })); } },
      (error: unknown) => { if (!gone) setTrouble(sentenceOf(error)); },
    );
    return () => { gone = true; };
  }, [noteId]);
  useEffect(() => {
    forgetAimed();
    return early === null ? load(ahead?.asked) : undefined;
  }, [load, ahead, early]);
  useStillTrue({ noteId, shown: ahead?.early === true && early !== null ? early.revision : null, onOther: (note) => setOpen((before) => ({ note, turn: (before?.turn ?? 0) + 1 })), onTrouble: (error) => setTrouble(sentenceOf(error)) });
  const versions = useVersions({ noteId, archived, onRestored: (note) => {
    if (note.value.id !== noteId) onOther(note.value.id);
    else setOpen((before) => ({ note, turn: (before?.turn ?? 0) + 1 }));
    setTrouble(undefined);
  } });
  useCommands('note', { closeNote: onClose, noteVersions: versions.open, printNote: onPrint });
  // Its earlier saves may still be readable where the note is not.
  if (trouble) return <div className="page stack"><Notice tone="error" action={{ label: backWords, perform: onClose }}>{trouble}</Notice><div><Button onClick={versions.open}>{versionsText.open}</Button></div>{versions.dialog}</div>;
  if (!open || open.note.value.id !== noteId) return <div className="page"><Skeleton label={notesText.loading} lines={6} /></div>;
  if (open.note.value.status === 'signed') return <><SignedNote open={open.note} archived={archived} backWords={backWords} onClose={onClose} onVersions={versions.open} onPrint={onPrint} onChange={(note) => setOpen({ note, turn: open.turn })} />{versions.dialog}</>;
  if (archived) return <ArchivedDraft open={open.note} backWords={backWords} onClose={onClose} />;
  return <><DraftNote key={`${noteId} ${open.turn}`} open={open.note} backWords={backWords} onClose={onClose} onVersions={versions.open} onPrint={onPrint} onReopen={() => load()} onReplaced={(note) => setOpen({ note, turn: open.turn + 1 })} onSigned={(note) => { setOpen({ note, turn: open.turn }); announceChange(); }} />{versions.dialog}</>;
}
