import { describe, expect, it } from 'vitest';
import { ASK_AGAIN_MS, createUnfinished } from './unfinished.ts';

describe('an unfinished form', () => {
  it('is asked about once, and pressing again within the time is the answer', () => {
    const unfinished = createUnfinished();
    expect(unfinished.mayAsk(0)).toBe(false);
    unfinished.set('Add a client');
    expect(unfinished.mayAsk(0)).toBe(true);
    expect(unfinished.mayAsk(ASK_AGAIN_MS - 1)).toBe(false);
    expect(unfinished.mayAsk(ASK_AGAIN_MS)).toBe(true);
  });

  it('is remembered over a lock until the window speaks again', () => {
    const unfinished = createUnfinished();
    unfinished.set('Discharge');
    expect(unfinished.closedByLock()).toBeNull();
    unfinished.locked();
    expect(unfinished.closedByLock()).toBe('Discharge');
    unfinished.set(null);
    expect(unfinished.closedByLock()).toBeNull();
  });
});
