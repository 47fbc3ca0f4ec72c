// What of a note is drawn first: as much as the window shows. The rest follows in small turns, so that a long note
// stands before the eye at once and the hand is never held up. Refuses to leave a part out: whoever needs the whole
// note on the page calls `all`.
import { createContext, useContext, useLayoutEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { afterPaint } from '../data/afterPaint.ts';
import type { EditorField, EditorTextField } from './slateTypes.ts';

/** Least heights in pixels: too small a guess draws a part too much, too large a guess leaves a gap at the first sight. */
export const HEAD_PX = 60;
const LINE_PX = 26;
const CONTROL_PX = 34;
const TABLE_PX = 120;

/** Small enough to leave the hand room between two turns. */
const PARTS_A_TURN = 3;

/** Blocks in one chunk of a long text field (decisions 0030 and 0038). */
export const CHUNK_BLOCKS = 25;
/** The least height of a chunk. */
export const CHUNK_PX = CHUNK_BLOCKS * LINE_PX;

/** What stands above the text of every note: its times and the risk check. Less than they take in any window. */
const ABOVE_PX = 440;
/** A low window, too, has the first place to write in. */
const LEAST_PX = 300;

/** The least height of a field; of a long text only that of its label, as its chunks are counted when they are drawn. */
export function fieldPx(child: EditorField | EditorTextField): number {
  if (child.type === 'textField') return child.children.length > CHUNK_BLOCKS ? 0 : child.children.length * LINE_PX;
  return child.field.kind === 'table' ? TABLE_PX : CONTROL_PX;
}

/** Which parts of one note are on the page. Parts ask in the order of the page. */
export class FirstSight {
  #room: number;
  #begun = false;
  #whole = false;
  readonly #waiting = new Set<() => void>();
  readonly #told = new Set<() => void>();

  /** `height`: of the window, in pixels. */
  constructor(height: number) {
    this.#room = Math.max(LEAST_PX, height - ABOVE_PX);
  }

  /** True when a part of this height is to be drawn now; `inside`: of a part whose turn came later, with which it is drawn. */
  takes(px: number, inside: boolean): boolean {
    if (this.#whole || (inside && this.#begun)) return true;
    const taken = this.#room > 0;
    this.#room -= px;
    return taken;
  }

  /** `show` is called when it is the part's turn. Returns how to give the turn up. */
  wait(show: () => void): () => void {
    this.#waiting.add(show);
    return () => { this.#waiting.delete(show); };
  }

  /** Calls back once the whole note is on the page. Returns how to no longer be called. */
  onWhole(tell: () => void): () => void {
    if (this.#whole) return () => undefined;
    this.#told.add(tell);
    return () => { this.#told.delete(tell); };
  }

  /** Lets the rest follow, part by part, from the first frame on. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    afterPaint(() => this.#turn());
  }

  /** Puts the whole note on the page now. Not to be called while React draws. */
  all(): void {
    while (this.#waiting.size > 0) flushSync(() => { for (const show of this.#next(this.#waiting.size)) show(); });
    this.#finish();
  }

  #next(count: number): (() => void)[] {
    const parts = [...this.#waiting].slice(0, count);
    for (const part of parts) this.#waiting.delete(part);
    return parts;
  }

  #turn(): void {
    if (this.#waiting.size === 0) {
      this.#finish();
      return;
    }
    for (const show of this.#next(PARTS_A_TURN)) show();
    setTimeout(() => this.#turn());
  }

  #finish(): void {
    if (this.#whole) return;
    this.#whole = true;
    for (const tell of this.#told) tell();
    this.#told.clear();
  }
}

/** The first sight of the note around; a part outside of one is drawn at once. */
export const SightContext = createContext<FirstSight | null>(null);

/** Its children when their turn has come. `px`: the least height they take; `inside`: they need no turn of their own once the first frame is over. */
export function InSight({ px, inside = false, children }: { px: number; inside?: boolean; children: ReactNode }) {
  const sight = useContext(SightContext);
  const [shown, setShown] = useState(() => sight?.takes(px, inside) !== false);
  useLayoutEffect(() => (shown || sight === null ? undefined : sight.wait(() => setShown(true))), [shown, sight]);
  // Others may look for it: as long as it is there, the page does not hold the whole note.
  return shown ? children : <span data-pending hidden contentEditable={false} />;
}
