// A button that opens a short list of acts, over the library's Menu. Refuses acts without words.
import './popup.css';
import { Menu as Base } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { Button, type ButtonLook } from './Button.tsx';
import { Icon, type IconType } from './Icon.tsx';

export type MenuItem = { readonly id: string; readonly label: string; readonly note?: string; readonly icon?: IconType; readonly danger?: boolean; readonly perform: () => void };

/** A menu button. */
export function Menu({ label, items, look = 'plain', icon, small = false }: { label: string; items: readonly MenuItem[]; look?: ButtonLook; icon?: IconType; small?: boolean }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={<Button look={look} icon={icon} small={small}><span className="row-tight">{label} <Icon of={ChevronDown} small /></span></Button>} />
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={4} align="end">
          <Base.Popup className="popup">
            {items.map((item) => (
              <Base.Item key={item.id} className={item.danger ? 'popup__item popup__item--danger' : 'popup__item'} onClick={item.perform}>
                {item.icon ? <Icon of={item.icon} small /> : null}
                <span>{item.label}{item.note ? <span className="popup__note">{item.note}</span> : null}</span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
