// The line at the foot: save, network, backup. Refuses to be the only place where a failure is told.
import './frame.css';
import { Check, CircleAlert, HardDrive, LoaderCircle, LockOpen, Pencil, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export type SaveLine = { readonly kind: 'idle' | 'pending' | 'saving' | 'saved' | 'notSaved'; readonly text: string };
const SAVE_ICONS: Readonly<Record<SaveLine['kind'], IconType>> = { idle: LockOpen, pending: Pencil, saving: LoaderCircle, saved: Check, notSaved: CircleAlert };

/** The state of a save in words and shape, the only one on a page. It is spoken of what is final. */
function SaveState({ line }: { line: SaveLine }) {
  return <span className={`save-state save-state--${line.kind}`} role="status" aria-live={line.kind === 'saving' ? 'off' : 'polite'}><Icon of={SAVE_ICONS[line.kind]} small /><span>{line.text}</span></span>;
}

function Fact({ icon, text, why }: { icon: IconType; text: string; why: string }) {
  return <Tooltip text={why}><button type="button" className="status-bar__fact"><Icon of={icon} small /><span>{text}</span></button></Tooltip>;
}

export function StatusBar({ label, save, network, networkWhy, backup, backupWhy, extra }: { label: string; save: SaveLine; network: string; networkWhy: string; backup: string; backupWhy: string; extra?: ReactNode }) {
  return (
    <footer className="status-bar" aria-label={label}>
      <SaveState line={save} />
      {extra}
      <span className="status-bar__facts">
        <Fact icon={WifiOff} text={network} why={networkWhy} />
        <Fact icon={HardDrive} text={backup} why={backupWhy} />
      </span>
    </footer>
  );
}
