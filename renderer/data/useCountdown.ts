// Seconds until the next try at a secret. Refuses to decide when that is: main says so.
import { useEffect, useState } from 'react';

/** Seconds left until the next try may be made, and how to begin anew. */
export function useCountdown(initial: number): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + initial * 1000);
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [left]);
  return [left, (seconds) => { setNow(Date.now()); setUntil(Date.now() + seconds * 1000); }];
}
