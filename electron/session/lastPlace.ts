// Where the person was when the vault was locked, because the window forgets everything then. Refuses any disk, and
// whatever a window did not say in its word before this very lock.
import type { Place } from '../../shared/ipc/place.ts';

export type LastPlace = {
  /** A lock begins: what was said before another one no longer counts. */
  readonly locking: () => void;
  /** The window's word. */
  readonly tell: (place: Place | null) => void;
  /** The vault is closed: what was said is kept until it is asked for. */
  readonly locked: () => void;
  /** The place, once. */
  readonly take: () => Place | null;
};

export function createLastPlace(): LastPlace {
  let told: Place | null = null;
  let kept: Place | null = null;
  return {
    locking: () => { told = null; },
    tell: (place) => { told = place; },
    locked: () => { kept = told; told = null; },
    take: () => {
      const place = kept;
      kept = null;
      return place;
    },
  };
}
