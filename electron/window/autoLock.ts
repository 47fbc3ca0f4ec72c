// Locks the vault when nobody has used the window for the set minutes, when the computer sleeps and
// when its screen is locked. Refuses to trust the window alone: the system's own idle time counts too.

export type AutoLockDeps = {
  /** Monotonic milliseconds: setting the computer's clock neither locks nor keeps open. */
  readonly monotonicMs: () => number;
  /** Seconds since the last input anywhere on this computer. */
  readonly systemIdleSeconds: () => number;
  readonly idleMinutes: () => number;
  readonly isOpen: () => boolean;
  readonly lock: () => void;
  /** Calls `work` every `ms` until the returned function is called. */
  readonly every: (work: () => void, ms: number) => () => void;
};

export type AutoLock = {
  /** The person did something in the window, or has just unlocked it. */
  readonly activity: () => void;
  /** Looks at the clock now. */
  readonly check: () => void;
  readonly stop: () => void;
};

const CHECK_MS = 1000;

/** Starts watching. */
export function createAutoLock(deps: AutoLockDeps): AutoLock {
  let lastActivity = deps.monotonicMs();
  let openSince: number | null = null;
  const check = (): void => {
    const now = deps.monotonicMs();
    if (!deps.isOpen()) {
      openSince = null;
      return;
    }
    if (openSince === null) {
      openSince = now;
      lastActivity = now;
    }
    const limitMs = deps.idleMinutes() * 60_000;
    // A page gone wild could report activity for ever; the system's idle time, counted since unlock, cannot be faked by it.
    const systemIdleMs = Math.min(deps.systemIdleSeconds() * 1000, now - openSince);
    if (now - lastActivity >= limitMs || systemIdleMs >= limitMs) deps.lock();
  };
  const stop = deps.every(check, CHECK_MS);
  return { activity: () => { lastActivity = deps.monotonicMs(); }, check, stop };
}
