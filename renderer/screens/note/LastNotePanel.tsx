// The last note of the same kind beside the one being written, to be read. Refuses to copy a word of it:
// only its structure can be taken over, and only into a note in which nothing stands yet.
import { useState } from 'react';
import type { NoteId } from '../../../shared/brand.ts';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { api } from '../../api.ts';
import { useCall } from '../../data/useCall.ts';
import { ActButton, Button } from '../../ui/Button.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { Skeleton } from '../../ui/Notes.tsx';
import { NoteReading } from './NoteReading.tsx';
import type { OpenNote } from './useDraft.ts';

const text = noteAidsText.last;
/** Where the command finds the panel. */
export const LAST_NOTE = 'note-last';
type LastProps = { noteId: NoteId; /** Missing where the note holds something already. */ onStructure: ((last: OpenNote) => Promise<void>) | undefined };

function LastNote({ noteId, onStructure }: LastProps) {
  const call = useCall(`last ${noteId}`, () => api.notes.previous({ noteId }));
  if (call.status === 'loading') return <Skeleton label={text.loading} lines={4} />;
  if (call.status === 'refused') return <div className="stack"><p>{text.failed} {call.sentence}</p><Button small onClick={call.reload}>{text.retry}</Button></div>;
  const { note } = call.value;
  if (note === null) return <p className="quiet">{text.none}</p>;
  return (
    <div className="stack">
      <p className="strong">{text.of(formatDayWithYear(note.value.header.serviceDate), note.value.status === 'draft')}</p>
      {onStructure ? <><ActButton small act={() => onStructure(note)}>{text.structure}</ActButton><p className="note-section__help">{text.structureHint}</p></> : null}
      <div className="note-last__text" tabIndex={0} role="region" aria-label={text.title}><NoteReading header={note.value.header} document={note.value.document} template={note.template} /></div>
    </div>
  );
}

/** Closed until asked for; the earlier note is read only then. */
export function LastNotePanel(props: LastProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="note-last" id={LAST_NOTE} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.title}</summary>
      {open ? <LastNote {...props} /> : null}
    </details>
  );
}
