// What was copied is gone after half a minute or at the lock, and only if it is still ours.
import { describe, expect, it } from 'vitest';
import { CLEAR_AFTER_MS, createClipboardGuard } from './clipboardGuard.ts';

function board() {
  const timers: { work: () => void; ms: number }[] = [];
  const troubles: unknown[] = [];
  const state = { text: '', broken: false };
  const guard = createClipboardGuard({
    clipboard: { clear: () => { state.text = ''; }, readText: async () => { if (state.broken) throw new Error('no clipboard'); return state.text; } },
    startTimer: (work, ms) => {
      const timer = { work, ms };
      timers.push(timer);
      return () => { timers.splice(timers.indexOf(timer) >>> 0, 1); };
    },
    onTrouble: (error) => { troubles.push(error); },
  });
  const settle = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  return { state, guard, timers, troubles, settle };
}

describe('the clipboard', () => {
  it('is cleared half a minute after the last copy', async () => {
    const { state, guard, timers, settle } = board();
    state.text = 'first words of a client';
    await guard.copied();
    state.text = 'later words of a client';
    await guard.copied();
    expect(timers.map((timer) => timer.ms)).toEqual([CLEAR_AFTER_MS]);
    timers[0]?.work();
    await settle();
    expect(state.text).toBe('');
  });

  it('is cleared at the lock, without waiting', async () => {
    const { state, guard, timers } = board();
    state.text = 'words of a client';
    await guard.copied();
    await guard.clearNow();
    expect(state.text).toBe('');
    expect(timers).toEqual([]);
  });

  it('keeps what was copied elsewhere since, and what was there before', async () => {
    const { state, guard } = board();
    state.text = 'a shopping list';
    await guard.clearNow();
    expect(state.text).toBe('a shopping list');
    state.text = 'words of a client';
    await guard.copied();
    state.text = 'a shopping list';
    await guard.clearNow();
    expect(state.text).toBe('a shopping list');
    await guard.clearNow();
    expect(state.text).toBe('a shopping list');
  });

  it('is cleared unread when it cannot be read, and the trouble is told', async () => {
    const { state, guard, troubles } = board();
    state.text = 'words of a client';
    await guard.copied();
    state.broken = true;
    await guard.clearNow();
    expect(state.text).toBe('');
    expect(troubles).toHaveLength(1);
  });
});
