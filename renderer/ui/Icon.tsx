// One size and weight for the icons of the house, hidden from screen readers because words stand
// beside them. Refuses to be the only name of a control.
import type { LucideIcon } from 'lucide-react';

export type IconType = LucideIcon;

/** A decorative icon; the words beside it carry the meaning. */
export function Icon({ of: Shape, small = false }: { of: IconType; small?: boolean }) {
  return <Shape className={small ? 'icon icon--small' : 'icon'} aria-hidden="true" focusable="false" />;
}
