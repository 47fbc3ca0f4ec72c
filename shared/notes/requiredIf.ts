// Fields that must be filled in because of what another field says. Refuses a condition on what is not there, on what is
// no choice, and one that leads back to itself.
import type { NoteDocument } from './document.ts';
import type { NoteTemplate, RequiredIf, TemplateField } from './template.ts';

type Answers = ReadonlyMap<string, NoteDocument[number]['children'][number]>;

/** Whether a condition is met by the answer of the choice it asks; null is no answer. */
export function conditionHolds({ is }: NonNullable<TemplateField['requiredIf']>, answer: string | null): boolean {
  return answer !== null && is.includes(answer);
}

/** Whether a field has to be filled in before signing, going by the answers of the note. */
export function isRequired({ required, requiredIf }: TemplateField, answers: Answers): boolean {
  if (required || requiredIf === undefined) return required;
  const answer = answers.get(requiredIf.field);
  return answer?.type === 'field' && answer.field.kind === 'choice' && conditionHolds(requiredIf, answer.field.value);
}

function leadsBack(field: TemplateField, fields: ReadonlyMap<string, TemplateField>): boolean {
  const seen = new Set<string>();
  for (let at: TemplateField | undefined = field; at?.requiredIf !== undefined; at = fields.get(at.requiredIf.field)) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

/** The first field whose condition cannot be kept; undefined when all can. */
export function brokenCondition(template: Pick<NoteTemplate, 'sections'>): TemplateField | undefined {
  const all = template.sections.flatMap((section) => section.fields);
  const fields = new Map(all.map((field) => [field.id, field]));
  return all.find((field) => {
    if (field.requiredIf === undefined) return false;
    const asked = fields.get(field.requiredIf.field);
    return asked?.kind !== 'choice' || field.requiredIf.is.some((id) => !asked.options.some((option) => option.id === id)) || leadsBack(field, fields);
  });
}

/** A field of one choice that a condition may ask, with the title of its section. */
export type Askable = { readonly choice: Extract<TemplateField, { kind: 'choice' }>; readonly section: string };

/** Every field whose answer may make this one required: each choice of the template whose own condition does not lead back here. */
export function askableBy({ id }: TemplateField, template: Pick<NoteTemplate, 'sections'>): Askable[] {
  const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
  const leadsHere = (field: TemplateField): boolean => {
    let at: TemplateField | undefined = field;
    // No template has more conditions in a row than fields.
    for (let left = fields.size; at !== undefined && left > 0; left -= 1) {
      if (at.id === id) return true;
      at = at.requiredIf && fields.get(at.requiredIf.field);
    }
    return false;
  };
  return template.sections.flatMap((section) => section.fields.flatMap((choice) => (choice.kind === 'choice' && !leadsHere(choice) ? [{ choice, section: section.title }] : [])));
}

/** The field, required where another one is answered so. */
export function withCondition(field: TemplateField, requiredIf: RequiredIf): TemplateField {
  return { ...field, requiredIf };
}

/**
 * The fields, with their conditions on `after` where it had `before`: an answer whose words were changed in its line is
 * the same answer to a condition. One that was taken out stays named, and is found broken.
 */
export function conditionsAfter(fields: readonly TemplateField[], before: TemplateField, after: TemplateField): TemplateField[] {
  if (before.kind !== 'choice' || after.kind !== 'choice' || before.options.length !== after.options.length) return [...fields];
  const renamed = new Map(before.options.flatMap(({ id }, index) => {
    const now = after.options[index];
    return now === undefined || after.options.some((option) => option.id === id) || before.options.some((option) => option.id === now.id) ? [] : [[id, now.id] as const];
  }));
  return fields.map((field) => (field.requiredIf?.field === after.id && field.requiredIf.is.some((id) => renamed.has(id)) ? withCondition(field, { ...field.requiredIf, is: field.requiredIf.is.map((id) => renamed.get(id) ?? id) }) : field));
}

/** The field, required by no other answer. The key goes: one that is there and undefined crosses no border. */
export function withoutCondition(field: TemplateField): TemplateField {
  const { requiredIf: _condition, ...rest } = field;
  return rest;
}
