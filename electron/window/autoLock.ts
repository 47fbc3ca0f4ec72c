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
  let wasOpen = false;
  /** What the system's idle time stood at when the vault was opened; it counts from there until the first input. */
  let baseline = 0;
  const check = (): void => {
    if (!deps.isOpen()) {
      wasOpen = false;
      return;
    }
    const now = deps.monotonicMs();
    const systemIdle = deps.systemIdleSeconds();
    if (!wasOpen) {
      wasOpen = true;
      lastActivity = now;
      baseline = systemIdle;
    }
    if (systemIdle < baseline) baseline = 0;
    const limitMs = deps.idleMinutes() * 60_000;
    // A page gone wild could report activity for ever; the system's idle time cannot be faked by it.
    if (now - lastActivity >= limitMs || (systemIdle - baseline) * 1000 >= limitMs) deps.lock();
  };
  const stop = deps.every(check, CHECK_MS);
  return { activity: () => { lastActivity = deps.monotonicMs(); }, check, stop };
}
