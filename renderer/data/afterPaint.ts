// Work that may wait until what was just drawn has been painted. Refuses to promise when: a window that is not shown
// paints nothing.

/** Runs `work` after the next frame was painted. Returns how to give it up. */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A timer that is set in the callback of a frame runs after that frame was painted.
  const frame = requestAnimationFrame(() => { timer = setTimeout(work); });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
