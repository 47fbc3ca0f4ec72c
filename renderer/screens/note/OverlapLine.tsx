// Names the other notes of this client that share time with the one being written. Refuses to block, and to ask
// while text is typed: only the times of the session make it ask.
import { Fragment } from 'react';
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

/** `clientId` given: each line leads to the other note. Without it (in a dialog) the lines are read only. */
export function OverlapLine({ noteId, header, clientId }: { noteId: NoteId; header: NoteHeader; clientId?: ClientId }) {
  const go = useGo();
  const { serviceDate, startTime, endTime, serviceType } = header;
  const call = useCall(`overlaps ${noteId} ${serviceDate} ${startTime ?? ''} ${endTime ?? ''} ${serviceType}`, () => api.notes.overlaps({ noteId, serviceDate, startTime, endTime, serviceType }));
  // A question that cannot be answered holds nobody up: the check of the record asks it again (R-DOC1).
  if (call.status !== 'ready' || call.value.notes.length === 0) return null;
  return (
    <Notice tone="warn" title={text.title}>
      {call.value.notes.map((other) => (
        <Fragment key={other.noteId}>
          <p>{text.one(other.title, formatDay(other.serviceDate), formatTimes(other.startTime, other.endTime), other.signed)}</p>
          {clientId === undefined ? null : <div className="row"><Button small onClick={() => go({ room: 'note', clientId, noteId: other.noteId, from: 'notes' })}>{text.go(other.title)}</Button></div>}
        </Fragment>
      ))}
      <p>{text.advice}</p>
    </Notice>
  );
}
