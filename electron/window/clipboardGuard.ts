// Takes back from the system's clipboard what this app put there: half a minute after the copy, and at once when
// the vault is locked. Refuses to keep the text itself, and to clear what someone else has copied since.
import { createHash } from 'node:crypto';
import type { Clipboard } from 'electron';

export const CLEAR_AFTER_MS = 30_000;

export type ClipboardGuardDeps = {
  readonly clipboard: Pick<Clipboard, 'clear' | 'readText'>;
  /** Returns how to call it off. */
  readonly startTimer: (work: () => void, ms: number) => () => void;
  readonly onTrouble: (error: unknown) => void;
};

export type ClipboardGuard = {
  /** The window has copied something: what lies on the clipboard now is ours. */
  readonly copied: () => Promise<void>;
  /** Clears it if it is still ours. Never rejects. */
  readonly clearNow: () => Promise<void>;
};

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Watches one clipboard for one window. */
export function createClipboardGuard({ clipboard, startTimer, onTrouble }: ClipboardGuardDeps): ClipboardGuard {
  let ours: string | null = null;
  let callOff = (): void => undefined;
  const clearNow = async (): Promise<void> => {
    callOff();
    const mark = ours;
    ours = null;
    if (mark === null) return;
    try {
      if (digest(await clipboard.readText()) === mark) clipboard.clear();
    } catch (error) {
      // A clipboard that cannot be read may still hold a client's words: clearing another's copy is the smaller harm.
      clipboard.clear();
      onTrouble(error);
    }
  };
  return {
    async copied() {
      const text = await clipboard.readText();
      if (text === '') return;
      callOff();
      ours = digest(text);
      callOff = startTimer(() => { void clearNow(); }, CLEAR_AFTER_MS);
    },
    clearNow,
  };
}
