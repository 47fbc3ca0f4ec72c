// Counts the calls that are using the open vault, so that locking can let them finish. Refuses to wait for ever.

export type InFlight = {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is running, or after `limitMs`. */
  readonly settled: (limitMs: number) => Promise<void>;
};

/** Makes the counter. */
export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const forget = (): void => { running.delete(work); };
      work.then(forget, forget);
      return work;
    },
    async settled(limitMs) {
      if (running.size === 0) return;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => { timer = setTimeout(resolve, limitMs); });
      await Promise.race([Promise.allSettled(running), limit]);
      clearTimeout(timer);
    },
  };
}
