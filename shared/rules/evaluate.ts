// Runs every rule check over one client's record. Refuses to block anything: results are sorted, the
// gravest first, and carry who has already seen them.
import { EVIDENCE_KEY_MAX } from '../clinical/clinicalRecord.ts';
import type { Instant, LocalDate } from '../dates.ts';
import { ruleContext, type RuleContext } from './context.ts';
import { iopHigh, iopLow, opHigh, phpLow, serviceGap } from './hoursRules.ts';
import { detoxAlone, noWithdrawalFirst, recoveryEnvironment, residentialLength, sessionInWithdrawal, twoLevels, withdrawalLength } from './levelRules.ts';
import { buprenorphineCows, buprenorphineEarly, injectionDue, naltrexoneEarly } from './medicationRules.ts';
import { lowTolerance, naloxoneMissing, sedativesWithAgonist, ultraRapid } from './overdoseRules.ts';
import { notesOverlap, notesUnlinked, objectivesPast, planMissing, reviewOverdue, unsignedNotes } from './planRules.ts';
import { pregnancyNaltrexone, pregnancyWithdrawal } from './pregnancyRules.ts';
import type { Evidence, Finding, RuleResult, Seen } from './rule.ts';
import { RULE_IDS, type RuleId } from './ruleIds.ts';
import type { RuleClinical, RuleRecord } from './ruleRecord.ts';
import { anxiety, bamFlags, cravingHigh, depression, suicidalThoughts, trauma } from './screeningRules.ts';
import type { RuleSettings } from './settings.ts';
import { explainedPositive, medicationAbsent, outsidePrescription } from './testRules.ts';

const CHECKS: Readonly<Record<RuleId, (context: RuleContext) => Finding | null>> = {
  'R-LOC1': twoLevels, 'R-SEQ1': noWithdrawalFirst, 'R-SEQ2': sessionInWithdrawal, 'R-SEQ3': detoxAlone, 'R-GAP1': serviceGap, 'R-IOP1': iopLow, 'R-IOP2': iopHigh, 'R-PHP1': phpLow, 'R-OP1': opHigh,
  'R-RES1': residentialLength, 'R-WM1': withdrawalLength, 'R-ENV1': recoveryEnvironment, 'R-PREG1': pregnancyWithdrawal, 'R-PREG2': pregnancyNaltrexone, 'R-NTX1': naltrexoneEarly, 'R-NTX2': injectionDue,
  'R-BUP1': buprenorphineCows, 'R-BUP2': buprenorphineEarly, 'R-SED1': sedativesWithAgonist, 'R-TOL1': lowTolerance, 'R-NAL1': naloxoneMissing, 'R-URD1': ultraRapid, 'R-SUI1': suicidalThoughts,
  'R-DEP1': depression, 'R-ANX1': anxiety, 'R-TRA1': trauma, 'R-CRV1': cravingHigh, 'R-RX1': outsidePrescription, 'R-PLAN1': planMissing, 'R-PLAN2': reviewOverdue, 'R-PLAN3': objectivesPast, 'R-PLAN4': notesUnlinked,
  'R-SIG1': unsignedNotes, 'R-DOC1': notesOverlap, 'R-TEST1': explainedPositive, 'R-TEST2': medicationAbsent, 'R-BAM1': bamFlags,
};

/** What is still to be done for someone who has died: the paper, nothing else. */
const AFTER_DEATH: ReadonlySet<RuleId> = new Set<RuleId>(['R-PLAN4', 'R-SIG1', 'R-DOC1']);

const GRAVITY = { alert: 0, warn: 1, info: 2 } as const;

/**
 * The findings of all checks on `today` at `now`: at most one for each rule, alerts first, then warnings,
 * then the rest, each group in the order of the reference. None for an archived client.
 */
export function evaluateRules(record: RuleRecord, settings: RuleSettings, today: LocalDate, now: Instant): RuleResult[] {
  if (record.client.status === 'archived') return [];
  const context = ruleContext(record, settings, today, now);
  const died = context.events.some(({ type }) => type === 'DEATH');
  const results = RULE_IDS.filter((id) => !died || AFTER_DEATH.has(id)).flatMap((id): RuleResult[] => {
    const finding = CHECKS[id](context);
    return finding === null ? [] : [{ id, ...finding, ackRequired: settings.ackRequired[id] ?? false, acknowledged: seenBy(record.clinical, id, finding.evidence) }];
  });
  return results.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** The name under which one piece of evidence is acknowledged. */
export function evidenceKey({ record, id, field, value }: Evidence): string {
  return `${record}:${id}:${field}=${value}`.slice(0, EVIDENCE_KEY_MAX);
}

/** The keys that an acknowledgement of a result has to name. */
export function evidenceKeys({ evidence }: Pick<Finding, 'evidence'>): string[] {
  return [...new Set(evidence.map(evidenceKey))];
}

// Every piece must have been seen: one more unsigned note, one more week, and it is asked about again.
function seenBy({ acknowledgements }: RuleClinical, ruleId: RuleId, evidence: readonly Evidence[]): Seen | null {
  const own = acknowledgements.filter((entry) => entry.ruleId === ruleId);
  const seen = new Set(own.flatMap((entry) => entry.evidenceKeys));
  const last = own.at(-1);
  return last !== undefined && evidence.every((piece) => seen.has(evidenceKey(piece))) ? { who: last.who, at: last.at, why: last.why } : null;
}
