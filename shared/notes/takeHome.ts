// Which notes are a plan the client takes home, and what of such a note is the plan. Names what belongs to the client
// and never what does not (decision 0013): a section that is not named here stays in the chart.
import type { FieldElement, NoteDocument, TextFieldElement } from './document.ts';
import { documentText, isEmptyAnswer } from './plainText.ts';
import { type NoteTemplate, TAKE_HOME_PLANS, type TakeHomePlan, type TemplateField } from './template.ts';

/** What is asked: the kind of the field, and of a table the columns. */
type Asked = Exclude<TemplateField['kind'], 'table'> | readonly string[];
type PlanParts = {
  /** The client's sections and, in each, what is the client's. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, Asked>>>>;
  /** Without one of these an own template is no longer this plan: the copy would send someone home with half of it. */
  readonly needs: readonly string[];
};

const PLANS: Readonly<Record<TakeHomePlan, PlanParts>> = {
  safety_plan: {
    sections: {
      reason_to_live: { worth_living: 'text' }, part_1: { warning_signs: 'text' }, part_2: { own_coping: 'text' }, part_3: { distractions: ['who_where', 'phone', 'when'] },
      part_4: { helpers: ['name', 'phone', 'best_time'] }, part_5: { services: ['service', 'phone', 'hours'] }, part_6: { means: 'checklist', safer_steps: 'text' },
      agreement: { plan_date: 'date', likely_to_use: 'scale', plan_review: 'date' },
    },
    needs: ['warning_signs', 'own_coping', 'distractions', 'helpers', 'services', 'safer_steps'],
  },
  overdose_plan: {
    sections: {
      od_risk: { risk_factors: 'multiChoice', alone_plan: 'shortText' }, od_kit: { kit_product: 'shortText', kit_lot: 'shortText', kit_expiry: 'date', kit_place: 'shortText', trained: 'shortText', replace_when: 'multiChoice' },
      od_steps: { steps: 'checklist', good_samaritan: 'shortText', teach_back: 'text' }, od_review: { reviewed_on: 'date' },
    },
    needs: ['kit_place', 'steps'],
  },
  relapse_prevention: {
    sections: {
      halt: { halt_check: 'checklist', reasons: 'text' }, stage_emotional: { emotional_signs: 'text', emotional_do: 'text', emotional_tell: 'shortText' },
      stage_mental: { mental_signs: 'text', mental_do: 'text', mental_tell: 'shortText' }, stage_physical: { physical_signs: 'text', physical_do: 'text', physical_tell: 'shortText' },
      supports: { support_change: 'text', support_honesty: 'text', support_help: 'text', support_selfcare: 'text', support_rules: 'text', meetings: ['date', 'group', 'place', 'how_it_was'], activities: ['date', 'activity', 'with_whom', 'enjoyed'] },
      triggers: { trigger_plans: ['trigger', 'plan_a', 'plan_b'], risk_dates: ['date', 'what', 'plan'], safe_people: 'text' }, plans: { medication_plan: 'text', money_phone_plan: 'text', slip_plan: 'text', naloxone_on_hand: 'choice' },
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

/** What a plan asks under this section and field; undefined where it asks nothing there. */
function askedAt(plan: TakeHomePlan, sectionId: string, fieldId: string): Asked | undefined {
  const { sections } = PLANS[plan];
  const fields = Object.hasOwn(sections, sectionId) ? sections[sectionId] : undefined;
  return fields !== undefined && Object.hasOwn(fields, fieldId) ? fields[fieldId] : undefined;
}

/** True for a field that asks as the plan does. A file can put a risk check under the name of a field of the plan. */
function asksTheSame(field: TemplateField, asked: Asked | undefined): boolean {
  if (field.kind === 'table') return Array.isArray(asked) && field.columns.some(({ id }) => asked.includes(id));
  return field.kind === asked;
}

/**
 * What is the client's in a section of a note. In a plan that ships it is the whole section but what is for the chart.
 * In an own template only the fields that the plan had: whether an added one is the client's nobody knows.
 */
function isTheClients(template: NoteTemplate, plan: TakeHomePlan): (sectionId: string, fieldId: string) => boolean {
  if (shippedPlan(template.id) !== null) return (sectionId, fieldId) => Object.hasOwn(PLANS[plan].sections, sectionId) && !FOR_THE_CHART.has(fieldId);
  const theirs = new Set(template.sections.flatMap((section) => section.fields.filter((field) => asksTheSame(field, askedAt(plan, section.id, field.id))).map(({ id }) => `${section.id} ${id}`)));
  return (sectionId, fieldId) => theirs.has(`${sectionId} ${fieldId}`);
}

/** Whether a note made from this template is a plan that the client takes home. An own one is while all that it needs stands in the sections of the plan. */
export function isTakeHome(template: NoteTemplate): boolean {
  const plan = takeHomePlanOf(template);
  if (plan === null || shippedPlan(template.id) !== null) return plan !== null;
  const theirs = isTheClients(template, plan);
  const there = new Set(template.sections.flatMap((section) => section.fields.map(({ id }) => id).filter((id) => theirs(section.id, id))));
  return PLANS[plan].needs.every((id) => there.has(id));
}

// A column that was added to a table of the plan is a question of the clinic's own, as an added field is.
function withoutAdded(child: FieldElement | TextFieldElement, asked: Asked | undefined): FieldElement | TextFieldElement {
  if (child.type !== 'field' || child.field.kind !== 'table' || !Array.isArray(asked)) return child;
  return { ...child, field: { ...child.field, value: child.field.value.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).filter(([id]) => asked.includes(id))) })) } };
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
  const own = shippedPlan(template.id) === null;
  const drawn = (sectionId: string, child: FieldElement | TextFieldElement) => inOrder(own ? withoutAdded(child, askedAt(plan, sectionId, child.fieldId)) : child, fields);
  return document.map((section) => ({ ...section, children: section.children.filter(({ fieldId }) => theirs(section.sectionId, fieldId)).map((child) => drawn(section.sectionId, child)) })).filter(({ children }) => children.length > 0);
}

/** True while nothing of the plan is answered: the copy would say only whom to call. */
export function isTakeHomeEmpty(template: NoteTemplate, document: NoteDocument): boolean {
  return documentText(takeHomePart(template, document), template) === '';
}
