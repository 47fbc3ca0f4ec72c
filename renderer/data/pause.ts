// Work that waits for a pause in what a person does. Refuses a timer for each touch: setting one anew at every key costs
// more than looking at the clock once it has run.

export type Pause = {
  /** Something was done: the pause begins anew. */
  readonly touch: () => void;
  /** Does what waits now, if anything does. */
  readonly flush: () => void;
  /** Drops what waits. */
  readonly stop: () => void;
  readonly isWaiting: () => boolean;
};

/** Runs `run` once, `ms` milliseconds after the last touch. */
export function createPause(ms: number, run: () => void): Pause {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const flush = (): void => {
    if (timer === null) return;
    stop();
    run();
  };
  const wait = (rest: number): void => {
    timer = setTimeout(() => {
      const left = last + ms - performance.now();
      if (left > 0) wait(left);
      else flush();
    }, rest);
  };
  return {
    touch: () => {
      last = performance.now();
      if (timer === null) wait(ms);
    },
    flush,
    stop,
    isWaiting: () => timer !== null,
  };
}
