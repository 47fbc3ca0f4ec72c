// Asks the window to save what is being typed and waits for its word, before the vault is closed.
// Refuses to wait longer than a person locking a laptop would: an open vault is the greater harm.

export const FLUSH_LIMIT_MS = 3000;

/** `silent`: no window, or no word in time. */
export type FlushAnswer = 'saved' | 'unsaved' | 'silent';

export type FlushGate = {
  /** Sends "vault:locking" and resolves with the window's word, or after FLUSH_LIMIT_MS. */
  readonly ask: () => Promise<FlushAnswer>;
  /** The window's word (`app:flushed`). */
  readonly flushed: (saved: boolean) => void;
};

type Timer = (work: () => void, ms: number) => () => void;

const realTimer: Timer = (work, ms) => {
  const handle = setTimeout(work, ms);
  return () => clearTimeout(handle);
};

/** `send` returns false when there is no window to ask. */
export function createFlushGate(send: () => boolean, startTimer: Timer = realTimer): FlushGate {
  let answer: ((word: FlushAnswer) => void) | null = null;
  return {
    ask: () => new Promise((resolve) => {
      const stop = startTimer(() => answer?.('silent'), FLUSH_LIMIT_MS);
      answer = (word) => {
        stop();
        answer = null;
        resolve(word);
      };
      if (!send()) answer('silent');
    }),
    flushed: (saved) => answer?.(saved ? 'saved' : 'unsaved'),
  };
}
