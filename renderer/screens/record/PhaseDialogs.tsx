// Adding, editing and beginning a phase.
import { useState } from 'react';
import { BASE_LEVELS, type LevelOfCare, type Phase, PROGRAM_TRACKS } from '../../../shared/continuum/episode.ts';
import { levelInfo, levelName } from '../../../shared/continuum/levels.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { levelFactsText, trackLabels } from '../../../shared/text/en/levelFacts.ts';
import { settingsText } from '../../../shared/text/en/settings.ts';
import { CheckboxGroupField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { FieldErrors } from '../../ui/Notes.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';
import { applyToEpisode, type HeldEpisode } from './useEpisode.ts';

type Track = (typeof PROGRAM_TRACKS)[number];
const t = episodeText.phases;
const optional = frameText.optional;
const missing = episodeText.move.dateMissing;

export function AddPhaseDialog({ held, today, onClose }: { held: HeldEpisode; today: LocalDate; onClose: () => void }) {
  const [level, setLevel] = useState<LevelOfCare | null>(null);
  const [start, setStart] = useState<string>(today);
  const [end, setEnd] = useState('');
  const [program, setProgram] = useState('');
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const plannedStart = dayOf(start);
    if (level === null || plannedStart === null) return { level: level === null ? episodeText.starting.chooseLevel : undefined, plannedStart: plannedStart === null ? missing : undefined };
    return () => applyToEpisode(held, { kind: 'addPhase', level, plannedStart, plannedEnd: dayOf(end), program: program.trim() });
  };
  return (
    <FormDialog title={t.addTitle} submitLabel={t.addSubmit} submit={submit} onClose={onClose}>
      {(errors) => <>
        <SelectField name="level" label={episodeText.starting.level} placeholder={episodeText.starting.chooseLevel} value={level} choices={BASE_LEVELS.map((value) => ({ value, label: levelName(value) }))} onChange={setLevel} error={errors['level']} />
        <div className="columns-2">
          <DateField name="plannedStart" label={t.plannedStart} value={start} onChange={setStart} impossible={episodeText.impossible} error={errors['plannedStart']} />
          <DateField name="plannedEnd" label={t.plannedEnd} optional={optional} value={end} onChange={setEnd} impossible={episodeText.impossible} />
        </div>
        <TextField name="program" label={t.program} optional={optional} value={program} maxLength={200} onChange={setProgram} />
      </>}
    </FormDialog>
  );
}

export function EditPhaseDialog({ held, phase, onClose }: { held: HeldEpisode; phase: Phase; onClose: () => void }) {
  const [start, setStart] = useState<string>(phase.plannedStart);
  const [end, setEnd] = useState<string>(phase.plannedEnd ?? '');
  const [program, setProgram] = useState(phase.program);
  const [edition, setEdition] = useState<'none' | '3' | '4'>(phase.asamEdition ?? 'none');
  const [number, setNumber] = useState(phase.asamNumber);
  const [notes, setNotes] = useState(phase.notes);
  const [tracks, setTracks] = useState<readonly Track[]>(phase.tracks ?? []);
  const over = phase.actualEnd !== null;
  const numbers = edition === 'none' ? null : levelInfo(phase.level).asam[edition];
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const plannedStart = dayOf(start);
    if (plannedStart === null) return { plannedStart: missing };
    return () => applyToEpisode(held, { kind: 'editPhase', phaseId: phase.id, plannedStart, plannedEnd: dayOf(end), program: program.trim(), asamEdition: edition === 'none' ? null : edition, asamNumber: number.trim(), notes, tracks: [...tracks] });
  };
  return (
    <FormDialog title={t.editTitle(levelName(phase.level))} submitLabel={t.editSubmit} submit={submit} onClose={onClose}>
      {(errors) => <>
        <div className="columns-2">
          <DateField name="plannedStart" label={t.plannedStart} value={start} readOnly={over} onChange={setStart} impossible={episodeText.impossible} error={errors['plannedStart']} />
          <DateField name="plannedEnd" label={t.plannedEnd} optional={optional} value={end} readOnly={over} onChange={setEnd} impossible={episodeText.impossible} />
        </div>
        <TextField name="program" label={t.program} optional={optional} value={program} maxLength={200} onChange={setProgram} />
        <CheckboxGroupField name="tracks" legend={levelFactsText.trackLegend} hint={levelFactsText.trackHint} columns choices={choicesOf(PROGRAM_TRACKS, trackLabels)} values={tracks} onChange={setTracks} />
        <div className="columns-2">
          <SelectField name="asamEdition" label={t.asamEdition} value={edition} onChange={setEdition} choices={[{ value: 'none', label: t.asamNone }, { value: '3', label: settingsText.window.asams['3'] }, { value: '4', label: settingsText.window.asams['4'] }]} />
          <TextField name="asamNumber" label={t.asamNumber} optional={optional} hint={numbers && numbers.numbers.length > 0 ? `${numbers.numbers.join(', ')}${numbers.verified ? '' : ` (${episodeText.unverified})`}` : t.asamHint} value={number} maxLength={20} onChange={setNumber} />
        </div>
        <TextArea name="phaseNotes" label={t.notes} optional={optional} rows={2} value={notes} maxLength={2000} onChange={setNotes} />
      </>}
    </FormDialog>
  );
}

export function BeginPhaseDialog({ held, phase, today, onClose }: { held: HeldEpisode; phase: Phase; today: LocalDate; onClose: () => void }) {
  const [date, setDate] = useState<string>(phase.plannedStart < today ? phase.plannedStart : today);
  const submit = (): FieldErrors | (() => Promise<void>) => {
    const day = dayOf(date);
    return day === null ? { beginDate: missing } : () => applyToEpisode(held, { kind: 'startPhase', phaseId: phase.id, date: day });
  };
  return (
    <FormDialog title={t.beginTitle(levelName(phase.level))} submitLabel={t.beginSubmit} places={{ date: 'beginDate' }} submit={submit} onClose={onClose}>
      {(errors) => <DateField name="beginDate" label={t.beginDate} value={date} onChange={setDate} impossible={episodeText.impossible} error={errors['beginDate']} />}
    </FormDialog>
  );
}
