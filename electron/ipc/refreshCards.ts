// Brings the findings on the cards to the settings of the checks that are in force, and tells drafts in which nothing
// was written apart on cards that are older than that. Refuses the rest of a card: details and level stay as they were saved.
import type { Client } from '../../shared/clients/client.ts';
import { noteSummary } from '../../shared/clients/summary.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { isAppError } from '../../shared/errors.ts';
import { ruleSettingsName } from '../../shared/rules/thresholds.ts';
import { change } from '../session/records.ts';
import type { Practice } from '../session/practice.ts';
import { findingsFor } from './clientWrites.ts';

// Only drafts make the difference, so that the notes of a client without any stay closed.
function mixesBlankDrafts({ summary: { blankDrafts, unsignedNotes } }: Client): boolean {
  return blankDrafts === undefined && unsignedNotes.length > 0;
}

async function upToDate(practice: Practice, card: Client, today: LocalDate): Promise<Client> {
  const told = mixesBlankDrafts(card) ? { ...card, summary: { ...card.summary, ...noteSummary(await practice.heads.of(card.id)) } } : card;
  return findingsFor(practice, told, today);
}

/** Cards whose findings were made with other settings, one after another; a start after a crash goes on where it was. */
export async function refreshCards(practice: Practice, today: LocalDate): Promise<void> {
  if (practice.vault.readOnly) return;
  const name = ruleSettingsName(practice.settings.data);
  const stale = practice.cards.all().filter((card) => card.status === 'active' && !practice.cards.isDamaged(card.id)
    && ((card.summary.findings !== undefined && (card.summary.findings.by ?? '') !== name) || mixesBlankDrafts(card)));
  for (const { id } of stale) {
    try {
      await practice.serial(id, async () => {
        const card = practice.cards.get(id);
        await practice.records.save([change(card, await upToDate(practice, card.data, today))]);
      });
    } catch (error) {
      // A full disk must not shut the caseload: the card keeps its older name and is brought along the next time.
      if (!isAppError(error)) throw error;
      return;
    }
  }
}
