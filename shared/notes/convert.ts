// Moves a note from one format to another (SOAP, DAP, BIRP, GIRP, PIRP, narrative). Refuses to drop a
// word: what has no place of its own goes, under its old label, into the first place for running text.
import type { LocalId } from '../brand.ts';
import { AppError } from '../errors.ts';
import { answerFits } from './checkDocument.ts';
import type { Block, FieldElement, NoteDocument, TextFieldElement } from './document.ts';
import { emptyDocument } from './newNote.ts';
import { answerText } from './plainText.ts';
import type { NoteTemplate, TemplateField } from './template.ts';

/** The formats that are offered for conversion. Any other template with running text works as well. */
export const CONVERTIBLE_IDS = ['soap', 'dap', 'birp', 'girp', 'pirp', 'narrative'] as const;

// Where the words of a field go when the new format has no such field: the first that exists
// (CLINICAL D.2: S and O to D or B, A to A or R, P to P).
const HOMES: Readonly<Record<string, readonly string[]>> = {
  client_report: ['data_notes', 'behavior_notes', 'problem_notes', 'narrative_notes', 'client_response'],
  observed: ['data_notes', 'behavior_notes', 'narrative_notes', 'client_response'],
  measured: ['data_notes', 'behavior_notes', 'observed', 'narrative_notes', 'client_response'],
  data_notes: ['client_report', 'behavior_notes', 'problem_notes', 'narrative_notes', 'client_response'],
  behavior_notes: ['data_notes', 'observed', 'narrative_notes', 'client_response'],
  goal_notes: ['problem_notes', 'clinical_meaning', 'narrative_notes', 'progress_notes'],
  problem_notes: ['client_report', 'data_notes', 'behavior_notes', 'goal_notes', 'narrative_notes'],
  narrative_notes: ['data_notes', 'client_report', 'behavior_notes', 'problem_notes', 'client_response'],
  clinical_meaning: ['narrative_notes', 'client_response'],
  risk_view: ['clinical_meaning', 'narrative_notes', 'client_response'],
  level_fit: ['plan_changes', 'next_steps'],
  homework: ['next_steps'], referrals: ['next_steps'], test_plan: ['next_steps'], plan_changes: ['next_steps'],
};

export type Moved = { readonly from: string; readonly fromLabel: string; readonly to: string; readonly toLabel: string; readonly text: string };
export type Conversion = {
  readonly document: NoteDocument;
  /** Fields whose answer stands where it stood, by id. */
  readonly kept: readonly string[];
  /** What changed its place, in the order of the old note. */
  readonly moved: readonly Moved[];
  /** Part of `moved`: what had no place of its own. It is in the document too, under its old label. */
  readonly leftOver: readonly Moved[];
};

type Answer = FieldElement | TextFieldElement;
type Piece = { readonly label: string; readonly blocks: readonly Block[]; readonly own: boolean };

const paragraph = (text: string, bold = false): Block => ({ type: 'paragraph', children: [bold ? { text, bold: true } : { text }] });
const isBlank = ({ children: [only, ...others] }: TextFieldElement): boolean => others.length === 0 && only?.type === 'paragraph' && only.children.every(({ text }) => text.trim() === '');

// A piece stands under its old label as soon as it shares a place, or came from a field of another kind.
function joined(pieces: readonly Piece[]): Block[] {
  return pieces.flatMap(({ label, blocks, own }) => (own || pieces.length === 1 ? blocks : [paragraph(label, true), ...blocks]));
}

function blocksOf(answer: Answer, field: TemplateField): readonly Block[] {
  if (answer.type === 'textField') return isBlank(answer) ? [] : answer.children;
  const text = answerText(answer, field).trim();
  if (text === '') return [];
  return field.kind === 'shortText' ? text.split('\n').map((line) => paragraph(line)) : `${field.label}: ${text}`.split('\n').map((line) => paragraph(line));
}

function staysWhole(answer: Answer, target: TemplateField | undefined): boolean {
  if (target === undefined) return false;
  return answer.type === 'textField' ? target.kind === 'text' : target.kind !== 'text' && answerFits(answer, target, false);
}

function plainOf(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => (block.type === 'list' ? block.children : [block]).map(({ children }) => children.map(({ text }) => text).join('')));
  return lines.join('\n').trim();
}

/**
 * The note's answers in the places of another template, with what moved where, for a preview. Throws
 * TEMPLATE_UNKNOWN when the new template has no place for running text.
 */
export function convertNote(document: NoteDocument, from: NoteTemplate, to: NoteTemplate, newId?: () => LocalId): Conversion {
  const targets = new Map(to.sections.flatMap(({ fields }) => fields).map((field) => [field.id, field]));
  const answers = new Map(document.flatMap(({ children }) => children).map((answer) => [answer.fieldId, answer]));
  const catchAll = [...targets.values()].find(({ kind }) => kind === 'text');
  if (catchAll === undefined) throw new AppError('TEMPLATE_UNKNOWN', { template: to.id });
  const whole = new Map<string, FieldElement>();
  const pieces = new Map<string, Piece[]>();
  const kept: string[] = [];
  const moved: Moved[] = [];
  const leftOver: Moved[] = [];
  for (const field of from.sections.flatMap(({ fields }) => fields)) {
    const answer = answers.get(field.id);
    const blocks = answer === undefined ? [] : blocksOf(answer, field);
    if (answer === undefined || blocks.length === 0) continue;
    const same = staysWhole(answer, targets.get(field.id));
    if (same) kept.push(field.id);
    if (same && answer.type === 'field') {
      whole.set(field.id, answer);
      continue;
    }
    const home = same ? field : (HOMES[field.id] ?? []).map((id) => targets.get(id)).find((target) => target?.kind === 'text');
    const target = home ?? catchAll;
    const piece = { label: field.label, blocks, own: same };
    pieces.set(target.id, same ? [piece, ...(pieces.get(target.id) ?? [])] : [...(pieces.get(target.id) ?? []), piece]);
    if (same) continue;
    const move = { from: field.id, fromLabel: field.label, to: target.id, toLabel: target.label, text: plainOf(blocks) };
    moved.push(move);
    if (home === undefined) leftOver.push(move);
  }
  return { document: filled(emptyDocument(to, newId), whole, pieces), kept, moved, leftOver };
}

function filled(blank: NoteDocument, whole: ReadonlyMap<string, FieldElement>, pieces: ReadonlyMap<string, readonly Piece[]>): NoteDocument {
  return blank.map((section) => ({
    ...section,
    children: section.children.map((element): Answer => {
      const own = pieces.get(element.fieldId);
      if (element.type === 'textField') return own === undefined ? element : { ...element, children: joined(own) };
      return whole.get(element.fieldId) ?? element;
    }),
  }));
}
