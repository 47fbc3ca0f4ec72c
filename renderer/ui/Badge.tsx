// Small words in a box: states, alerts and levels of care. Refuses to mean anything by colour alone.
import './badge.css';
import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** A short state. */
export function Badge({ tone = 'plain', children }: { tone?: 'plain' | 'accent' | 'amber'; children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>;
}

const MARKS = { info: Info, warn: TriangleAlert, alert: OctagonAlert } as const;

/** One alert: shape and words differ by severity, colour only repeats it. */
export function AlertMark({ severity, text }: { severity: 'info' | 'warn' | 'alert'; text: string }) {
  return <span className={`alert-mark alert-mark--${severity}`}><Icon of={MARKS[severity]} small /><span>{text}</span></span>;
}

/** A level of care. `step` 1 (least) to 6 (most intense) sets the shade; the words stand inside. */
export function LevelChip({ step, short, full }: { step: number; short: string; full: string }) {
  return <span className={`level-chip level-chip--${Math.min(6, Math.max(1, step))}`} title={full}><span aria-hidden="true">{short}</span><span className="visually-hidden">{full}</span></span>;
}
