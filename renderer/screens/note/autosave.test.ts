// The autosave against a clock of its own: counts saves, never seconds of the machine.
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { createAutosave, LATEST_MS, QUIET_MS, type AutosaveState } from './autosave.ts';

type Timer = { at: number; run: () => void };

function bench() {
  let now = 0;
  let timers: Timer[] = [];
  const waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  const states: AutosaveState[] = [];
  let saves = 0;
  let overlapping = 0;
  const autosave = createAutosave({
    now: () => now,
    setTimer: (run, ms) => { const timer = { at: now + ms, run }; timers.push(timer); return timer; },
    clearTimer: (timer) => { timers = timers.filter((each) => each !== timer); },
    onState: (state) => { states.push(state); },
    save: () => {
      saves += 1;
      if (waiting.length > 0) overlapping += 1;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve: () => resolve({ savedAt: now }), reject });
      });
    },
  });
  return {
    autosave, states,
    saves: () => saves,
    overlapping: () => overlapping,
    timers: () => timers.length,
    advance(ms: number) {
      const until = now + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        now = due.at;
        timers = timers.filter((timer) => timer !== due);
        due.run();
      }
      now = until;
    },
    async answer(error?: unknown) {
      const first = waiting.shift();
      if (error === undefined) first?.resolve();
      else first?.reject(error);
      for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
    },
  };
}

describe('autosave', () => {
  it('saves once after a pause', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS - 1);
    expect(b.saves()).toBe(0);
    b.advance(1);
    expect(b.saves()).toBe(1);
    await b.answer();
    expect(b.autosave.state()).toEqual({ kind: 'clean', savedAt: QUIET_MS });
  });

  it('saves at the latest after LATEST_MS while typing goes on', () => {
    const b = bench();
    for (let ms = 0; ms < LATEST_MS; ms += 100) {
      b.autosave.touch();
      b.advance(100);
    }
    expect(b.saves()).toBe(1);
  });

  it('never leaves typing unsaved longer than LATEST_MS plus one save, whatever the rhythm', async () => {
    const b = bench();
    let unsavedSince: number | null = null;
    let now = 0;
    let longest = 0;
    for (let step = 0; step < 2000; step += 1) {
      const pause = (step * 37) % 550;
      b.autosave.touch();
      unsavedSince ??= now;
      b.advance(pause);
      now += pause;
      if (b.autosave.state().kind === 'saving') {
        await b.answer();
        longest = Math.max(longest, now - (unsavedSince ?? now));
        unsavedSince = null;
      }
    }
    expect(b.saves()).toBeGreaterThan(100);
    expect(b.overlapping()).toBe(0);
    expect(longest).toBeLessThanOrEqual(LATEST_MS + 550);
  });

  it('saves again what was typed while a save was under way, without overlapping', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS);
    b.autosave.touch();
    b.advance(LATEST_MS * 2);
    expect(b.saves()).toBe(1);
    await b.answer();
    expect(b.autosave.state().kind).toBe('unsaved');
    b.advance(QUIET_MS);
    expect(b.saves()).toBe(2);
    await b.answer();
    expect(b.autosave.state().kind).toBe('clean');
    expect(b.overlapping()).toBe(0);
  });

  it('flush waits for the save under way and then saves the rest', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS);
    b.autosave.touch();
    let flushed = false;
    const done = b.autosave.flush().then(() => { flushed = true; });
    await b.answer();
    expect(flushed).toBe(false);
    expect(b.saves()).toBe(2);
    await b.answer();
    await done;
    expect(flushed).toBe(true);
  });

  it('retries a failure with growing pauses and keeps counting changes', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS);
    await b.answer(new AppError('SAVE_FULL'));
    const first = b.autosave.state();
    expect(first.kind === 'failed' && first.code === 'SAVE_FULL' && first.retryAt).toBe(QUIET_MS + 2000);
    b.autosave.touch();
    b.advance(1999);
    expect(b.saves()).toBe(1);
    b.advance(1);
    expect(b.saves()).toBe(2);
    await b.answer(new AppError('SAVE_FULL'));
    b.advance(3999);
    expect(b.saves()).toBe(2);
    b.advance(1);
    expect(b.saves()).toBe(3);
    await b.answer();
    expect(b.autosave.state().kind).toBe('clean');
  });

  it('saves on demand after a failure', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS);
    await b.answer(new AppError('SAVE_BUSY'));
    const retry = b.autosave.flush();
    expect(b.saves()).toBe(2);
    await b.answer();
    await retry;
    expect(b.autosave.state().kind).toBe('clean');
    expect(b.timers()).toBe(0);
  });

  it('does not retry a conflict by itself', async () => {
    const b = bench();
    b.autosave.touch();
    b.advance(QUIET_MS);
    await b.answer(new AppError('SAVE_CONFLICT'));
    b.autosave.touch();
    b.advance(600_000);
    expect(b.saves()).toBe(1);
    const state = b.autosave.state();
    expect(state.kind === 'failed' && state.retryAt).toBe(null);
  });

  it('flush tells the refusal', async () => {
    const b = bench();
    b.autosave.touch();
    const flush = b.autosave.flush();
    await b.answer(new AppError('SAVE_DENIED'));
    await expect(flush).rejects.toThrow('SAVE_DENIED');
  });
});
