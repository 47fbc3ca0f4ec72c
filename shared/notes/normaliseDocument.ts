// Rebuilds a document on its template: missing places come back empty, strange ones go, their words
// stay. Refuses to lose text: what has no place of its own is kept in the last text field.
import type { LocalId } from '../brand.ts';
import type { Block, FieldElement, ListItem, NoteDocument, SectionElement, TextFieldElement, TextRun } from './document.ts';
import { emptyFieldElement } from './newNote.ts';
import { textFieldText } from './plainText.ts';
import { rowsOf } from './presetTables.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

function sameMarks(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic;
}

// Empty runs go and neighbours with the same marks become one, as Slate keeps them.
function mergeRuns(children: readonly TextRun[]): TextRun[] {
  const merged: TextRun[] = [];
  for (const run of children) {
    const last = merged.at(-1);
    if (last !== undefined && sameMarks(last, run)) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') merged.push(run);
  }
  return merged.length === 0 ? [{ text: '' }] : merged;
}

function normaliseBlock(block: Block): Block {
  if (block.type !== 'list') return { ...block, children: mergeRuns(block.children) };
  return { ...block, children: block.children.map((item): ListItem => ({ ...item, children: mergeRuns(item.children) })) };
}

type Answer = FieldElement | TextFieldElement;

function answerFor(answers: Map<string, Answer>, field: TemplateField, newId: () => LocalId): Answer {
  const found = answers.get(field.id);
  const fits = found !== undefined && (found.type === 'textField' ? field.kind === 'text' : found.field.kind === field.kind);
  if (!fits) return emptyFieldElement(field, newId);
  answers.delete(field.id);
  return found.type === 'textField' ? { ...found, children: found.children.map(normaliseBlock) } : found;
}

function wordsOf(answer: Answer): string {
  if (answer.type === 'textField') return textFieldText(answer);
  if (answer.field.kind === 'shortText') return answer.field.value.trim();
  return (rowsOf(answer.field) ?? []).flatMap((row) => Object.values(row.cells).filter((cell) => typeof cell === 'string' && cell !== '')).join('; ');
}

function keepWords(sections: SectionElement[], lines: readonly string[]): void {
  const blocks = lines.flatMap((line) => line.split('\n')).map((text): Block => ({ type: 'paragraph', children: [{ text }] }));
  for (const section of sections.toReversed()) {
    const last = section.children.findLastIndex((child) => child.type === 'textField');
    const field = section.children[last];
    if (field?.type !== 'textField') continue;
    const blank = field.children.length === 1 && textFieldText(field) === '';
    section.children[last] = { ...field, children: blank ? blocks : [...field.children, ...blocks] };
    return;
  }
}

/** The same answers in exactly the template's places. Idempotent; a fitting document keeps its content. */
export function normaliseDocument(document: NoteDocument, template: NoteTemplate, newId: () => LocalId): NoteDocument {
  const answers = new Map<string, Answer>();
  const spare: Answer[] = [];
  for (const answer of document.flatMap(({ children }) => children)) {
    if (answers.has(answer.fieldId)) spare.push(answer);
    else answers.set(answer.fieldId, answer);
  }
  const sections = template.sections.map((section): SectionElement => ({ type: 'section', sectionId: section.id, children: section.fields.map((field) => answerFor(answers, field, newId)) }));
  const homeless = [...answers.values(), ...spare].map(wordsOf).filter((words) => words !== '');
  if (homeless.length > 0) keepWords(sections, homeless);
  return sections;
}
