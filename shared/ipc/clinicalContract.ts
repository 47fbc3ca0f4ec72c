// Channels about the clinical record beside notes and plans, and about what the rule checks find.
import { z } from 'zod';
import { ClientId } from '../brand.ts';
import { ClinicalCommand } from '../clinical/clinicalCommand.ts';
import { Acknowledgement, ClinicalRecord } from '../clinical/clinicalRecord.ts';
import { EVIDENCE_RECORDS } from '../rules/rule.ts';
import { RULE_IDS } from '../rules/ruleIds.ts';
import { requiredLine } from '../strings.ts';
import { channel } from './define.ts';

/** Revision 0 while nothing of it is in the vault yet. */
export const HeldClinical = z.strictObject({ value: ClinicalRecord, revision: z.number().int().min(0) });
export type HeldClinical = z.infer<typeof HeldClinical>;

const { evidenceKeys } = Acknowledgement.shape;

/** A finding as a screen shows it; `keys` are what an acknowledgement has to name. */
export const RuleView = z.strictObject({
  id: z.enum(RULE_IDS), severity: z.enum(['info', 'warn', 'alert']), message: z.string(), ackRequired: z.boolean(), keys: z.array(z.string()),
  evidence: z.array(z.strictObject({ record: z.enum(EVIDENCE_RECORDS), id: z.string(), field: z.string(), value: z.string() })),
  acknowledged: z.strictObject({ who: z.string(), at: z.string(), why: z.string() }).nullable(),
});
export type RuleView = z.infer<typeof RuleView>;

export const clinicalContracts = {
  'clinical:get': channel(z.strictObject({ clientId: ClientId }), HeldClinical),
  /** SAVE_CONFLICT unless the record is still at `revision` (0 for the first entry). */
  'clinical:apply': channel(z.strictObject({ clientId: ClientId, revision: z.number().int().min(0), command: ClinicalCommand }), HeldClinical),
  'rules:get': channel(z.strictObject({ clientId: ClientId }), z.array(RuleView)),
  /** Keeps who has seen a finding, when, and why it stands; answers with the findings after it. NAME_EMPTY without a clinician's name in the settings. */
  'rules:acknowledge': channel(z.strictObject({ clientId: ClientId, ruleId: z.enum(RULE_IDS), evidenceKeys, why: requiredLine(1000) }), z.array(RuleView), 5),
} as const;
