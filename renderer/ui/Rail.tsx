// The left rail: the rooms of the app and the lock. Narrow, it shows icons with their names as
// tooltips. Refuses counts or names of clients, so that a glance over the shoulder tells nothing.
import './frame.css';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { Icon, type IconType } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export type RailItem = { readonly id: string; readonly label: string; readonly icon: IconType; readonly keys?: string; readonly current?: boolean; readonly perform: () => void };

function Entry({ item, narrow }: { item: RailItem; narrow: boolean }) {
  const button = (
    <button type="button" className="rail__item" aria-current={item.current ? 'page' : undefined} aria-label={narrow ? item.label : undefined} onClick={item.perform}>
      <Icon of={item.icon} />
      {narrow ? null : <><span className="rail__label">{item.label}</span>{item.keys ? <span className="rail__keys" aria-hidden="true">{item.keys}</span> : null}</>}
    </button>
  );
  return narrow ? <Tooltip text={item.keys ? `${item.label} (${item.keys})` : item.label} side="right">{button}</Tooltip> : button;
}

/** Rooms above, lasting acts below. */
export function Rail({ appName, label, items, foot, narrow, onNarrow, narrowLabel, widenLabel }: { appName: string; label: string; items: readonly RailItem[]; foot: readonly RailItem[]; narrow: boolean; onNarrow: (narrow: boolean) => void; narrowLabel: string; widenLabel: string }) {
  const toggle: RailItem = { id: 'narrow', label: narrow ? widenLabel : narrowLabel, icon: narrow ? PanelLeftOpen : PanelLeftClose, perform: () => onNarrow(!narrow) };
  return (
    <nav className="rail" aria-label={label} data-narrow={narrow || undefined}>
      <div className="rail__brand" aria-hidden={narrow || undefined}>{narrow ? appName.slice(0, 1) : appName}</div>
      <ul className="rail__list">{items.map((item) => <li key={item.id}><Entry item={item} narrow={narrow} /></li>)}</ul>
      <ul className="rail__list rail__list--foot">{[...foot, toggle].map((item) => <li key={item.id}><Entry item={item} narrow={narrow} /></li>)}</ul>
    </nav>
  );
}
