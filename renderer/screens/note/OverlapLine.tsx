// Names the other notes of this client that share time with the one being written. Refuses to block, and to ask
// while text is typed: only the times of the session make it ask.
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { ClientId, NoteId } from '../../../shared/brand.ts';
import type { NoteHeader } from '../../../shared/notes/note.ts';
import { unsignedText } from '../../../shared/text/en/unsigned.ts';
import { api } from '../../api.ts';
import { useGo } from '../../data/route.ts';
import { useCall } from '../../data/useCall.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDay, formatTimes } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';

const text = unsignedText.overlap;
type Other = ChannelOutput<'notes:overlaps'>['notes'][number];

/** A question that cannot be answered holds nobody up: the check of the record asks it again (R-DOC1). */
function useOverlaps(noteId: NoteId, { serviceDate, startTime, endTime, serviceType }: NoteHeader): readonly Other[] {
  const call = useCall(`overlaps ${noteId} ${serviceDate} ${startTime ?? ''} ${endTime ?? ''} ${serviceType}`, () => api.notes.overlaps({ noteId, serviceDate, startTime, endTime, serviceType }));
  return call.status === 'ready' ? call.value.notes : [];
}

function lineOf({ title, serviceDate, startTime, endTime, signed }: Other): string {
  return text.one(title, formatDay(serviceDate), formatTimes(startTime, endTime), signed);
}

/** Beside a draft: each line leads to the other note. */
export function OverlapPanel({ noteId, header, clientId }: { noteId: NoteId; header: NoteHeader; clientId: ClientId }) {
  const go = useGo();
  const others = useOverlaps(noteId, header);
  if (others.length === 0) return null;
  return (
    <section className="look-at" aria-label={text.title}>
      <h2 className="note-panel__title">{text.title}</h2>
      {others.map((other) => (
        <div key={other.noteId} className="stack-tight">
          <p className="small">{lineOf(other)}</p>
          <div className="row"><Button small look="quiet" onClick={() => go({ room: 'note', clientId, noteId: other.noteId })}>{text.go(other.title)}</Button></div>
        </div>
      ))}
    </section>
  );
}

/** Before signing: to be read, with what to do about it. */
export function OverlapNotice({ noteId, header }: { noteId: NoteId; header: NoteHeader }) {
  const others = useOverlaps(noteId, header);
  if (others.length === 0) return null;
  return <Notice title={text.title}>{others.map((other) => <p key={other.noteId}>{lineOf(other)}</p>)}<p>{text.advice}</p></Notice>;
}
