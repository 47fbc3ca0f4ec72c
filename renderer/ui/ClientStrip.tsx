// Who this is, where they stand, what matters: the strip that never scrolls away. Refuses diagnosis,
// birth date and anything else that a passer-by should not read at a glance.
import './frame.css';
import { AlertMark, Badge, LevelChip } from './Badge.tsx';

export type StripAlert = { readonly id: string; readonly severity: 'info' | 'warn' | 'alert'; readonly text: string };
export type StripLevel = { readonly step: number; readonly short: string; readonly full: string; readonly day: string | null };

const SHOWN = 2;
const WEIGHT = { alert: 0, warn: 1, info: 2 } as const;

/** One line, two when the window is small. */
export function ClientStrip({ label, name, pronouns, level, noLevel, overlay, archived, alerts, moreLabel, onAlerts }: { label: string; name: string; pronouns: string; level: StripLevel | null; noLevel: string; overlay: string | null; archived: string | null; alerts: readonly StripAlert[]; moreLabel: (count: number) => string; onAlerts: () => void }) {
  const sorted = alerts.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const hidden = sorted.length - SHOWN;
  return (
    <section className="client-strip" aria-label={label}>
      <h1 className="client-strip__name" title={name}>{name}</h1>
      {pronouns ? <span className="client-strip__pronouns">{pronouns}</span> : null}
      {level ? <span className="client-strip__level"><LevelChip step={level.step} short={level.short} full={level.full} /><span className="client-strip__words" aria-hidden="true" data-words={level.full} />{level.day ? <span className="nums">{level.day}</span> : null}</span> : <span className="quiet">{noLevel}</span>}
      {overlay ? <span>{overlay}</span> : null}
      {archived ? <Badge tone="amber">{archived}</Badge> : null}
      {sorted.length > 0 ? (
        <span className="client-strip__alerts">
          {sorted.slice(0, SHOWN).map((alert) => <AlertMark key={alert.id} severity={alert.severity} text={alert.text} />)}
          {hidden > 0 ? <button type="button" className="link small" onClick={onAlerts}>{moreLabel(hidden)}</button> : null}
        </span>
      ) : null}
    </section>
  );
}
