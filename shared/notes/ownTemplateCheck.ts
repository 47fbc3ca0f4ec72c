// What the schema of a template cannot say: ranges that contradict each other, options twice, sizes.
// Refuses to mend; it names the first place that is wrong.
import { findInstrument } from '../measures/loadInstruments.ts';
import { SERVICE_TYPES } from './note.ts';
import { brokenCondition } from './requiredIf.ts';
import { NoteTemplate, type TemplateField, type TemplateOption } from './template.ts';

/** Sections and fields that one template may hold; four times the largest that ships. */
export const TEMPLATE_MAX_SECTIONS = 60;
export const TEMPLATE_MAX_FIELDS = 400;

function repeats(options: readonly TemplateOption[]): boolean {
  return new Set(options.map(({ id }) => id)).size !== options.length;
}

/** True when a field of the right shape still makes no sense. */
export function fieldIsContradictory(field: TemplateField): boolean {
  switch (field.kind) {
    case 'number': return field.min > field.max || field.step > field.max - field.min;
    case 'choice':
    case 'multiChoice': return repeats(field.options);
    case 'checklist': return repeats(field.items) || repeats(field.states);
    case 'table': return field.minRows > field.maxRows || new Set(field.columns.map(({ id }) => id)).size !== field.columns.length
      || field.columns.some(({ kind, options = [] }) => (kind === 'choice') !== (options.length > 0) || repeats(options));
    case 'instrumentScore': return findInstrument(field.instrument) === null;
    default: return false;
  }
}

/** Where a template is wrong, in the words of its own titles; null when it is fit for use. */
export function templateFault(candidate: NoteTemplate): string | null {
  const parsed = NoteTemplate.safeParse(candidate);
  if (!parsed.success) return placeOf(candidate, parsed.error.issues[0]?.path ?? []);
  const template = parsed.data;
  const field = template.sections.flatMap(({ fields }) => fields).find(fieldIsContradictory) ?? brokenCondition(template);
  if (field !== undefined) return field.label;
  return template.serviceTypes.every((type) => SERVICE_TYPES.some((known) => known === type)) ? null : 'serviceTypes';
}

/** A place of the schema as a reader knows it: the label of the field, the title of the section, or the name of the part. */
export function placeOf(data: unknown, path: readonly PropertyKey[]): string {
  let name = path.length === 0 ? 'the template' : path.map(String).join(' ');
  let at: unknown = data;
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    if (typeof at !== 'object' || at === null || Array.isArray(at)) continue;
    const label: unknown = 'label' in at ? at.label : 'title' in at ? at.title : undefined;
    if (typeof label === 'string' && label.trim() !== '') name = label.slice(0, 80);
  }
  return name;
}
