// Brings an element into view and keeps it there until the page has found its heights: what is out of sight is not laid
// out, and takes its place only once the view comes near. Refuses to hold the view against the person's own hand.
const STILL_FRAMES = 8;
const MOST_FRAMES = 90;
const OWN_HAND = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

let stop: () => void = () => undefined;

/** A later call ends an earlier one. */
export function scrollSettled(element: Element, block: ScrollLogicalPosition): void {
  stop();
  let [still, frames, last, ended] = [0, 0, Number.NaN, false];
  const end = (): void => {
    ended = true;
    for (const name of OWN_HAND) removeEventListener(name, end, { capture: true });
  };
  stop = end;
  for (const name of OWN_HAND) addEventListener(name, end, { capture: true, passive: true });
  const look = (): void => {
    if (ended) return;
    element.scrollIntoView({ block });
    const { top } = element.getBoundingClientRect();
    still = Math.abs(top - last) < 1 ? still + 1 : 0;
    last = top;
    frames += 1;
    if (still >= STILL_FRAMES || frames >= MOST_FRAMES || !element.isConnected) end();
    else requestAnimationFrame(look);
  };
  look();
}
