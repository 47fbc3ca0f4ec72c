// The documents that are typed into: a long note and the largest template, filled. Refuses chance: the same words each time.
import { loadTemplates, templateById } from '../../shared/notes/loadTemplates.ts';
import { newNote } from '../../shared/notes/newNote.ts';
import type { NoteDocument } from '../../shared/notes/document.ts';
import type { Note } from '../../shared/notes/note.ts';
import type { NoteTemplate } from '../../shared/notes/template.ts';
import { ClientId, LocalId, NoteId, RecordId } from '../../shared/brand.ts';
import { LocalDate, LocalTime } from '../../shared/dates.ts';

export type OpenNote = { readonly value: Note; readonly revision: number; readonly template: NoteTemplate; readonly born: LocalDate };
/** The same words for editors that know headings and paragraphs only. */
export type PeerBlock = { readonly heading: boolean; readonly text: string };
export type BenchDocument = { readonly name: string; readonly open: OpenNote; readonly blocks: readonly PeerBlock[]; /** Words of the block typed into. */ readonly target: string; /** Words of the last line. */ readonly last: string };

const WORDS = 'she came on time and spoke about the weekend with her sister two evenings at home a call she made and what helped her to sleep'.split(' ');

function sentence(index: number, words: number): string {
  return Array.from({ length: words }, (_none, at) => WORDS[(index * 7 + at * 3) % WORDS.length] ?? '').join(' ');
}

function paragraphs(from: number, count: number): { type: 'paragraph'; children: [{ text: string }] }[] {
  return Array.from({ length: count }, (_none, at) => ({ type: 'paragraph', children: [{ text: `${sentence(from + at, 10)} ${String(from + at)}.` }] }));
}

function open(template: NoteTemplate, fill: (document: NoteDocument) => NoteDocument): OpenNote {
  let ids = 0;
  const value = newNote({
    noteId: NoteId.parse('n'.repeat(26)), clientId: ClientId.parse('c'.repeat(26)), episode: null, template, templateRecordId: RecordId.parse('t'.repeat(26)), today: LocalDate.parse('2026-11-02'), startTime: LocalTime.parse('10:00'), at: '2026-11-02T10:00:00.000Z' as never,
    newId: () => LocalId.parse([...String((ids += 1))].map((digit) => 'abcdefghij'[Number(digit)] ?? 'a').join('').padStart(26, '2')),
  });
  return { value: { ...value, document: fill(value.document) }, revision: 1, template, born: LocalDate.parse('1988-04-12') };
}

function peerBlocks({ value, template }: OpenNote): PeerBlock[] {
  const titles = new Map(template.sections.flatMap((section) => [[section.id, section.title] as const, ...section.fields.map((field) => [field.id, field.label] as const)]));
  return value.document.flatMap((section) => [
    { heading: true, text: titles.get(section.sectionId) ?? '' },
    ...section.children.flatMap((child): PeerBlock[] => (child.type === 'textField' ? [{ heading: false, text: titles.get(child.fieldId) ?? '' }, ...child.children.flatMap((block) => (block.type === 'list' ? [] : [{ heading: false, text: block.children.map(({ text }) => text).join('') }]))] : [{ heading: false, text: titles.get(child.fieldId) ?? '' }])),
  ]);
}

/** Any note as `{value, revision, template, born}`; typed into at its middle paragraph. */
export function benchDocument(name: string, note: OpenNote): BenchDocument {
  const lines = note.value.document.flatMap(({ children }) => children.flatMap((child) => (child.type === 'textField' ? child.children.flatMap((block) => (block.type === 'paragraph' ? [block.children.map(({ text }) => text).join('')] : [])) : []))).filter((text) => text !== '');
  return { name, open: note, blocks: peerBlocks(note), target: lines[Math.floor(lines.length / 2)] ?? '', last: lines.at(-1) ?? '' };
}

/** A narrative of this many blocks, about ten words each. */
export function longNote(blocks: number): BenchDocument {
  const note = open(templateById('narrative'), (document) => document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' && child.fieldId === 'narrative_notes' ? { ...child, children: paragraphs(1, blocks) } : child)) })));
  return benchDocument(`long note, ${String(blocks)} blocks`, note);
}

/** The template with most fields, three paragraphs in each text. */
export function largestTemplate(): BenchDocument {
  const size = (template: NoteTemplate): number => template.sections.reduce((sum, { fields }) => sum + fields.length, 0);
  const template = loadTemplates().toSorted((a, b) => size(b) - size(a))[0] ?? templateById('intake');
  let from = 1;
  const note = open(template, (document) => document.map((section) => ({ ...section, children: section.children.map((child) => (child.type === 'textField' ? { ...child, children: paragraphs((from += 3), 3) } : child)) })));
  return benchDocument(`${template.title}, ${String(size(template))} fields`, note);
}
