// A template as a file: written whole, read with suspicion. Refuses anything that is not a template of
// this product, each time with one sentence; nothing of the file is used before all of it was checked.
import { z } from 'zod';
import { measureDepth } from './measureDepth.ts';
import { placeOf, TEMPLATE_MAX_FIELDS, templateFault } from './ownTemplateCheck.ts';
import { SERVICE_TYPES } from './note.ts';
import { NoteTemplate, TEMPLATE_FIELD_KINDS } from './template.ts';
import { templateFileText, templateSentence } from '../text/en/templates.ts';

export const TEMPLATE_FILE_FORMAT = 'throughline-template';
const FORMAT_VERSION = 1;
/** In UTF-16 units; the largest template that ships is some 30,000. */
export const TEMPLATE_FILE_MAX = 1_000_000;
const MAX_DEPTH = 12;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const REFERENCES: ReadonlySet<string> = new Set(['use', '$ref', 'ref', 'extends', 'include']);

export type TemplateFileProblem = keyof typeof templateFileText;
export type TemplateFileAnswer = { readonly ok: true; readonly template: NoteTemplate } | { readonly ok: false; readonly problem: TemplateFileProblem; readonly sentence: string };

type Fault = { readonly problem: TemplateFileProblem; readonly facts?: Readonly<Record<string, string | number>> };

/** The text of a template file. */
export function exportTemplate(template: NoteTemplate): string {
  return `${JSON.stringify({ format: TEMPLATE_FILE_FORMAT, formatVersion: FORMAT_VERSION, template }, null, 2)}\n`;
}

/** Reads a template file. The template keeps its id and version: the caller decides what a taken id means. */
export function parseTemplateFile(text: string): TemplateFileAnswer {
  if (text.length > TEMPLATE_FILE_MAX) return refused({ problem: 'tooLarge' });
  const data = readJson(text);
  if (data === undefined) return refused({ problem: 'notJson' });
  const fault = shapeFault(data) ?? namesFault(data) ?? contentFault(Reflect.get(Object(data), 'template'));
  if (fault !== null) return refused(fault);
  const parsed = NoteTemplate.safeParse(Reflect.get(Object(data), 'template'));
  return parsed.success ? { ok: true, template: parsed.data } : refused({ problem: 'notTemplate' });
}

function refused({ problem, facts = {} }: Fault): TemplateFileAnswer {
  return { ok: false, problem, sentence: templateSentence(templateFileText[problem], facts) };
}

function readJson(text: string): unknown {
  try {
    // A byte order mark is what some editors put in front.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    // Hostile depth ends in a RangeError; both mean that this is no file of ours.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const Envelope = z.strictObject({ format: z.literal(TEMPLATE_FILE_FORMAT), formatVersion: z.number().int().min(1), template: z.unknown() });

function shapeFault(data: unknown): Fault | null {
  if (measureDepth(data, MAX_DEPTH) > MAX_DEPTH) return { problem: 'tooDeep' };
  const envelope = Envelope.safeParse(data);
  if (!envelope.success) return forbiddenName(data) ?? { problem: 'notTemplate' };
  return envelope.data.formatVersion > FORMAT_VERSION ? { problem: 'newer' } : null;
}

// Walks without recursion; the depth was checked before.
function* objectsOf(data: unknown): Generator<object> {
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    yield next;
    for (const child of Object.values(next).toReversed()) waiting.push(child);
  }
}

function forbiddenName(data: unknown): Fault | null {
  for (const object of objectsOf(data)) {
    const name = Object.keys(object).find((key) => FORBIDDEN.has(key)) ?? ('id' in object && typeof object.id === 'string' && FORBIDDEN.has(object.id) ? object.id : undefined);
    if (name !== undefined) return { problem: 'forbiddenName', facts: { name } };
  }
  return null;
}

function namesFault(data: unknown): Fault | null {
  const forbidden = forbiddenName(data);
  if (forbidden !== null) return forbidden;
  for (const object of objectsOf(data)) {
    const reference = Object.keys(object).find((key) => REFERENCES.has(key));
    if (reference !== undefined) return { problem: 'reference', facts: { at: `“${reference}”` } };
  }
  return null;
}

const Loose = z.looseObject({ sections: z.array(z.looseObject({ id: z.unknown(), fields: z.array(z.looseObject({ id: z.unknown(), label: z.unknown(), kind: z.unknown() })) })) });
const shown = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : 'not a word');

// What can be said in a plain sentence comes before the schema, which would only say where.
function contentFault(candidate: unknown): Fault | null {
  const loose = Loose.safeParse(candidate);
  if (!loose.success) return { problem: 'notValid', facts: { at: placeOf(candidate, loose.error.issues[0]?.path ?? []) } };
  const { sections } = loose.data;
  const fields = sections.flatMap((section) => section.fields);
  if (fields.length > TEMPLATE_MAX_FIELDS) return { problem: 'tooManyFields', facts: { count: fields.length, max: TEMPLATE_MAX_FIELDS } };
  const strange = fields.find(({ kind }) => !TEMPLATE_FIELD_KINDS.some((known) => known === kind));
  if (strange !== undefined) return { problem: 'unknownKind', facts: { field: shown(strange.label ?? strange.id), kind: shown(strange.kind) } };
  const id = firstRepeated(sections) ?? firstRepeated(fields);
  if (id !== undefined) return { problem: 'duplicateId', facts: { id } };
  const parsed = NoteTemplate.safeParse(candidate);
  if (!parsed.success) return { problem: 'notValid', facts: { at: placeOf(candidate, parsed.error.issues[0]?.path ?? []) } };
  const service = parsed.data.serviceTypes.find((type) => !SERVICE_TYPES.some((known) => known === type));
  if (service !== undefined) return { problem: 'serviceType', facts: { name: service } };
  const at = templateFault(parsed.data);
  return at === null ? null : { problem: 'notValid', facts: { at } };
}

function firstRepeated(items: readonly { readonly id?: unknown }[]): string | undefined {
  const seen = new Set<unknown>();
  for (const { id } of items) {
    if (seen.has(id)) return shown(id);
    seen.add(id);
  }
  return undefined;
}
