// Decides when a draft is saved and what to say about it. Pure: time, timers and the save itself
// are passed in. Refuses to overlap saves, to drop a change made while one is under way, and to say
// "saved" before the disk has answered.
import { isAppError, type ErrorCode, type ErrorFacts } from '../../../shared/errors.ts';

/** After the last change. */
export const QUIET_MS = 600;
/** At the latest, while typing goes on: with the save itself, under the 2 seconds that may be lost. */
export const LATEST_MS = 1200;
const RETRY_FIRST_MS = 2_000;
const RETRY_MOST_MS = 60_000;
/** Refusals that waiting does not mend. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['SAVE_CONFLICT', 'NOTE_SIGNED', 'NOT_FOUND', 'SAVE_READ_ONLY', 'CLIENT_ARCHIVED']);

export type AutosaveState =
  | { readonly kind: 'clean'; readonly savedAt: number | null }
  | { readonly kind: 'unsaved'; readonly savedAt: number | null }
  | { readonly kind: 'saving'; readonly savedAt: number | null }
  | { readonly kind: 'failed'; readonly savedAt: number | null; readonly code: ErrorCode; readonly facts: ErrorFacts; readonly retryAt: number | null };

export type AutosaveParts = {
  /** Saves what is on the screen now; resolves with the time of the save when the disk has it. */
  readonly save: () => Promise<{ savedAt: number }>;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  readonly clearTimer: (timer: unknown) => void;
  readonly onState: (state: AutosaveState) => void;
};

export type Autosave = {
  /** A change was made. */
  readonly touch: () => void;
  /** Saves now; resolves when everything typed so far is on the disk, rejects with the refusal. */
  readonly flush: () => Promise<void>;
  readonly state: () => AutosaveState;
  /** Stops timers; does not save. */
  readonly stop: () => void;
};

/** A new autosave for one open draft. */
export function createAutosave(parts: AutosaveParts): Autosave {
  let state: AutosaveState = { kind: 'clean', savedAt: null };
  /** Counts changes; a save covers the changes counted before it began. */
  let changes = 0;
  let saved = 0;
  let dirtySince = 0;
  let failures = 0;
  let timer: unknown = null;
  let running: Promise<void> | null = null;

  function become(next: AutosaveState): void {
    state = next;
    parts.onState(next);
  }

  function arm(ms: number): void {
    if (timer !== null) parts.clearTimer(timer);
    timer = parts.setTimer(() => { timer = null; settle(run()); }, ms);
  }

  function fail(error: unknown): void {
    const code = isAppError(error) ? error.code : 'INTERNAL';
    const final = FINAL.has(code);
    const pause = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** failures);
    failures += 1;
    become({ kind: 'failed', savedAt: state.savedAt, code, facts: isAppError(error) ? error.facts : {}, retryAt: final ? null : parts.now() + pause });
    if (!final) arm(pause);
  }

  async function once(): Promise<void> {
    const covers = changes;
    become({ kind: 'saving', savedAt: state.savedAt });
    try {
      const { savedAt } = await parts.save();
      saved = covers;
      failures = 0;
      if (changes > saved) dirtySince = parts.now();
      become({ kind: changes > saved ? 'unsaved' : 'clean', savedAt });
      if (changes > saved) arm(QUIET_MS);
    } catch (error) {
      fail(error);
      throw error;
    }
  }

  function run(): Promise<void> {
    running ??= once().finally(() => { running = null; });
    return running;
  }

  return {
    touch() {
      changes += 1;
      if (state.kind === 'failed') return;
      const now = parts.now();
      if (changes === saved + 1 || (state.kind !== 'unsaved' && state.kind !== 'saving')) dirtySince = now;
      if (state.kind === 'clean') become({ kind: 'unsaved', savedAt: state.savedAt });
      if (state.kind !== 'saving') arm(Math.max(0, Math.min(QUIET_MS, dirtySince + LATEST_MS - now)));
    },
    async flush() {
      // The save under way may have begun before the last change: save again until none is left.
      if (running) await running;
      while (changes > saved) {
        if (timer !== null) parts.clearTimer(timer);
        timer = null;
        await run();
      }
    },
    state: () => state,
    stop() {
      if (timer !== null) parts.clearTimer(timer);
      timer = null;
    },
  };
}

/** A failed save has already been told through `onState`; the timer has no one else to tell. */
function settle(work: Promise<void>): void {
  work.then(undefined, () => undefined);
}
