// Fields that must be filled in because of what another field says. Refuses a condition on what is not there, on what is
// no choice, and one that leads back to itself.
import type { NoteDocument } from './document.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

type Answers = ReadonlyMap<string, NoteDocument[number]['children'][number]>;

/** Whether a field has to be filled in before signing, going by the answers of the note. */
export function isRequired({ required, requiredIf }: TemplateField, answers: Answers): boolean {
  if (required || requiredIf === undefined) return required;
  const answer = answers.get(requiredIf.field);
  return answer?.type === 'field' && answer.field.kind === 'choice' && answer.field.value !== null && requiredIf.is.includes(answer.field.value);
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

/** The field that is asked and the answers that make another one required, by their labels; null where there is no condition. */
export function conditionLabels({ requiredIf }: TemplateField, template: Pick<NoteTemplate, 'sections'>): { readonly field: string; readonly answers: readonly string[] } | null {
  const asked = requiredIf && template.sections.flatMap((section) => section.fields).find(({ id }) => id === requiredIf.field);
  if (requiredIf === undefined || asked?.kind !== 'choice') return null;
  return { field: asked.label, answers: asked.options.filter(({ id }) => requiredIf.is.includes(id)).map(({ label }) => label) };
}

/** The field, required by no other answer. The key goes: one that is there and undefined crosses no border. */
export function withoutCondition(field: TemplateField): TemplateField {
  const { requiredIf: _condition, ...rest } = field;
  return rest;
}
