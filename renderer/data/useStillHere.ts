// Whether a screen still stands when an answer comes. Refuses to stop the work itself: what was asked for is done.
import { useCallback, useEffect, useRef } from 'react';

/** A late answer must not lead a person away who has gone elsewhere meanwhile, perhaps to another client. */
export function useStillHere(): () => boolean {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => { here.current = false; };
  }, []);
  return useCallback(() => here.current, []);
}
