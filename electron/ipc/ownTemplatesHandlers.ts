// Answers about the practice's own note templates, and the template of an id wherever it comes from. Refuses to touch
// a note: each carries the version it was made from.
import { RecordId } from '../../shared/brand.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import { loadTemplates, templateById } from '../../shared/notes/loadTemplates.ts';
import { keyFor, nextVersion } from '../../shared/notes/ownTemplate.ts';
import { TEMPLATE_MAX_FIELDS, templateFault } from '../../shared/notes/ownTemplateCheck.ts';
import { exportTemplate, parseTemplateFile, TEMPLATE_FILE_MAX } from '../../shared/notes/ownTemplateFile.ts';
import { isOwnTemplate, OWN_TEMPLATES_MAX, type KeptTemplate, type OwnTemplate } from '../../shared/notes/ownTemplateRecord.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { templateFileText } from '../../shared/text/en/templates.ts';
import { instantOf } from '../session/clock.ts';
import { newRecordId } from '../session/newId.ts';
import type { Practice } from '../session/practice.ts';
import { assertRevision, change } from '../session/records.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

type OwnTemplateHandlers = Pick<HandlerTable, 'ownTemplates:list' | 'ownTemplates:save' | 'ownTemplates:export' | 'ownTemplates:readFile'>;

function kept(low: RecordLow<OwnTemplate>): KeptTemplate {
  return { ...low.data, recordId: RecordId.parse(low.adapter.address.recordId), revision: low.adapter.revision };
}

/** Every readable own template, by name. */
async function readOwn({ records }: Practice): Promise<{ templates: KeptTemplate[]; unreadable: number }> {
  const found = await Promise.allSettled(records.entries('ownTemplate').map(({ recordId }) => records.open('ownTemplate', recordId)));
  const templates = found.flatMap((one) => {
    if (one.status === 'fulfilled') return [kept(one.value)];
    // A damaged one costs itself.
    if (isAppError(one.reason, 'RECORD_DAMAGED')) return [];
    throw one.reason;
  });
  return { templates: templates.toSorted((a, b) => a.template.title.localeCompare(b.template.title)), unreadable: found.length - templates.length };
}

/** Shipped ones, then own ones that are in use. */
export async function offeredTemplates(practice: Practice): Promise<NoteTemplate[]> {
  const { templates } = await readOwn(practice);
  return [...loadTemplates(), ...templates.filter(({ archived }) => !archived).map(({ template }) => template)];
}

async function ownOf(practice: Practice, templateId: string): Promise<KeptTemplate> {
  const { templates } = await readOwn(practice);
  const own = templates.find(({ template }) => template.id === templateId);
  if (own === undefined) throw new AppError('TEMPLATE_UNKNOWN');
  return own;
}

/** Archived ones as well. TEMPLATE_UNKNOWN. */
export async function templateFor(practice: Practice, templateId: string): Promise<NoteTemplate> {
  return isOwnTemplate({ id: templateId }) ? (await ownOf(practice, templateId)).template : templateById(templateId);
}

/** The template a new note is made from. TEMPLATE_UNKNOWN; TEMPLATE_ARCHIVED for one that is put away. */
export async function templateInUse(practice: Practice, templateId: string): Promise<NoteTemplate> {
  if (!isOwnTemplate({ id: templateId })) return templateById(templateId);
  const { template, archived } = await ownOf(practice, templateId);
  if (archived) throw new AppError('TEMPLATE_ARCHIVED');
  return template;
}

/** Also what could be kept here and not be read back from its own file. */
function assertSound(template: NoteTemplate): void {
  const tooMuch = template.sections.flatMap(({ fields }) => fields).length > TEMPLATE_MAX_FIELDS || exportTemplate(template).length > TEMPLATE_FILE_MAX;
  if (tooMuch || templateFault(template) !== null) throw new AppError('TEMPLATE_INVALID');
}

/** As a new record, under an id of its own. */
async function add(context: HandlerContext, practice: Practice, template: NoteTemplate): Promise<KeptTemplate> {
  assertSound(template);
  const entries = practice.records.entries('ownTemplate');
  if (entries.length >= OWN_TEMPLATES_MAX) throw new AppError('TEXT_TOO_LONG', { why: 'templates', most: OWN_TEMPLATES_MAX });
  const { templates, unreadable } = await readOwn(practice);
  const recordId = newRecordId(RecordId);
  const taken = templates.map((one) => one.template.id);
  // What id a damaged one has cannot be read; the name of the record is in no other id.
  const id = unreadable === 0 ? keyFor(`own ${template.title}`, taken) : `${keyFor(`own ${template.title}`, taken).slice(0, 32)}_${recordId}`;
  const value: OwnTemplate = { template: { ...template, id, version: 1 }, archived: false, updatedAt: instantOf(context.clock) };
  const low = practice.records.draft('ownTemplate', recordId, null, value);
  await practice.records.save([change(low, value)]);
  return kept(low);
}

function save(context: HandlerContext, { recordId, revision, template, archived }: ChannelInput<'ownTemplates:save'>): Promise<KeptTemplate> {
  const practice = context.session.practice();
  return practice.serial('ownTemplates', async () => {
    if (recordId === null) return add(context, practice, template);
    assertSound(template);
    const low = await practice.records.open('ownTemplate', recordId);
    assertRevision(low, revision);
    await practice.records.save([change(low, { template: nextVersion(template, low.data.template), archived, updatedAt: instantOf(context.clock) })]);
    return kept(low);
  });
}

async function importFile(context: HandlerContext): Promise<ChannelOutput<'ownTemplates:readFile'>> {
  const practice = context.session.practice();
  const refused = (sentence: string | null) => ({ taken: null, copy: false, sentence });
  const text = await context.textFiles.open('templateFile', TEMPLATE_FILE_MAX * 4);
  if (text === null) return refused(null);
  if (text === 'tooLarge') return refused(templateFileText.tooLarge);
  const answer = parseTemplateFile(text.content);
  if (!answer.ok) return refused(answer.sentence);
  return practice.serial('ownTemplates', async () => {
    const here = [...loadTemplates(), ...(await readOwn(practice)).templates.map(({ template }) => template)];
    const copy = here.some(({ id }) => id === answer.template.id);
    return { taken: await add(context, practice, answer.template), copy, sentence: null };
  });
}

export function ownTemplatesHandlers(context: HandlerContext): OwnTemplateHandlers {
  const { session } = context;
  return {
    'ownTemplates:list': () => readOwn(session.practice()),
    'ownTemplates:save': (input) => save(context, input),
    'ownTemplates:export': async ({ templateId }) => ({ saved: await context.textFiles.save('templateFile', exportTemplate(await templateFor(session.practice(), templateId))) }),
    'ownTemplates:readFile': () => importFile(context),
  };
}
