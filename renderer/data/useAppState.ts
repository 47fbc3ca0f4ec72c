// Which of the few phases the app is in (no vault, locked, open ...), and the duties of the window
// towards the lock: flush when asked, report activity. Refuses to decide anything about locking.
import { useCallback, useEffect, useState } from 'react';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import { api, onEvent } from '../api.ts';
import { flushAll } from './flush.ts';
import { placeNow } from './place.ts';
import { sentenceOf } from './sentenceOf.ts';

const ACTIVITY_EVERY_MS = 5000;
/** Main loads the page anew after a lock; where that does not come, the locked window is shown by this one. */
const FRESH_PAGE_MS = 5000;

/** A call whose failure has no one to tell: the window is being closed, or main asks again by itself. */
function settle(call: Promise<unknown>): void {
  call.then(undefined, () => undefined);
}

/** The phase, a way to set it from an answer, and the sentence when even that cannot be had. `ending`: the vault is locked and this page about to go. */
export function useAppState(): { state: AppState | undefined; ending: boolean; trouble: string | undefined; setState: (state: AppState) => void; reload: () => void } {
  const [state, setState] = useState<AppState>();
  const [trouble, setTrouble] = useState<string>();
  const [ending, setEnding] = useState(false);
  const reload = useCallback(() => { api.app.state({}).then(setState, (error: unknown) => setTrouble(sentenceOf(error))); }, []);
  useEffect(reload, [reload]);
  useEffect(() => {
    let late: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      onEvent('vault:locking', () => {
        const place = placeNow();
        void flushAll().then((saved) => settle(api.app.flushed({ saved, place })));
      }),
      // No box for the passphrase on a page that is about to be replaced: what is typed in it would be lost half-way.
      onEvent('vault:locked', () => {
        setEnding(true);
        late = setTimeout(() => { setEnding(false); reload(); }, FRESH_PAGE_MS);
      }),
    ];
    return () => {
      clearTimeout(late);
      for (const stop of stops) stop();
    };
  }, [reload]);
  useEffect(() => { document.documentElement.dataset['theme'] = state?.theme ?? 'system'; }, [state?.theme]);
  const open = state?.phase === 'open';
  useEffect(() => (open ? reportActivity() : undefined), [open]);
  return { state, ending, trouble, setState, reload };
}

function reportActivity(): () => void {
  let last = 0;
  const seen = () => {
    if (Date.now() - last < ACTIVITY_EVERY_MS) return;
    last = Date.now();
    settle(api.vault.activity({}));
  };
  const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
  for (const kind of kinds) globalThis.addEventListener(kind, seen, { capture: true, passive: true });
  return () => { for (const kind of kinds) globalThis.removeEventListener(kind, seen, { capture: true }); };
}
