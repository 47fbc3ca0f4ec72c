// The note templates that ship with the product. Refuses a template that names unknown service types.
import { z } from 'zod';
import cbtSession from '../../resources/templates/cbt-session.json' with { type: 'json' };
import { AppError } from '../errors.ts';
import { SERVICE_TYPES } from './note.ts';
import { NoteTemplate } from './template.ts';

const parsed: readonly NoteTemplate[] = [cbtSession].map((data) => {
  const template = NoteTemplate.parse(data);
  z.array(z.enum(SERVICE_TYPES)).parse(template.serviceTypes);
  return template;
});

/** Current versions, in the order they are offered. Do not change them: they are shared. */
export function loadTemplates(): NoteTemplate[] {
  return [...parsed];
}

/** The current version of one template; throws TEMPLATE_UNKNOWN. */
export function templateById(id: string): NoteTemplate {
  const template = parsed.find((candidate) => candidate.id === id);
  if (template === undefined) throw new AppError('TEMPLATE_UNKNOWN');
  return template;
}
