// The day and time on the wall of this laptop, for hints about lateness. The only clock of the note screen.
import { LocalTime } from '../../../shared/dates.ts';
import type { WallClock } from '../../../shared/notes/signing.ts';
import { todayHere } from '../../data/today.ts';

export function wallClock(): WallClock {
  const now = new Date();
  return { date: todayHere(), time: LocalTime.parse(`${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`) };
}
