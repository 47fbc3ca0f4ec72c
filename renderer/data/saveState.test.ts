import { beforeEach, expect, it } from 'vitest';
import { announceChange, askAgain } from './changes.ts';
import { clientInFront, saveState, setSaveState, tellWritten } from './saveState.ts';

beforeEach(() => {
  clientInFront(null);
  setSaveState({ kind: 'idle' });
});

it('the time of a save for one client does not stand under the next', () => {
  clientInFront('ana');
  setSaveState({ kind: 'saved', at: 1 });
  clientInFront(null);
  expect(saveState()).toEqual({ kind: 'saved', at: 1 });
  clientInFront('ana');
  expect(saveState()).toEqual({ kind: 'saved', at: 1 });
  clientInFront('otto');
  expect(saveState()).toEqual({ kind: 'idle' });
});

it('a client who was just added keeps the time of that save', () => {
  setSaveState({ kind: 'saved', at: 2 });
  clientInFront('otto');
  expect(saveState()).toEqual({ kind: 'saved', at: 2 });
  clientInFront(null);
  clientInFront('ana');
  expect(saveState()).toEqual({ kind: 'idle' });
});

it('every acknowledged write takes the place of an earlier time, and of nothing that is not saved', () => {
  setSaveState({ kind: 'saved', at: 1 });
  tellWritten(5);
  expect(saveState()).toEqual({ kind: 'saved', at: 5 });
  for (const open of [{ kind: 'pending' }, { kind: 'saving' }, { kind: 'notSaved', sentence: 'No.' }] as const) {
    setSaveState(open);
    announceChange();
    expect(saveState()).toEqual(open);
  }
  setSaveState({ kind: 'idle' });
  askAgain();
  expect(saveState()).toEqual({ kind: 'idle' });
  announceChange();
  expect(saveState().kind).toBe('saved');
});
