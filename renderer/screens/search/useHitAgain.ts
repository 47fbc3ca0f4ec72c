// Gives the keyboard back to the hit that one comes back from, once it stands there again. Refuses to take it from
// whoever has begun something else meanwhile.
import { useEffect, useRef, type RefObject } from 'react';
import type { SearchAnswer } from '../../../shared/search/search.ts';

/** `hit`: its key; null when one has come to ask anew. Where it is no longer found, the box has the keyboard. */
export function useHitAgain(root: RefObject<HTMLElement | null>, hit: string | null, answer: SearchAnswer | undefined): void {
  const wanted = useRef(hit);
  useEffect(() => {
    if (wanted.current === null || answer === undefined) return;
    const found = root.current?.querySelector<HTMLElement>(`[data-hit="${CSS.escape(wanted.current)}"]`) ?? null;
    // It may still be on its way into the index.
    if (found === null && answer.indexed < answer.of) return;
    wanted.current = null;
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement?.id !== 'room') return;
    (found ?? root.current?.querySelector<HTMLElement>('input[type=search]'))?.focus();
    found?.scrollIntoView({ block: 'center' });
  }, [root, answer]);
}
