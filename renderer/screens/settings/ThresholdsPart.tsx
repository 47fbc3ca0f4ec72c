// The figures of the checks, by group: default, unit and source beside each. Refuses a figure out of its
// bounds, and keeps only what differs from a default.
import './thresholds.css';
import { type ReactNode, useState } from 'react';
import { fitsThreshold, defaultThreshold, NOT_ABOVE, THRESHOLD_GROUPS, type Threshold, type ThresholdChanges, THRESHOLDS } from '../../../shared/rules/thresholds.ts';
import type { Settings } from '../../../shared/settings.ts';
import { thresholdLabel, thresholdText as t } from '../../../shared/text/en/thresholds.ts';
import { useSettingsForm } from '../../data/useSettingsForm.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { focusField } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { NumberField } from '../../ui/TextField.tsx';
import { SaveRow } from './SaveRow.tsx';

type Figures = Readonly<Record<string, number | null>>;

function figuresOf(rules: ThresholdChanges = {}): Figures {
  return Object.fromEntries(THRESHOLDS.map(({ id }) => [id, rules[id] ?? defaultThreshold(id)]));
}

/** Only what differs. */
function changesOf(figures: Figures): ThresholdChanges {
  return Object.fromEntries(Object.entries(figures).flatMap(([id, value]) => (value === null || value === defaultThreshold(id) ? [] : [[id, value]])));
}

/** Sentences by id. */
function wrongFigures(figures: Figures): Readonly<Record<string, string | undefined>> {
  const wrong: Record<string, string> = {};
  for (const threshold of THRESHOLDS) {
    const value = figures[threshold.id] ?? null;
    if (value === null || !fitsThreshold(threshold, value)) wrong[threshold.id] = t.range(threshold.min, threshold.max);
  }
  for (const [low, high] of NOT_ABOVE) if (wrong[low] === undefined && wrong[high] === undefined && (figures[low] ?? 0) > (figures[high] ?? 0)) wrong[low] = t.notAbove(thresholdLabel(high));
  return wrong;
}

function Figure({ threshold, value, turn, error, onChange, onBack }: { threshold: Threshold; value: number | null; turn: number; error: string | undefined; onChange: (value: number | null) => void; onBack: () => void }) {
  const { id, min, max, unit, source, verified } = threshold;
  const normal = defaultThreshold(id);
  const label = thresholdLabel(id);
  return (
    <div className="figure">
      <NumberField key={turn} name={`threshold-${id}`} label={label} hint={t.hint(String(normal), t.units[unit], t.sources[source], verified)} min={min} max={max} step={1} value={value} onChange={onChange} error={error} />
      {value === normal ? null : <Button small look="quiet" aria-label={t.backTo(label)} onClick={onBack}>{t.back}</Button>}
    </div>
  );
}

type GroupProps = { group: Threshold['group']; figures: Figures; turn: number; wrong: Readonly<Record<string, string | undefined>>; opened: boolean; onToggle: (open: boolean) => void; onChange: (id: string, value: number | null) => void; onBack: (id: string) => void; children?: ReactNode };

function Group({ group, figures, turn, wrong, opened, onToggle, onChange, onBack, children }: GroupProps) {
  const own = THRESHOLDS.filter((one) => one.group === group);
  const changed = own.filter(({ id }) => figures[id] !== defaultThreshold(id)).length;
  return (
    <details className="figures" open={opened} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{t.groups[group]}{changed > 0 ? <> <Badge tone="accent">{t.changed(changed)}</Badge></> : null}</summary>
      {opened ? <div className="figures__list">
        {own.map((threshold) => <Figure key={threshold.id} threshold={threshold} value={figures[threshold.id] ?? null} turn={turn} error={wrong[threshold.id]} onChange={(value) => onChange(threshold.id, value)} onBack={() => onBack(threshold.id)} />)}
        {children}
      </div> : null}
    </details>
  );
}

export function ThresholdsPart({ settings }: { settings: Settings }) {
  const [figures, setFigures] = useState(() => figuresOf(settings.rules));
  const [wrong, setWrong] = useState<Readonly<Record<string, string | undefined>>>({});
  const [turn, setTurn] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const check = () => {
    const found = wrongFigures(figures);
    setWrong(found);
    const first = THRESHOLDS.find(({ id }) => found[id] !== undefined);
    if (first === undefined) return true;
    setOpened((before) => new Set([...before, first.group]));
    // After a closed group has been opened.
    requestAnimationFrame(() => focusField(`threshold-${first.id}`));
    return false;
  };
  const { part, change, save, saved, busy, sentence } = useSettingsForm(settings, ['rules', 'unitRule', 'preferCodes'], t.title, check);
  const put = (next: Figures) => { setFigures(next); change({ rules: changesOf(next) }); };
  const set = (id: string, value: number | null) => { setWrong((before) => ({ ...before, [id]: undefined })); put({ ...figures, [id]: value }); };
  // The boxes keep what is typed; a new turn draws them again.
  const back = (id: string) => { set(id, defaultThreshold(id)); setTurn((before) => before + 1); requestAnimationFrame(() => focusField(`threshold-${id}`)); };
  const allBack = () => { put(figuresOf()); setWrong({}); setTurn((before) => before + 1); setAsking(false); };
  const toggle = (group: string, open: boolean) => setOpened((before) => new Set(open ? [...before, group] : [...before].filter((one) => one !== group)));
  return (
    <Panel title={t.title}>
      <p className="quiet small">{t.lead}</p>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <div>
          {THRESHOLD_GROUPS.map((group) => (
            <Group key={group} group={group} figures={figures} turn={turn} wrong={wrong} opened={opened.has(group)} onToggle={(open) => toggle(group, open)} onChange={set} onBack={back}>
              {group === 'notes' ? <>
                <SelectField name="unitRule" label={t.codes.unitRule} hint={t.codes.unitRuleHint} value={part.unitRule ?? 'midpoint'} choices={choicesOf(['midpoint', 'full15'] as const, t.codes.unitRules)} onChange={(unitRule) => change({ unitRule })} />
                <SelectField name="preferCodes" label={t.codes.prefer} value={part.preferCodes ?? 'cpt'} choices={choicesOf(['cpt', 'hcpcs'] as const, t.codes.prefers)} onChange={(preferCodes) => change({ preferCodes })} />
              </> : null}
            </Group>
          ))}
        </div>
        <div className="row"><Button small look="quiet" disabled={Object.keys(changesOf(figures)).length === 0} onClick={() => setAsking(true)}>{t.allBack}</Button></div>
        <SaveRow busy={busy} saved={saved} sentence={sentence} />
      </form>
      {asking ? <ConfirmDialog title={t.allBackTitle} text={t.allBackText} confirmLabel={t.allBackConfirm} cancelLabel={t.allBackCancel} look="primary" onConfirm={allBack} onCancel={() => setAsking(false)} /> : null}
    </Panel>
  );
}
