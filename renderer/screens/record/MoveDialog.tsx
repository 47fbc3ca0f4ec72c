// Step down, step up, transfer: who decided why, what the client says, who meets them next. Shows
// prompts of readiness; refuses to make them conditions.
import { useState } from 'react';
import { BASE_LEVELS, type LevelOfCare, type Phase } from '../../../shared/continuum/episode.ts';
import { levelName, moveDirection, type MoveDirection } from '../../../shared/continuum/levels.ts';
import { moveReasons, readinessPrompts, stepUpPrompts } from '../../../shared/continuum/reasons.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { CheckboxGroupField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

const t = episodeText.move;
const optional = frameText.optional;
const PLACES = { date: 'moveDate' };

function Prompts({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return <details className="prompts"><summary>{title}</summary><p className="small quiet">{t.promptsHint}</p><ul className="bullets small">{items.map((item) => <li key={item}>{item}</li>)}</ul></details>;
}

/** Levels that lie in a direction from another. */
export function levelsToward(from: LevelOfCare, direction: MoveDirection): LevelOfCare[] {
  return BASE_LEVELS.filter((level) => moveDirection(from, level) === direction);
}

export function MoveDialog({ held, from, direction, today, onClose }: { held: HeldEpisode; from: Phase; direction: MoveDirection; today: LocalDate; onClose: () => void }) {
  const targets = levelsToward(from.level, direction);
  const planned = held.value.phases.find((phase) => phase.actualStart === null && phase.endReason === '' && targets.includes(phase.level));
  const [to, setTo] = useState<LevelOfCare | null>(planned?.level ?? (targets.length === 1 ? targets[0] ?? null : null));
  const [date, setDate] = useState<string>(today);
  const [reasons, setReasons] = useState<string[]>([]);
  const [text, setText] = useState({ clientView: '', program: '', handoff: '', note: '', plannedEnd: '', firstAppointment: '' });
  const set = (part: Partial<typeof text>) => setText((before) => ({ ...before, ...part }));
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    if (to === null || day === null || reasons.length === 0) return { to: to === null ? t.chooseTo : undefined, moveDate: day === null ? t.dateMissing : undefined, reasons: reasons.length === 0 ? t.reasonMissing : undefined };
    return () => applyToEpisode(held, { kind: 'move', direction, to, date: day, reasons, note: text.note, program: text.program.trim(), plannedEnd: dayOf(text.plannedEnd), clientView: text.clientView, handoffContact: text.handoff.trim(), firstAppointment: dayOf(text.firstAppointment) });
  };
  return (
    <FormDialog title={t.titles[direction]} text={t.from(levelName(from.level))} submitLabel={t.submits[direction]} wide places={PLACES} submit={submit} onClose={onClose}>
      {(errors) => <>
        <div className="columns-2">
          <SelectField name="to" label={t.to} placeholder={t.chooseTo} value={to} choices={targets.map((value) => ({ value, label: levelName(value) }))} onChange={setTo} error={errors['to']} />
          <DateField name="moveDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['moveDate']} />
        </div>
        {to && direction === 'down' ? <Prompts title={t.readyTitle} items={readinessPrompts(from.level, to)} /> : null}
        {direction === 'up' ? <Prompts title={t.upTitle} items={stepUpPrompts()} /> : null}
        <CheckboxGroupField name="reasons" legend={t.reasons} hint={t.reasonsHint} choices={moveReasons(direction).map(({ code, label }) => ({ value: code, label }))} values={reasons} onChange={setReasons} error={errors['reasons']} columns />
        <TextArea name="clientView" label={t.clientView} optional={optional} rows={2} value={text.clientView} maxLength={2000} onChange={(clientView) => set({ clientView })} />
        <div className="columns-2">
          <TextField name="program" label={t.program} optional={optional} value={text.program} maxLength={200} onChange={(program) => set({ program })} />
          <DateField name="plannedEnd" label={t.plannedEnd} optional={optional} value={text.plannedEnd} onChange={(plannedEnd) => set({ plannedEnd })} impossible={episodeText.impossible} />
          <TextField name="handoff" label={t.handoff} optional={optional} placeholder={t.handoffHint} value={text.handoff} maxLength={200} onChange={(handoff) => set({ handoff })} />
          <DateField name="firstAppointment" label={t.firstAppointment} optional={optional} value={text.firstAppointment} onChange={(firstAppointment) => set({ firstAppointment })} impossible={episodeText.impossible} />
        </div>
        <TextArea name="note" label={t.note} optional={optional} rows={2} value={text.note} maxLength={4000} onChange={(note) => set({ note })} />
      </>}
    </FormDialog>
  );
}
