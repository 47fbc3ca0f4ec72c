// A button that opens a short list of acts, over the library's Menu. Refuses acts without words.
import './popup.css';
import { Menu as Base } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { Button, type ButtonLook } from './Button.tsx';
import { Icon, type IconType } from './Icon.tsx';

export type MenuItem = { readonly id: string; readonly label: string; readonly note?: string; readonly icon?: IconType; readonly danger?: boolean; /** Items with the same heading stand together under it. */ readonly group?: string; readonly perform: () => void };

/** Items in order, those of one heading side by side. */
function groupsOf(items: readonly MenuItem[]): { group: string | undefined; members: MenuItem[] }[] {
  const groups: { group: string | undefined; members: MenuItem[] }[] = [];
  for (const item of items) {
    const known = groups.find((each) => each.group === item.group);
    if (known) known.members.push(item);
    else groups.push({ group: item.group, members: [item] });
  }
  return groups;
}

function Line({ item }: { item: MenuItem }) {
  return (
    <Base.Item className={item.danger ? 'popup__item popup__item--danger' : 'popup__item'} onClick={item.perform}>
      {item.icon ? <Icon of={item.icon} small /> : null}
      <span>{item.label}{item.note ? <span className="popup__note">{item.note}</span> : null}</span>
    </Base.Item>
  );
}

/** A menu button. */
export function Menu({ label, items, look = 'plain', icon, small = false }: { label: string; items: readonly MenuItem[]; look?: ButtonLook; icon?: IconType; small?: boolean }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={<Button look={look} icon={icon} small={small}><span className="row-tight">{label} <Icon of={ChevronDown} small /></span></Button>} />
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={4} align="end">
          <Base.Popup className="popup">
            <div className={items.some((item) => item.group !== undefined) ? 'popup__columns' : undefined}>
            {groupsOf(items).map(({ group, members }) => (group === undefined
              ? members.map((item) => <Line key={item.id} item={item} />)
              : <Base.Group key={group} className="popup__group"><Base.GroupLabel className="popup__heading">{group}</Base.GroupLabel>{members.map((item) => <Line key={item.id} item={item} />)}</Base.Group>))}
            </div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
