// What the status line hears of one autosave, in order; the pause runs when the test says so.
import { expect, it } from 'vitest';
import type { SaveState } from '../../data/saveState.ts';
import type { AutosaveState } from './autosave.ts';
import { createSaveTeller, type SaveTeller } from './saveTeller.ts';

const unsaved = (savedAt: number | null): AutosaveState => ({ kind: 'unsaved', savedAt });
const saving = (savedAt: number | null): AutosaveState => ({ kind: 'saving', savedAt });
const clean = (savedAt: number): AutosaveState => ({ kind: 'clean', savedAt });

function listen(): { line: SaveState[]; teller: SaveTeller; rest: () => void } {
  const line: SaveState[] = [{ kind: 'idle' }];
  let waiting = false;
  let work = (): void => undefined;
  const run = (): void => {
    if (!waiting) return;
    waiting = false;
    work();
  };
  const teller = createSaveTeller({
    show: (state) => { line.push(state); },
    shown: () => line.at(-1) ?? { kind: 'idle' },
    pause: (then) => {
      work = then;
      return { touch: () => { waiting = true; }, flush: run, stop: () => { waiting = false; }, isWaiting: () => waiting };
    },
  });
  return { line, teller, rest: run };
}

it('says one thing while a person types, however many saves fall into it, and the time of the last once they rest', () => {
  const { line, teller, rest } = listen();
  for (const at of [1, 2, 3]) for (const state of [unsaved(at - 1), saving(at - 1), clean(at)]) teller.tell(state);
  expect(line.slice(1)).toEqual([{ kind: 'saving' }]);
  rest();
  expect(line.slice(1)).toEqual([{ kind: 'saving' }, { kind: 'saved', at: 3 }]);
});

it('never says saved over what is typed since', () => {
  const { line, teller, rest } = listen();
  teller.tell(clean(1));
  teller.tell(unsaved(1));
  rest();
  teller.settle();
  expect(line.at(-1)).toEqual({ kind: 'saving' });
});

it('tells a failure at once, and what waits when the person goes elsewhere', () => {
  const { line, teller, rest } = listen();
  teller.tell(clean(1));
  teller.tell({ kind: 'failed', savedAt: 1, code: 'SAVE_FULL', facts: {}, retryAt: null });
  rest();
  expect(line.at(-1)?.kind).toBe('notSaved');
  teller.tell(clean(2));
  teller.settle();
  expect(line.at(-1)).toEqual({ kind: 'saved', at: 2 });
});
