// Words that appear on hover and focus beside something short. Refuses to carry what is nowhere else.
import './popup.css';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/** Wraps one focusable element. */
export function Tooltip({ text, side = 'top', children }: { text: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactElement<Record<string, unknown>> }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={300} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="popup-positioner">
          <Base.Popup className="tooltip">{text}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
