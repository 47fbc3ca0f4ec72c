// A note template: data that a clinician can review (resources/templates). Refuses layout: a
// template says what is asked, the editor decides how it looks.
import { z } from 'zod';
import { optionalLine, requiredLine } from '../strings.ts';

// Answers are kept under these ids: a name that every object already has is not one of them.
const Key = z.string().regex(/^(?!constructor$|prototype$)[a-z][a-z0-9_]{0,59}$/);
// Answers and cells are kept under 40 characters (document.ts), so their ids may not be longer.
const AnswerKey = z.string().regex(/^(?!constructor$|prototype$)[a-z][a-z0-9_]{0,39}$/);
export const TemplateOption = z.strictObject({ id: AnswerKey, label: requiredLine(120) });
export type TemplateOption = z.infer<typeof TemplateOption>;

/** A field that has to be filled in once another one, a choice, is answered with one of these options. */
export const RequiredIf = z.strictObject({ field: Key, is: z.array(AnswerKey).min(1).max(40) });
export type RequiredIf = z.infer<typeof RequiredIf>;

const common = { id: Key, label: requiredLine(160), prompt: optionalLine(400), required: z.boolean(), requiredIf: RequiredIf.optional() };

export const TemplateColumn = z.strictObject({
  id: AnswerKey,
  label: requiredLine(120),
  hint: optionalLine(200),
  /** percent 0-100, scale 0-10, number any; choice needs options. */
  kind: z.enum(['text', 'longText', 'percent', 'scale', 'number', 'date', 'choice']),
  options: z.array(TemplateOption).max(40).optional(),
});
export type TemplateColumn = z.infer<typeof TemplateColumn>;

export const TemplateField = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('text') }),
  z.strictObject({ ...common, kind: z.literal('shortText') }),
  z.strictObject({ ...common, kind: z.literal('scale'), low: optionalLine(60), high: optionalLine(60) }),
  z.strictObject({ ...common, kind: z.literal('number'), unit: optionalLine(40), min: z.number(), max: z.number(), step: z.number().positive() }),
  z.strictObject({ ...common, kind: z.literal('choice'), options: z.array(TemplateOption).min(2).max(40) }),
  z.strictObject({ ...common, kind: z.literal('multiChoice'), options: z.array(TemplateOption).min(1).max(60) }),
  z.strictObject({ ...common, kind: z.literal('date') }),
  z.strictObject({ ...common, kind: z.literal('time') }),
  z.strictObject({ ...common, kind: z.literal('checklist'), items: z.array(TemplateOption).min(1).max(60), states: z.array(TemplateOption).min(2).max(6) }),
  z.strictObject({ ...common, kind: z.literal('table'), columns: z.array(TemplateColumn).min(1).max(12), minRows: z.number().int().min(0).max(20), maxRows: z.number().int().min(1).max(200), rowLabel: requiredLine(60) }),
  /** The total of an instrument (resources/instruments), with its band. */
  z.strictObject({ ...common, kind: z.literal('instrumentScore'), instrument: z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/) }),
  // Tables whose columns are the same in every template (presetTables.ts).
  z.strictObject({ ...common, kind: z.literal('drugTest') }),
  z.strictObject({ ...common, kind: z.literal('medication') }),
  z.strictObject({ ...common, kind: z.literal('objectives') }),
  z.strictObject({ ...common, kind: z.literal('riskCheck') }),
]);
export type TemplateField = z.infer<typeof TemplateField>;
/** Every kind of field there is. */
export const TEMPLATE_FIELD_KINDS: readonly TemplateField['kind'][] = TemplateField.options.map((option) => option.shape.kind.value);

export const TemplateSection = z.strictObject({ id: Key, title: requiredLine(120), help: optionalLine(400), fields: z.array(TemplateField).min(1).max(60) });
export type TemplateSection = z.infer<typeof TemplateSection>;

/** How templates are grouped where one is chosen, in the order shown. */
export const TEMPLATE_GROUPS = ['session', 'assessment', 'formats', 'safety', 'coordination', 'short'] as const;
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number];

/** Plans that ship and that the client takes home. */
export const TAKE_HOME_PLANS = ['safety_plan', 'overdose_plan', 'relapse_prevention'] as const;
export type TakeHomePlan = (typeof TAKE_HOME_PLANS)[number];

export const NoteTemplate = z.strictObject({
  id: Key,
  version: z.number().int().min(1).max(9999),
  title: requiredLine(120),
  shortTitle: requiredLine(40),
  /** Missing in templates of older notes. */
  group: z.enum(TEMPLATE_GROUPS).optional(),
  /** Service types of the header that this template is offered for; the first is the default. */
  serviceTypes: z.array(Key).min(1).max(30),
  source: requiredLine(200),
  /** Of an own template: the plan for the client's hands that it was made from (takeHome.ts). Missing in those made before. */
  takeHome: z.enum(TAKE_HOME_PLANS).optional(),
  sections: z.array(TemplateSection).min(1).max(60),
}).refine((template) => {
  const ids = template.sections.flatMap((section) => [`s:${section.id}`, ...section.fields.map((field) => `f:${field.id}`)]);
  return new Set(ids).size === ids.length;
}, 'section and field ids must be unique');
export type NoteTemplate = z.infer<typeof NoteTemplate>;
