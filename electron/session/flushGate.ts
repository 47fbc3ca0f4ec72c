// Asks the window to save what is being typed and waits for its word, before the vault is closed.
// Refuses to wait longer than a person locking a laptop would: an open vault is the greater harm.

export const FLUSH_LIMIT_MS = 3000;

export type FlushGate = {
  /** Sends "vault:locking" and resolves when the window has answered, or after FLUSH_LIMIT_MS. True when it answered. */
  readonly ask: () => Promise<boolean>;
  /** The window's answer (`app:flushed`). */
  readonly flushed: () => void;
};

type Timer = (work: () => void, ms: number) => () => void;

const realTimer: Timer = (work, ms) => {
  const handle = setTimeout(work, ms);
  return () => clearTimeout(handle);
};

/** `send` returns false when there is no window to ask. */
export function createFlushGate(send: () => boolean, startTimer: Timer = realTimer): FlushGate {
  let answer: ((answered: boolean) => void) | null = null;
  return {
    ask: () => new Promise((resolve) => {
      const stop = startTimer(() => answer?.(false), FLUSH_LIMIT_MS);
      answer = (answered) => {
        stop();
        answer = null;
        resolve(answered);
      };
      if (!send()) answer(false);
    }),
    flushed: () => answer?.(true),
  };
}
