// How often a channel may be called: `perSecond` calls at once, refilled evenly over a second.
// Refuses the rest, so that a window gone wild cannot keep the machine busy.

/** Makes the limiter of one channel; `now` is monotonic milliseconds. */
export function createRateLimit(perSecond: number, now: () => number): () => boolean {
  let tokens = perSecond;
  let last = now();
  return () => {
    const at = now();
    tokens = Math.min(perSecond, tokens + ((at - last) / 1000) * perSecond);
    last = at;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
