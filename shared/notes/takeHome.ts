// Which notes are a plan the client takes home, and what of such a note is the plan. Names what belongs to the client
// and never what does not (decision 0013): a section that is not named here stays in the chart.
import type { FieldElement, NoteDocument, TextFieldElement } from './document.ts';
import { documentText, isEmptyAnswer } from './plainText.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

const PLAN_SECTIONS = new Map<string, ReadonlySet<string>>([
  ['safety_plan', new Set(['reason_to_live', 'part_1', 'part_2', 'part_3', 'part_4', 'part_5', 'part_6', 'agreement'])],
  ['overdose_plan', new Set(['od_risk', 'od_kit', 'od_steps', 'od_review'])],
  ['relapse_prevention', new Set(['halt', 'stage_emotional', 'stage_mental', 'stage_physical', 'supports', 'triggers', 'plans'])],
]);
/** Asked in a section of the plan, but for the chart: how the copy was handed over. */
const FOR_THE_CHART: ReadonlySet<string> = new Set(['copy_given']);

/**
 * Steps to follow in their order. The answer says for the chart how far each was practiced; to who needs the steps
 * "not yet: give naloxone" would read as an order.
 */
const IN_ORDER: ReadonlySet<string> = new Set(['steps']);

/** Whether a note made from this template is a plan that the client takes home. */
export function isTakeHome(templateId: string): boolean {
  return PLAN_SECTIONS.has(templateId);
}

function inOrder(child: FieldElement | TextFieldElement, fields: readonly TemplateField[]): FieldElement | TextFieldElement {
  const field = fields.find(({ id }) => id === child.fieldId);
  if (!IN_ORDER.has(child.fieldId) || field?.kind !== 'checklist' || isEmptyAnswer(child, field)) return child;
  return { type: 'textField', fieldId: child.fieldId, children: [{ type: 'list', ordered: true, children: field.items.map(({ label }) => ({ type: 'listItem', children: [{ text: label }] })) }] };
}

/** The client's part of such a note, in its order, steps as a list of steps; nothing of any other note. */
export function takeHomePart({ id, sections }: NoteTemplate, document: NoteDocument): NoteDocument {
  const own = PLAN_SECTIONS.get(id);
  const fields = sections.flatMap((section) => section.fields);
  return document.filter(({ sectionId }) => own?.has(sectionId)).map((section) => ({ ...section, children: section.children.filter(({ fieldId }) => !FOR_THE_CHART.has(fieldId)).map((child) => inOrder(child, fields)) }));
}

/** True while nothing of the plan is answered: the copy would say only whom to call. */
export function isTakeHomeEmpty(template: NoteTemplate, document: NoteDocument): boolean {
  return documentText(takeHomePart(template, document), template) === '';
}
