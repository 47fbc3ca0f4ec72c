// The findings of the checks as a client's card keeps them, for the caseload. Refuses evidence: a list is
// read over shoulders, the record says the rest.
import type { ClientFindings } from '../clients/client.ts';
import type { RuleResult } from './rule.ts';

/** Those that turn with the clock are asked again whenever the caseload is drawn (shared/clients/caseload.ts). */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(['R-SIG1', 'R-PLAN1', 'R-PLAN2', 'R-GAP1']);

/** What is open goes on the card, except what the caseload counts itself; of what someone has seen, the id. */
export function cardFindings(results: readonly RuleResult[]): ClientFindings {
  const [seen, open] = [results.filter(({ acknowledged }) => acknowledged !== null), results.filter(({ acknowledged }) => acknowledged === null)];
  return { open: open.filter(({ id }) => !BY_THE_CLOCK.has(id)).map(({ id, severity, message }) => ({ id, severity, text: message.slice(0, 400) })), seen: seen.map(({ id }) => id) };
}
