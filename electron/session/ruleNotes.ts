// What the rule checks read of a client's notes, kept while the vault is open so that each note is opened
// once. Refuses to keep note text: of it only a figure and a yes or no go on.
import { isAppError } from '../../shared/errors.ts';
import type { RuleNote } from '../../shared/rules/ruleRecord.ts';
import { ruleNoteOf } from '../../shared/rules/ruleRecordOf.ts';
import type { Records } from './records.ts';

export type RuleNotes = {
  /** Damaged notes are left out; the report counts them. */
  readonly of: (clientId: string) => Promise<readonly RuleNote[]>;
  readonly forget: () => void;
};

/** A note is read again only when its revision has moved. */
export function createRuleNotes(records: Records): RuleNotes {
  const known = new Map<string, { readonly revision: number; readonly note: RuleNote }>();
  const read = async (recordId: string, revision: number): Promise<RuleNote | null> => {
    const held = known.get(recordId);
    if (held?.revision === revision) return held.note;
    try {
      const low = await records.open('note', recordId);
      const note = ruleNoteOf(low.data);
      known.set(recordId, { revision: low.adapter.revision, note });
      return note;
    } catch (error) {
      if (isAppError(error, 'RECORD_DAMAGED')) return null;
      throw error;
    }
  };
  return {
    of: async (clientId) => (await Promise.all(records.entries('note', clientId).map((entry) => read(entry.recordId, entry.revision)))).filter((note) => note !== null),
    forget: () => known.clear(),
  };
}
