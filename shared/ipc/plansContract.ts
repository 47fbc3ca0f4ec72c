// Channels about treatment plans and the handout made from them.
import { z } from 'zod';
import { ClientId, PlanId } from '../brand.ts';
import { HandoutModel, HandoutOptions } from '../handouts/handout.ts';
import { Plan, PlanContent } from '../plans/plan.ts';
import { PlanHead } from '../plans/planHead.ts';
import { channel } from './define.ts';

// Declared with its noun, so that the pure functions need not know the process border.
export { PlanHead };

const PlanWithRevision = z.strictObject({ value: Plan, revision: z.number().int().min(1) });

export const planContracts = {
  /** `unreadable`: how many are there but damaged. */
  'plans:list': channel(z.strictObject({ clientId: ClientId }), z.strictObject({ heads: z.array(PlanHead), unreadable: z.number().int() })),
  'plans:get': channel(z.strictObject({ planId: PlanId }), PlanWithRevision),
  /** A first plan, or a new draft version that starts from the active one. PLAN_DRAFT_EXISTS when a draft is open. */
  'plans:create': channel(z.strictObject({ clientId: ClientId }), PlanWithRevision, 5),
  'plans:saveDraft': channel(z.strictObject({ planId: PlanId, revision: z.number().int().min(1), content: PlanContent }), PlanWithRevision),
  /** Draft becomes the plan in force; the one before becomes superseded and stays readable. Signed by the clinician of the settings. */
  'plans:activate': channel(z.strictObject({ planId: PlanId, revision: z.number().int().min(1) }), PlanWithRevision, 5),
  'plans:discardDraft': channel(z.strictObject({ planId: PlanId, revision: z.number().int().min(1) }), z.strictObject({})),
  'handouts:myPlan': channel(z.strictObject({ clientId: ClientId, options: HandoutOptions }), HandoutModel),
  /** Prints what the window shows on its print sheet. Main asks where to save; no path crosses. */
  'print:pdf': channel(z.strictObject({ suggestedName: z.enum(['my-plan', 'recovery-code', 'note']) }), z.strictObject({ saved: z.boolean() }), 2),
  'print:paper': channel(z.strictObject({}), z.strictObject({ printed: z.boolean() }), 2),
} as const;
