// Short records for the tests of the rules. Refuses to ship: nothing of the product imports it.
import { Instant, parseLocalDate } from '../dates.ts';
import { evaluateRules } from './evaluate.ts';
import { readRuleFile } from './readRuleFile.ts';
import type { RuleResult } from './rule.ts';
import type { RuleId } from './ruleIds.ts';

export const TODAY = '2026-03-20';

/** The findings of a record written short; `today` is 20 March 2026, a Friday, unless the record says otherwise. */
export function findings(file: object): RuleResult[] {
  const { record, settings, today, now } = readRuleFile({ today: TODAY, ...file });
  const day = today ?? parseLocalDate(TODAY);
  return evaluateRules(record, settings, day, now ?? Instant.parse(`${day}T12:00:00.000Z`));
}

/** The severity of one rule, or `none`. */
export function severityOf(id: RuleId, file: object): string {
  return findings(file).find((result) => result.id === id)?.severity ?? 'none';
}

/** An episode of these phases. */
export function care(phases: readonly object[], more: object = {}): { episodes: object[] } {
  return { episodes: [{ phases, ...more }] };
}

/** One row for each case: rule, what it shows, record, expected severity. */
export type Case = readonly [RuleId, string, object, string];
