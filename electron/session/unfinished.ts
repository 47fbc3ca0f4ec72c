// Which form of the window holds something typed that is not saved. Refuses the words typed in it: only the
// form's own name is known here, so that closing can ask and a lock can be told of afterwards. Also what the
// person locked for, because the window forgets everything at a lock.

export type Unfinished = {
  /** The window's word; null when nothing is unsaved. */
  readonly set: (form: string | null) => void;
  /** True when there is a form to ask about. Asked again within ASK_AGAIN_MS it is false: a window that does not answer must not keep anyone here. */
  readonly mayAsk: (nowMs: number) => boolean;
  /** The vault is closed: what was open then is remembered until the window speaks again. */
  readonly locked: () => void;
  readonly closedByLock: () => string | null;
  /** The person locks in order to restore a backup. */
  readonly setRestoreNext: (next: boolean) => void;
  readonly restoreNext: () => boolean;
};

/** How long the window has to answer before pressing again counts as the answer. */
export const ASK_AGAIN_MS = 10_000;

export function createUnfinished(): Unfinished {
  let current: string | null = null;
  let closed: string | null = null;
  let restoreNext = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    set: (form) => { current = form; closed = null; },
    mayAsk: (nowMs) => {
      if (current === null || nowMs - askedAt < ASK_AGAIN_MS) return false;
      askedAt = nowMs;
      return true;
    },
    locked: () => { closed = current; current = null; },
    closedByLock: () => closed,
    setRestoreNext: (next) => { restoreNext = next; },
    restoreNext: () => restoreNext,
  };
}
