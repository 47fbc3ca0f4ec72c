// The scores that a client's session notes hold, read anew from the notes each time. Refuses to store them a second
// time, and to open a note that says nothing of them.
import type { ClientId } from '../../shared/brand.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { isAppError } from '../../shared/errors.ts';
import { instrumentById } from '../../shared/measures/loadInstruments.ts';
import { NOTE_RULER, type NoteScore, noteScore } from '../../shared/measures/noteScore.ts';
import { byTime } from '../../shared/measures/trend.ts';
import type { Practice } from '../session/practice.ts';

/** null: the note or its template cannot be read, and the chart counts it. */
async function readScore(practice: Practice, noteId: string): Promise<NoteScore | null> {
  try {
    const { data } = await practice.records.open('note', noteId);
    return noteScore(data, await practice.template(data.template.recordId), instrumentById(NOTE_RULER));
  } catch (error) {
    if (isAppError(error, 'RECORD_DAMAGED') || isAppError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

/** Of visits that took place up to today, oldest first: those whose craving the checks read, where the ruler is the same. */
export async function noteScores(practice: Practice, clientId: ClientId, today: LocalDate): Promise<NoteScore[]> {
  const asked = (await practice.ruleNotes.of(clientId)).filter(({ craving, attended, serviceDate }) => craving !== null && attended && serviceDate <= today);
  const found = await Promise.all(asked.map(({ id }) => readScore(practice, id)));
  return byTime(found.filter((score) => score !== null));
}
