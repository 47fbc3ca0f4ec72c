// Channels of the practice's own note templates.
import { z } from 'zod';
import { RecordId } from '../brand.ts';
import { KeptTemplate, OWN_TEMPLATES_MAX } from '../notes/ownTemplateRecord.ts';
import { NoteTemplate } from '../notes/template.ts';
import { channel, Nothing } from './define.ts';

export const ownTemplateContracts = {
  /** Archived ones as well. `unreadable`: how many are there but damaged. */
  'ownTemplates:list': channel(Nothing, z.strictObject({ templates: z.array(KeptTemplate).max(OWN_TEMPLATES_MAX), unreadable: z.number().int() })),
  /** A new one where `recordId` is null (its id is made here), else the next version. TEMPLATE_INVALID, SAVE_CONFLICT, TEXT_TOO_LONG where there are too many. */
  'ownTemplates:save': channel(z.strictObject({ recordId: RecordId.nullable(), revision: z.number().int().min(0), template: NoteTemplate, archived: z.boolean() }), KeptTemplate, 5),
  /** Writes a file where the person says; no client data is in it. `saved` is false when the dialog was closed. */
  'ownTemplates:export': channel(z.strictObject({ templateId: z.string().max(60) }), z.strictObject({ saved: z.boolean() }), 2),
  /** Reads a file that the person chooses. `copy`: a template of that id is here already and stays as it was. `sentence` says why it was not taken; both null when the dialog was closed. */
  'ownTemplates:readFile': channel(Nothing, z.strictObject({ taken: KeptTemplate.nullable(), copy: z.boolean(), sentence: z.string().nullable() }), 2),
} as const;
