// Saves a value some moments after it last changed: one save at a time, the newest value wins, a
// failure keeps the value and tries again with growing pauses. Refuses to say "saved" before the save
// has answered. Knows neither React nor what is saved.
import type { SaveState } from './saveState.ts';

export type Saver<T> = {
  /** Takes the newest value. */
  readonly change: (value: T) => void;
  /** Saves what is waiting now; rejects when it could not be saved. */
  readonly flush: () => Promise<void>;
  /** Throws away what is waiting, because the person said so; a save under way still ends. */
  readonly drop: () => void;
  /** Stops the clock; what is waiting stays unsaved. */
  readonly stop: () => void;
};

type Options<T> = { readonly save: (value: T) => Promise<void>; readonly onState: (state: SaveState) => void; readonly sentenceOf: (error: unknown) => string; readonly waitMs?: number; readonly now?: () => number };

const LONGEST_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;

/** A saver over one way to save. */
export function createSaver<T>({ save, onState, sentenceOf, waitMs = 600, now = () => Date.now() }: Options<T>): Saver<T> {
  let waiting: { readonly value: T } | undefined;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const plan = (pause: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => { run().then(undefined, () => plan(pauseAfter(failures))); }, pause);
  };

  const work = async () => {
    while (waiting !== undefined) {
      const taken = waiting;
      waiting = undefined;
      onState({ kind: 'saving' });
      try {
        await save(taken.value);
        failures = 0;
        onState({ kind: 'saved', at: now() });
      } catch (error) {
        // A newer value, typed meanwhile, stands in for the one that failed.
        waiting ??= taken;
        failures += 1;
        onState({ kind: 'notSaved', sentence: sentenceOf(error) });
        throw error;
      }
    }
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= work().finally(() => { running = undefined; });
    return running;
  };

  return {
    change: (value) => { waiting = { value }; plan(waitMs); },
    flush: async () => { if (waiting !== undefined || running !== undefined) await run(); },
    drop: () => { waiting = undefined; clearTimeout(timer); },
    stop: () => { stopped = true; clearTimeout(timer); },
  };
}

function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
}
