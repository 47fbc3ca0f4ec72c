// What a rule check finds. Refuses to block: a result is shown, counted and may be acknowledged, nothing more.
import type { RuleId } from './ruleIds.ts';

export type Severity = 'info' | 'warn' | 'alert';

export const EVIDENCE_RECORDS = ['client', 'episode', 'phase', 'event', 'overlay', 'plan', 'problem', 'objective', 'note', 'measure', 'medication', 'test', 'substance', 'naloxoneKit', 'living', 'pregnancy', 'outsidePrescription', 'withdrawal'] as const;
export type EvidenceRecord = (typeof EVIDENCE_RECORDS)[number];

/** Which record and which field of it; `value` is the short fact that was read there, never words of a note. */
export type Evidence = { readonly record: EvidenceRecord; readonly id: string; readonly field: string; readonly value: string };

export type Finding = { readonly severity: Severity; readonly message: string; readonly evidence: readonly Evidence[] };

export type Seen = { readonly who: string; readonly at: string; readonly why: string };

export type RuleResult = Finding & {
  readonly id: RuleId;
  /** True when the clinic asks that someone says that it was seen, and why it stands. */
  readonly ackRequired: boolean;
  /** The latest acknowledgement, when every piece of evidence has one; new evidence asks again. */
  readonly acknowledged: Seen | null;
};

/** One piece of evidence. */
export function evidence(record: EvidenceRecord, id: string, field: string, value: string | number | null = ''): Evidence {
  return { record, id, field, value: value === null ? '' : String(value) };
}
