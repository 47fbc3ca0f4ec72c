// One line of the table for a score that stands in a session note, and the way to it. Refuses to change it here: it is
// kept in the note alone.
import type { ClientId } from '../../../shared/brand.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { Instrument } from '../../../shared/measures/instrument.ts';
import type { NoteScore } from '../../../shared/measures/noteScore.ts';
import { bandOf } from '../../../shared/measures/score.ts';
import { measuresText as t } from '../../../shared/text/en/measures.ts';
import { useGo } from '../../data/route.ts';
import { Button } from '../../ui/Button.tsx';
import { formatDay, formatTime } from '../../ui/format.ts';
import { resultWords } from './resultWords.ts';

/** The score in the words of its form. */
export function noteScoreWords(instrument: Instrument, { value }: NoteScore): string {
  return resultWords(instrument, { total: value, subscales: {}, band: bandOf(instrument, value) });
}

export function NoteRow({ clientId, instrument, note, change, today }: { clientId: ClientId; instrument: Instrument; note: NoteScore; /** Since the score before, in words. */ change: string; today: LocalDate }) {
  const go = useGo();
  const day = formatDay(note.date, today);
  return (
    <tr>
      <td className="nums">{day}{note.time ? <span className="quiet"> {formatTime(note.time)}</span> : null}</td>
      <td><span className="strong nums">{noteScoreWords(instrument, note)}</span></td>
      <td className="small nums">{change}</td>
      <td className="small quiet">{t.fromNote(note.title)}{note.signed ? '' : `, ${t.notSigned}`}</td>
      <td className="mini-table__acts"><Button small look="quiet" aria-label={`${t.openNote}, ${note.title}, ${day}`} onClick={() => go({ room: 'note', clientId, noteId: note.noteId })}>{t.openNote}</Button></td>
    </tr>
  );
}
