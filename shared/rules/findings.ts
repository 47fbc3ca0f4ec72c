// The findings of the checks as a client's card keeps them, for the caseload: those of today and those that
// a known day will bring. Refuses evidence: a list is read over shoulders, the record says the rest.
import type { ClientFindings } from '../clients/client.ts';
import { valid } from '../clinical/entry.ts';
import { addDays, Instant, type LocalDate } from '../dates.ts';
import { evaluateRules } from './evaluate.ts';
import type { RuleResult } from './rule.ts';
import type { RuleRecord } from './ruleRecord.ts';
import type { RuleSettings } from './settings.ts';

/** Those that turn with the clock are asked again whenever the caseload is drawn (shared/clients/caseload.ts). */
const BY_THE_CLOCK: ReadonlySet<string> = new Set(['R-SIG1', 'R-PLAN2', 'R-GAP1']);
/** Those that turn on a day written in the record: a kit runs out, an injection falls due, the plan was due at today's session. */
const BY_A_DAY: ReadonlySet<string> = new Set(['R-NAL1', 'R-NTX2', 'R-PLAN1']);
const MOST_DAYS = 12;

type CardFinding = ClientFindings['open'][number];

// The one check that asks for the hour is not kept on the card.
function noonOf(day: LocalDate): Instant {
  return Instant.parse(`${day}T12:00:00.000Z`);
}

function onCard({ id, severity, message }: RuleResult): CardFinding {
  return { id, severity, text: message.slice(0, 400) };
}

function turningDays({ client, clinical }: RuleRecord, { ntxXrWarnDays, ntxXrDueDays, ntxXrAlertDays }: RuleSettings, today: LocalDate): LocalDate[] {
  const kits = [client.naloxone.expires, ...valid(clinical.naloxoneKits).map(({ expires }) => expires)].flatMap((expires) => (expires === null ? [] : [addDays(expires, 1)]));
  const injections = valid(clinical.medications).filter(({ kind, stop }) => kind === 'naltrexone_xr' && stop === null)
    .flatMap(({ lastTaken, start }) => [ntxXrWarnDays, ntxXrDueDays, ntxXrAlertDays + 1].map((days) => addDays(lastTaken ?? start, days)));
  // A plan that is due at a session is past due the day after it.
  return [...new Set([...kits, ...injections, addDays(today, 1)])].filter((day) => day > today).toSorted().slice(0, MOST_DAYS);
}

/** What is open, what someone has seen (ids), and what a day to come will open if nothing is written before it. */
export function cardFindings(record: RuleRecord, settings: RuleSettings, today: LocalDate): ClientFindings {
  const results = evaluateRules(record, settings, today, noonOf(today));
  const later = turningDays(record, settings, today).flatMap((from) =>
    evaluateRules(record, settings, from, noonOf(from)).filter(({ id, acknowledged }) => BY_A_DAY.has(id) && acknowledged === null).map((result) => ({ from, ...onCard(result) })));
  return {
    open: results.filter(({ id, acknowledged }) => acknowledged === null && !BY_THE_CLOCK.has(id)).map(onCard),
    seen: results.filter(({ acknowledged }) => acknowledged !== null).map(({ id }) => id),
    ...(later.length > 0 ? { later: later.slice(0, 2 * MOST_DAYS) } : {}),
  };
}

/** The findings of a card as they stand on a day: one that has come takes the place of an earlier one of its rule. */
export function findingsOn({ open, later = [] }: ClientFindings, today: LocalDate): CardFinding[] {
  const come = new Map(later.filter(({ from }) => from <= today).map(({ id, severity, text }) => [id, { id, severity, text }]));
  return [...open.filter(({ id }) => !come.has(id)), ...come.values()];
}
