// Gathers one client's records for the rule checks, with what is just being written in place of what is
// stored. Refuses clinical judgement: shared/rules decides.
import type { ClientId } from '../../shared/brand.ts';
import type { Client } from '../../shared/clients/client.ts';
import { type ClinicalRecord, emptyClinicalRecord } from '../../shared/clinical/clinicalRecord.ts';
import type { Instant, LocalDate } from '../../shared/dates.ts';
import type { RuleView } from '../../shared/ipc/clinicalContract.ts';
import type { Measure } from '../../shared/measures/measure.ts';
import { evaluateRules, evidenceKeys } from '../../shared/rules/evaluate.ts';
import type { RuleResult } from '../../shared/rules/rule.ts';
import type { RuleNote, RuleRecord } from '../../shared/rules/ruleRecord.ts';
import { ruleRecordOf, type RuleSources } from '../../shared/rules/ruleRecordOf.ts';
import type { Practice } from '../session/practice.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';

export type Moment = { readonly today: LocalDate; readonly now: Instant };

/** The client's clinical record; null before the first entry. RECORD_DAMAGED, so that nothing is written over it. */
export async function storedClinical(practice: Practice, clientId: string): Promise<RecordLow<ClinicalRecord> | null> {
  const [entry] = practice.records.entries('clinical', clientId);
  return entry === undefined ? null : practice.records.open('clinical', entry.recordId);
}

/** The record as a screen gets it, revision 0 before the first entry. A damaged one reads as empty and is counted: it must not shut the client. */
export async function heldClinical(practice: Practice, clientId: ClientId): Promise<{ value: ClinicalRecord; revision: number }> {
  const [low] = await practice.records.openAll('clinical', clientId);
  return low === undefined ? { value: emptyClinicalRecord(clientId), revision: 0 } : { value: low.data, revision: low.adapter.revision };
}

/** Every administration of a client that can be read. */
export async function storedMeasures(practice: Practice, clientId: string): Promise<readonly RecordLow<Measure>[]> {
  return practice.records.openAll('measure', clientId);
}

/** What the checks read of a client; `written` stands in for what is stored. */
export async function ruleRecord(practice: Practice, client: Client, written: Partial<Omit<RuleSources, 'client' | 'notes'>> & { readonly notes?: readonly RuleNote[] } = {}): Promise<RuleRecord> {
  const { id } = client;
  const all = async <K extends 'episode' | 'plan'>(kind: K) => (await practice.records.openAll(kind, id)).map((low) => low.data);
  const [episodes, plans, notes, measures, clinical] = await Promise.all([
    written.episodes ?? all('episode'), written.plans ?? all('plan'), written.notes ?? practice.ruleNotes.of(id),
    written.measures ?? storedMeasures(practice, id).then((lows) => lows.map((low) => low.data)), written.clinical ?? heldClinical(practice, id).then(({ value }) => value),
  ]);
  return ruleRecordOf({ client, episodes, plans, notes, measures, clinical });
}

/** What the checks find in a client's records as they are stored. */
export async function ruleResults(practice: Practice, client: Client, { today, now }: Moment): Promise<RuleResult[]> {
  return evaluateRules(await ruleRecord(practice, client), practice.rules(), today, now);
}

/** A finding as the window gets it. */
export function ruleView(result: RuleResult): RuleView {
  const { id, severity, message, ackRequired, evidence, acknowledged } = result;
  return { id, severity, message, ackRequired, keys: evidenceKeys(result), evidence: [...evidence], acknowledged };
}
