// How much of a note stands in an earlier one, said before signing. Refuses to block: some work is the
// same from one session to the next, and the counselor knows which.
import type { ChannelOutput } from '../../../shared/ipc/contract.ts';
import { noteAidsText } from '../../../shared/text/en/noteAids.ts';
import { useCall } from '../../data/useCall.ts';
import { formatDayWithYear } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';

const text = noteAidsText.likeness;

/** `ask` saves first, so that what is compared is what is signed. */
export function LikenessLine({ noteId, ask }: { noteId: string; ask: () => Promise<ChannelOutput<'notes:similarity'>> }) {
  const call = useCall(`likeness ${noteId}`, ask);
  if (call.status === 'loading') return <p className="quiet" role="status">{text.comparing}</p>;
  if (call.status === 'refused') return <p role="status">{text.failed} {call.sentence}</p>;
  const { compared, nearest } = call.value;
  if (nearest === null) return compared === 0 ? null : <p className="quiet" role="status">{text.tooShort}</p>;
  // Nothing alike: the nearest note is any note, and its name would only be noise.
  if (nearest.percent === 0) return <p className="quiet" role="status">{text.none}</p>;
  const which = text.which(nearest.head.templateTitle, formatDayWithYear(nearest.head.serviceDate));
  if (nearest.warn) return <Notice tone="warn" title={text.warn(nearest.percent, which)}><p>{text.advice}</p></Notice>;
  return <p className="quiet" role="status">{text.plain(nearest.percent, which)}</p>;
}
