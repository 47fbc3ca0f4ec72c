// Scrolls a box in the product's one short motion, whose length is the token `--quick`: nothing where a person asked for
// less motion. Refuses to go on against the person's own hand.
const OWN_HAND = ['wheel', 'pointerdown', 'touchstart'] as const;

export type Glide = { readonly to: (box: HTMLElement, top: number) => void; readonly isUnderWay: () => boolean };

/** One motion at a time: a later one ends an earlier. */
export function createGlide(): Glide {
  let stop: (() => void) | null = null;
  return {
    isUnderWay: () => stop !== null,
    to(box, top) {
      stop?.();
      const lasts = Number.parseFloat(getComputedStyle(box).getPropertyValue('--quick'));
      const [from, began] = [box.scrollTop, performance.now()];
      let frame = 0;
      const end = (): void => {
        cancelAnimationFrame(frame);
        for (const name of OWN_HAND) box.removeEventListener(name, end);
        stop = null;
      };
      stop = end;
      for (const name of OWN_HAND) box.addEventListener(name, end, { passive: true });
      const step = (): void => {
        const share = lasts > 0 ? Math.min(1, (performance.now() - began) / lasts) : 1;
        // Slows down towards its end.
        box.scrollTop = from + (top - from) * (1 - (1 - share) ** 3);
        if (share < 1) frame = requestAnimationFrame(step);
        else end();
      };
      step();
    },
  };
}
