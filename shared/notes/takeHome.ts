// Which notes are a plan the client takes home, and what of such a note is the plan. Names what belongs to the client
// and never what does not (decision 0013): a section that is not named here stays in the chart.
import type { FieldElement, NoteDocument, TextFieldElement } from './document.ts';
import { documentText, isEmptyAnswer } from './plainText.ts';
import { type NoteTemplate, TAKE_HOME_PLANS, type TakeHomePlan, type TemplateField } from './template.ts';

type PlanParts = {
  /** The client's sections and, in each, what is the client's. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** Without one of these an own template is no longer this plan: the copy would send someone home with half of it. */
  readonly needs: readonly string[];
};

const PLANS: Readonly<Record<TakeHomePlan, PlanParts>> = {
  safety_plan: {
    sections: { reason_to_live: ['worth_living'], part_1: ['warning_signs'], part_2: ['own_coping'], part_3: ['distractions'], part_4: ['helpers'], part_5: ['services'], part_6: ['means', 'safer_steps'], agreement: ['plan_date', 'likely_to_use', 'plan_review'] },
    needs: ['warning_signs', 'own_coping', 'distractions', 'helpers', 'services', 'safer_steps'],
  },
  overdose_plan: {
    sections: { od_risk: ['risk_factors', 'alone_plan'], od_kit: ['kit_product', 'kit_lot', 'kit_expiry', 'kit_place', 'trained', 'replace_when'], od_steps: ['steps', 'good_samaritan', 'teach_back'], od_review: ['reviewed_on'] },
    needs: ['kit_place', 'steps'],
  },
  relapse_prevention: {
    sections: {
      halt: ['halt_check', 'reasons'], stage_emotional: ['emotional_signs', 'emotional_do', 'emotional_tell'], stage_mental: ['mental_signs', 'mental_do', 'mental_tell'], stage_physical: ['physical_signs', 'physical_do', 'physical_tell'],
      supports: ['support_change', 'support_honesty', 'support_help', 'support_selfcare', 'support_rules', 'meetings', 'activities'], triggers: ['trigger_plans', 'risk_dates', 'safe_people'], plans: ['medication_plan', 'money_phone_plan', 'slip_plan', 'naloxone_on_hand'],
    },
    needs: ['emotional_signs', 'emotional_do', 'mental_signs', 'mental_do', 'physical_signs', 'physical_do', 'slip_plan'],
  },
};
/** Asked in a section of the plan, but for the chart: how the copy was handed over. */
const FOR_THE_CHART: ReadonlySet<string> = new Set(['copy_given']);

/**
 * Steps to follow in their order. The answer says for the chart how far each was practiced; to who needs the steps
 * "not yet: give naloxone" would read as an order.
 */
const IN_ORDER: ReadonlySet<string> = new Set(['steps']);

function shippedPlan(id: string): TakeHomePlan | null {
  return TAKE_HOME_PLANS.find((plan) => plan === id) ?? null;
}

/** The plan for the client's hands that a template is or was made from, all of it there or not; null for every other. */
export function takeHomePlanOf({ id, takeHome }: Pick<NoteTemplate, 'id' | 'takeHome'>): TakeHomePlan | null {
  return shippedPlan(id) ?? takeHome ?? null;
}

/**
 * What is the client's in a section of a note. In a plan that ships it is the whole section but what is for the chart.
 * In an own template only the fields that the plan had: whether an added one is the client's nobody knows.
 */
function isTheClients(template: NoteTemplate, plan: TakeHomePlan): (sectionId: string, fieldId: string) => boolean {
  const { sections } = PLANS[plan];
  const shipped = shippedPlan(template.id) !== null;
  return (sectionId, fieldId) => Object.hasOwn(sections, sectionId) && (shipped ? !FOR_THE_CHART.has(fieldId) : sections[sectionId]?.includes(fieldId) === true);
}

/** Whether a note made from this template is a plan that the client takes home. An own one is while all that it needs stands in the sections of the plan. */
export function isTakeHome(template: NoteTemplate): boolean {
  const plan = takeHomePlanOf(template);
  if (plan === null || shippedPlan(template.id) !== null) return plan !== null;
  const theirs = isTheClients(template, plan);
  const there = new Set(template.sections.flatMap((section) => section.fields.map(({ id }) => id).filter((id) => theirs(section.id, id))));
  return PLANS[plan].needs.every((id) => there.has(id));
}

function inOrder(child: FieldElement | TextFieldElement, fields: readonly TemplateField[]): FieldElement | TextFieldElement {
  const field = fields.find(({ id }) => id === child.fieldId);
  if (!IN_ORDER.has(child.fieldId) || field?.kind !== 'checklist' || isEmptyAnswer(child, field)) return child;
  return { type: 'textField', fieldId: child.fieldId, children: [{ type: 'list', ordered: true, children: field.items.map(({ label }) => ({ type: 'listItem', children: [{ text: label }] })) }] };
}

/** The client's part of such a note, in its order, steps as a list of steps; nothing of any other note. */
export function takeHomePart(template: NoteTemplate, document: NoteDocument): NoteDocument {
  const plan = takeHomePlanOf(template);
  if (plan === null || !isTakeHome(template)) return [];
  const theirs = isTheClients(template, plan);
  const fields = template.sections.flatMap((section) => section.fields);
  return document.map((section) => ({ ...section, children: section.children.filter(({ fieldId }) => theirs(section.sectionId, fieldId)).map((child) => inOrder(child, fields)) })).filter(({ children }) => children.length > 0);
}

/** True while nothing of the plan is answered: the copy would say only whom to call. */
export function isTakeHomeEmpty(template: NoteTemplate, document: NoteDocument): boolean {
  return documentText(takeHomePart(template, document), template) === '';
}
