// Builds blocks from a stream of text, breaks and boundaries. Refuses more blocks or characters
// than one paste may bring, and any nesting: a list in a list or a quote in a quote is flattened.
import type { Block, ListItem, TextRun } from '../../../shared/notes/document.ts';
import { cleanText, cutText } from '../../../shared/cleanText.ts';
import { PASTE_MAX_BLOCKS, PASTE_MAX_CHARACTERS } from './pasteLimits.ts';

type Style = { bold: boolean; italic: boolean; keepSpace: boolean };
type Pending = { type: 'paragraph' | 'quote' } | { type: 'listItem'; ordered: boolean };

export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #runs: TextRun[] = [];
  #lists: boolean[] = [];
  #quotes = 0;
  #characters = 0;
  #items = 0;
  #cut = false;
  #spaceBefore = true;

  /** Adds text; white space is folded as a browser would show it. */
  text(raw: string, style: Style): void {
    if (this.#cut) return;
    let text = cleanText(raw);
    if (!style.keepSpace) {
      text = text.replace(/[ \t\n]+/g, ' ');
      if (this.#spaceBefore) text = text.replace(/^ /, '');
    }
    if (text === '') return;
    const room = PASTE_MAX_CHARACTERS - this.#characters;
    if (text.length > room) {
      text = cutText(text, room);
      this.#cut = true;
      if (text === '') return;
    }
    this.#characters += text.length;
    this.#spaceBefore = !style.keepSpace && text.endsWith(' ');
    this.#push(text, style);
  }

  #push(text: string, style: Style): void {
    const last = this.#runs.at(-1);
    if (last && (last.bold ?? false) === style.bold && (last.italic ?? false) === style.italic) {
      last.text += text;
      return;
    }
    const run: TextRun = { text };
    if (style.bold) run.bold = true;
    if (style.italic) run.italic = true;
    this.#runs.push(run);
  }

  /** A break inside a block. */
  lineBreak(): void {
    if (this.#cut) return;
    this.#push('\n', { bold: false, italic: false, keepSpace: true });
    this.#spaceBefore = true;
  }

  /** The space between two cells of a table. */
  gap(): void {
    if (this.#runs.length > 0 && !this.#spaceBefore) this.#push('\t', { bold: false, italic: false, keepSpace: true });
    this.#spaceBefore = true;
  }

  /** Starts a list; true when it lies in another one and is flattened. */
  enterList(ordered: boolean): boolean {
    this.boundary();
    this.#lists.push(ordered);
    return this.#lists.length > 1;
  }

  leaveList(): void {
    this.boundary();
    this.#lists.pop();
  }

  /** Starts an item of the innermost list. */
  item(): void {
    this.boundary();
  }

  /** Starts a quote; true when it lies in another one and is flattened. */
  enterQuote(): boolean {
    this.boundary();
    this.#quotes += 1;
    return this.#quotes > 1;
  }

  leaveQuote(): void {
    this.boundary();
    this.#quotes = Math.max(0, this.#quotes - 1);
  }

  /** Ends the block under way, if it holds anything. */
  boundary(): void {
    const runs = trimRuns(this.#runs);
    this.#runs = [];
    this.#spaceBefore = true;
    if (runs.length === 0 || this.#full()) return;
    const ordered = this.#lists.at(-1);
    this.#append(ordered !== undefined ? { type: 'listItem', ordered } : { type: this.#quotes > 0 ? 'quote' : 'paragraph' }, runs);
  }

  #full(): boolean {
    if (this.#blocks.length + this.#items < PASTE_MAX_BLOCKS) return false;
    this.#cut = true;
    return true;
  }

  #append(pending: Pending, runs: TextRun[]): void {
    if (pending.type !== 'listItem') {
      this.#blocks.push({ type: pending.type, children: runs });
      return;
    }
    const item: ListItem = { type: 'listItem', children: runs };
    this.#items += 1;
    const last = this.#blocks.at(-1);
    if (last?.type === 'list' && last.ordered === pending.ordered) last.children.push(item);
    else this.#blocks.push({ type: 'list', ordered: pending.ordered, children: [item] });
  }

  /** The blocks, and whether text was left out because there was too much. */
  finish(): { blocks: Block[]; cut: boolean } {
    this.boundary();
    return { blocks: this.#blocks, cut: this.#cut };
  }
}

/** Runs without white space at the ends; empty when nothing is left. */
function trimRuns(runs: readonly TextRun[]): TextRun[] {
  const out = runs.map((run) => ({ ...run }));
  for (let first = out[0]; first; first = out[0]) {
    first.text = first.text.replace(/^[ \t\n]+/, '');
    if (first.text !== '') break;
    out.shift();
  }
  for (let last = out.at(-1); last; last = out.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    out.pop();
  }
  return out;
}
