// Brings the findings on the cards to the settings of the checks that are in force. Refuses nothing else of a
// card: details, level and dates stay as they were saved.
import type { LocalDate } from '../../shared/dates.ts';
import { isAppError } from '../../shared/errors.ts';
import { ruleSettingsName } from '../../shared/rules/thresholds.ts';
import { change } from '../session/records.ts';
import type { Practice } from '../session/practice.ts';
import { findingsFor } from './clientWrites.ts';

/** Cards whose findings were made with other settings, one after another; a start after a crash goes on where it was. */
export async function refreshCards(practice: Practice, today: LocalDate): Promise<void> {
  if (practice.vault.readOnly) return;
  const name = ruleSettingsName(practice.settings.data);
  const stale = practice.cards.all().filter(({ id, status, summary: { findings } }) => status === 'active' && findings !== undefined && (findings.by ?? '') !== name && !practice.cards.isDamaged(id));
  for (const { id } of stale) {
    try {
      await practice.serial(id, async () => {
        const card = practice.cards.get(id);
        await practice.records.save([change(card, await findingsFor(practice, card.data, today))]);
      });
    } catch (error) {
      // A full disk must not shut the caseload: the card keeps its older name and is brought along the next time.
      if (!isAppError(error)) throw error;
      return;
    }
  }
}
