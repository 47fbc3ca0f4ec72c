// The scores that a client's session notes hold, read from the notes and kept while the vault is open, so that each is
// opened once for them. Refuses to store them a second time, and to open a note that says nothing of them.
import type { ClientId } from '../../shared/brand.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { isAppError } from '../../shared/errors.ts';
import { instrumentById } from '../../shared/measures/loadInstruments.ts';
import { NOTE_RULER, type NoteScore, noteScore } from '../../shared/measures/noteScore.ts';
import { byTime } from '../../shared/measures/trend.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import type { Records } from './records.ts';
import type { RuleNotes } from './ruleNotes.ts';

export type NoteScores = {
  /** Of visits that took place up to `today`, oldest first: those whose craving the checks read, where the ruler is the same. */
  readonly of: (clientId: ClientId, today: LocalDate) => Promise<NoteScore[]>;
  readonly forget: () => void;
};

type Sources = { readonly records: Records; readonly ruleNotes: RuleNotes; readonly template: (recordId: string) => Promise<NoteTemplate> };

/** A note is read again only when its revision has moved. */
export function createNoteScores({ records, ruleNotes, template }: Sources): NoteScores {
  const known = new Map<string, { readonly revision: number; readonly score: NoteScore | null }>();
  /** null: it holds none, or the note or its template cannot be read, and the chart counts it. */
  const read = async (noteId: string, revision: number | undefined): Promise<NoteScore | null> => {
    const held = known.get(noteId);
    if (held !== undefined && held.revision === revision) return held.score;
    try {
      const { data, adapter } = await records.open('note', noteId);
      const score = noteScore(data, await template(data.template.recordId), instrumentById(NOTE_RULER));
      known.set(noteId, { revision: adapter.revision, score });
      return score;
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED') || isAppError(error, 'NOT_FOUND')) return null;
      throw error;
    }
  };
  return {
    of: async (clientId, today) => {
      const asked = (await ruleNotes.of(clientId)).filter(({ craving, attended, serviceDate }) => craving !== null && attended && serviceDate <= today);
      const revisions = new Map(records.entries('note', clientId).map(({ recordId, revision }) => [recordId, revision]));
      const found = await Promise.all(asked.map(({ id }) => read(id, revisions.get(id))));
      return byTime(found.filter((score) => score !== null));
    },
    forget: () => known.clear(),
  };
}
