// The line at the foot: save, network, backup. Refuses to be the only place where a failure is told.
import './frame.css';
import { Check, CircleAlert, HardDrive, LoaderCircle, LockOpen, Pencil, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconType } from './Icon.tsx';
import { Tooltip } from './Tooltip.tsx';

export type SaveLine = { readonly kind: 'idle' | 'pending' | 'saving' | 'saved' | 'notSaved'; readonly text: string };
const SAVE_ICONS: Readonly<Record<SaveLine['kind'], IconType>> = { idle: LockOpen, pending: Pencil, saving: LoaderCircle, saved: Check, notSaved: CircleAlert };

/** The state of a save in words and shape. Only one on a page may be `spoken`, and it speaks only of what is final. */
export function SaveState({ line, spoken = false }: { line: SaveLine; spoken?: boolean }) {
  return <span className={`save-state save-state--${line.kind}`} role={spoken ? 'status' : undefined} aria-live={spoken ? (line.kind === 'saving' ? 'off' : 'polite') : undefined}><Icon of={SAVE_ICONS[line.kind]} small /><span>{line.text}</span></span>;
}

function Fact({ icon, text, why }: { icon: IconType; text: string; why: string }) {
  return <Tooltip text={why}><button type="button" className="status-bar__fact"><Icon of={icon} small /><span>{text}</span></button></Tooltip>;
}

export function StatusBar({ label, save, network, networkWhy, backup, backupWhy, extra }: { label: string; save: SaveLine; network: string; networkWhy: string; backup: string; backupWhy: string; extra?: ReactNode }) {
  return (
    <footer className="status-bar" aria-label={label}>
      <SaveState line={save} spoken />
      {extra}
      <span className="status-bar__facts">
        <Fact icon={WifiOff} text={network} why={networkWhy} />
        <Fact icon={HardDrive} text={backup} why={backupWhy} />
      </span>
    </footer>
  );
}
