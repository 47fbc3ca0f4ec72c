import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSaver } from './saver.ts';
import type { SaveState } from './saveState.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

function collect() {
  const states: SaveState['kind'][] = [];
  return { states, onState: (state: SaveState) => { states.push(state.kind); }, sentenceOf: () => 'no' };
}

describe('createSaver', () => {
  it('saves once after the last change, with the newest value', async () => {
    const saved: string[] = [];
    const { states, ...rest } = collect();
    const saver = createSaver<string>({ ...rest, save: async (value) => { saved.push(value); } });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(500);
    saver.change('ab');
    await vi.advanceTimersByTimeAsync(599);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('never runs two saves at once and saves what was typed meanwhile', async () => {
    let atOnce = 0;
    let most = 0;
    const saved: string[] = [];
    const saver = createSaver<string>({ ...collect(), save: async (value) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
      saved.push(value);
      atOnce -= 1;
    } });
    saver.change('one');
    await vi.advanceTimersByTimeAsync(700);
    saver.change('two');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(5000);
    await flushed;
    expect(most).toBe(1);
    expect(saved).toEqual(['one', 'two']);
  });

  it('keeps the value after a failure, says so, and tries again by itself', async () => {
    let broken = true;
    const saved: string[] = [];
    const { states, ...rest } = collect();
    const saver = createSaver<string>({ ...rest, save: async (value) => { if (broken) throw new Error('full'); saved.push(value); } });
    saver.change('kept');
    await vi.advanceTimersByTimeAsync(600);
    expect(states.at(-1)).toBe('notSaved');
    await expect(saver.flush()).rejects.toThrow('full');
    broken = false;
    saver.change('kept and more');
    await vi.advanceTimersByTimeAsync(600);
    expect(saved).toEqual(['kept and more']);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again without a new change', async () => {
    let tries = 0;
    const saver = createSaver<string>({ ...collect(), save: async () => { tries += 1; if (tries < 3) throw new Error('busy'); } });
    saver.change('x');
    await vi.advanceTimersByTimeAsync(600 + 2000 + 4000);
    expect(tries).toBe(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(3);
  });

  it('flush resolves at once when nothing waits', async () => {
    const saver = createSaver<string>({ ...collect(), save: async () => { throw new Error('never'); } });
    await expect(saver.flush()).resolves.toBeUndefined();
  });
});
