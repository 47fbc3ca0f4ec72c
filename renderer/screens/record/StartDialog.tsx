// Starts an episode from a program outline, with its dates shown before anything is saved, or with
// one level by hand. Refuses to choose either.
import { useState } from 'react';
import type { ClientId } from '../../../shared/brand.ts';
import { BASE_LEVELS, type EpisodeStart, type LevelOfCare } from '../../../shared/continuum/episode.ts';
import { isFarAhead, MOST_YEARS_AHEAD } from '../../../shared/continuum/careDays.ts';
import { allOverlays, levelInfo, levelName } from '../../../shared/continuum/levels.ts';
import { phasesFromPreset } from '../../../shared/continuum/presets.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { Preset } from '../../../shared/ipc/clientsContract.ts';
import { episodeText } from '../../../shared/text/en/episode.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';
import { newLocalId } from '../../data/today.ts';
import { useCall } from '../../data/useCall.ts';
import { RadioField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { Notice, type FieldErrors } from '../../ui/Notes.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { dayOf } from './dayInput.ts';
import { FormDialog } from './FormDialog.tsx';

const t = episodeText.starting;

function Preview({ preset, start }: { preset: Preset; start: LocalDate }) {
  const phases = phasesFromPreset(preset, start, newLocalId);
  const alongside = allOverlays().filter((overlay) => preset.overlays.includes(overlay.kind)).map((overlay) => overlay.name);
  return (
    <div className="stack-tight">
      <h3>{t.preview}</h3>
      <table className="mini-table" aria-label={t.preview}>
        <thead><tr><th scope="col">{t.columns.level}</th><th scope="col">{t.columns.from}</th><th scope="col">{t.columns.to}</th></tr></thead>
        <tbody>{phases.map((phase) => <tr key={phase.id}><td>{levelName(phase.level)}</td><td className="nums">{formatDayWithYear(phase.plannedStart)}</td><td className="nums">{phase.plannedEnd === null ? t.openEnded : formatDayWithYear(phase.plannedEnd)}</td></tr>)}</tbody>
      </table>
      {alongside.length > 0 ? <p className="small">{t.alongside}: {alongside.join(', ')}</p> : null}
      <p className="small quiet">{preset.summary}</p>
      <p className="small quiet">{t.previewHint}</p>
    </div>
  );
}

export function StartDialog({ clientId, today, onClose }: { clientId: ClientId; today: LocalDate; onClose: () => void }) {
  const presets = useCall('presets', () => api.episodes.presets({}));
  const [how, setHow] = useState<'preset' | 'byHand'>('preset');
  const [presetId, setPresetId] = useState<string>();
  const [level, setLevel] = useState<LevelOfCare | null>(null);
  const [date, setDate] = useState<string>(today);
  const [end, setEnd] = useState('');
  const [program, setProgram] = useState('');
  const list = presets.status === 'ready' ? presets.value : [];
  const preset = list.find((each) => each.id === presetId) ?? list[0];
  const start = dayOf(date);
  // Said while it stands there: an outline of such days cannot be shown.
  const tooFar = start !== null && isFarAhead(start, today) ? errorSentence('DATE_ORDER', { why: 'farAhead', years: MOST_YEARS_AHEAD }) : undefined;
  const submit = (): FieldErrors | (() => Promise<void>) => {
    if (start === null || (how === 'byHand' && level === null) || (how === 'preset' && !preset)) return { startDate: start === null ? t.dateMissing : undefined, level: how === 'byHand' && level === null ? t.chooseLevel : undefined };
    if (tooFar !== undefined) return { startDate: tooFar };
    const chosen: EpisodeStart | null = how === 'preset' ? (preset ? { kind: 'preset', preset: preset.id, start, program: program.trim() } : null) : (level ? { kind: 'byHand', level, start, plannedEnd: dayOf(end), program: program.trim() } : null);
    if (chosen === null) return { level: t.chooseLevel };
    return async () => {
      await api.episodes.start({ clientId, start: chosen });
      setSaveState({ kind: 'saved', at: Date.now() });
      announceChange();
    };
  };
  return (
    <FormDialog title={t.title} submitLabel={t.submit} wide places={{ start: 'startDate' }} submit={submit} onClose={onClose}>
      {(errors) => <>
        <RadioField name="how" legend={t.how} inline value={how} onChange={setHow} choices={[{ value: 'preset', label: t.preset }, { value: 'byHand', label: t.byHand }]} />
        {presets.status === 'refused' ? <Notice tone="error">{presets.sentence}</Notice> : null}
        <div className="columns-2">
          {how === 'preset'
            ? <SelectField name="preset" label={t.outline} value={preset?.id ?? null} choices={list.map((each) => ({ value: each.id, label: each.name }))} onChange={setPresetId} />
            : <SelectField name="level" label={t.level} placeholder={t.chooseLevel} value={level} choices={BASE_LEVELS.map((value) => ({ value, label: levelName(value) }))} onChange={setLevel} error={errors['level']} />}
          <DateField name="startDate" label={t.date} value={date} onChange={setDate} impossible={episodeText.impossible} error={tooFar ?? errors['startDate']} />
          {how === 'byHand' ? <DateField name="plannedEnd" label={t.plannedEnd} optional={frameText.optional} value={end} onChange={setEnd} impossible={episodeText.impossible} /> : null}
          <TextField name="program" label={t.program} optional={frameText.optional} value={program} maxLength={200} onChange={setProgram} />
        </div>
        {how === 'byHand' && level ? <p className="small quiet">{t.typical(levelInfo(level).typical.text, levelInfo(level).hours.text)}</p> : null}
        {how === 'preset' && preset && start && tooFar === undefined ? <Preview preset={preset} start={start} /> : null}
      </>}
    </FormDialog>
  );
}
