// An Enter that came before the lines for the typed words were there: it is kept and taken once they are, so that fast
// hands get the line they typed for. Refuses to keep it over anything that is done meanwhile.
import { useEffect, useRef } from 'react';

/** `settled`: what Enter would take is known. Call `forget` whenever the words or the mark change. */
export function useLateEnter(settled: boolean, enter: () => void): { readonly press: () => void; readonly forget: () => void } {
  const waits = useRef(false);
  useEffect(() => {
    if (!waits.current || !settled) return;
    waits.current = false;
    enter();
  });
  return { press: () => { if (settled) enter(); else waits.current = true; }, forget: () => { waits.current = false; } };
}
