// One objective: what, how it is measured, by when, and what each will do.
import { Plus } from 'lucide-react';
import { LocalDate } from '../../../shared/dates.ts';
import { isBlankIntervention, isBlankObjective } from '../../../shared/plans/blankRows.ts';
import { NEW_OBJECTIVE_NUMBER } from '../../../shared/plans/numbering.ts';
import { INTERVENTION_TYPES, OBJECTIVE_STATUSES, type Intervention, type Measure, type Objective } from '../../../shared/plans/plan.ts';
import { interventionModalityLabels, interventionTypeLabels, measureDirectionLabels, objectiveStatusLabels, perLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { choicesOf, SelectField } from '../../ui/SelectField.tsx';
import { NumberField, TextArea, TextField } from '../../ui/TextField.tsx';
import { focusSoon } from '../../ui/Notes.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { newIntervention, removeById, replaceById } from './planEdits.ts';

const PERS = ['day', 'week', 'month', 'once'] as const;
const MODALITIES = ['individual', 'group', 'family', 'medication', 'self', 'other'] as const;
const DIRECTIONS = ['up', 'down', 'maintain'] as const;
const impossible = frameText.impossibleDay;
const MOST_INTERVENTIONS = 30;
const REASONED = ['revised', 'discontinued', 'deferred'];

/** The number to show: a new element says so until it has been saved. */
export function shownNumber(number: string, mark: string): string {
  return number === mark ? t.isNew : number;
}

function MeasureFields({ measure, id, onChange }: { measure: Measure; id: string; onChange: (measure: Measure) => void }) {
  const set = (part: Partial<Measure>) => onChange({ ...measure, ...part });
  return (
    <div className="form-row form-row--plain" role="group" aria-label={t.measure}>
      <div className="span-4"><TextField name={`metric-${id}`} label={t.metric} placeholder={t.metricHint} value={measure.metric} maxLength={200} onChange={(metric) => set({ metric })} /></div>
      <div className="span-2"><NumberField name={`baseline-${id}`} label={t.baseline} step="any" value={measure.baseline} onChange={(baseline) => set({ baseline })} /></div>
      <div className="span-2"><SelectField name={`direction-${id}`} label={t.direction} value={measure.direction} choices={choicesOf(DIRECTIONS, measureDirectionLabels)} onChange={(direction) => set({ direction })} /></div>
      <div className="span-2"><NumberField name={`target-${id}`} label={t.target} step="any" value={measure.target} onChange={(target) => set({ target })} /></div>
      <div className="span-2"><TextField name={`unit-${id}`} label={t.unit} placeholder={t.unitHint} value={measure.unit} maxLength={40} onChange={(unit) => set({ unit })} /></div>
      <div className="span-6"><TextField name={`source-${id}`} label={t.source} placeholder={t.sourceHint} value={measure.source} maxLength={120} onChange={(source) => set({ source })} /></div>
    </div>
  );
}

function InterventionRow({ value, number, index, onChange, onRemove }: { value: Intervention; number: string; index: number; onChange: (value: Intervention) => void; onRemove: () => void }) {
  const set = (part: Partial<Intervention>) => onChange({ ...value, ...part });
  const { id } = value;
  return (
    <div className="form-row" role="group" aria-label={t.intervention(number, index)}>
      <div className="span-4"><SelectField name={`kind-${id}`} label={t.kind} value={value.type} choices={choicesOf(INTERVENTION_TYPES, interventionTypeLabels)} onChange={(type) => set({ type })} /></div>
      <div className="span-5"><TextField name={`words-${id}`} label={t.interventionText} value={value.text} maxLength={1000} onChange={(text) => set({ text })} /></div>
      <div className="span-3"><SelectField name={`form-${id}`} label={t.modality} value={value.modality} choices={choicesOf(MODALITIES, interventionModalityLabels)} onChange={(modality) => set({ modality })} /></div>
      <div className="span-2"><NumberField name={`times-${id}`} label={t.times} min={0} max={99} step={1} value={value.times} onChange={(times) => set({ times: whole(times, 99) })} /></div>
      <div className="span-2"><SelectField name={`per-${id}`} label={t.per} value={value.per} choices={choicesOf(PERS, perLabels)} onChange={(per) => set({ per })} /></div>
      <div className="span-2"><NumberField name={`minutes-${id}`} label={t.minutes} min={0} max={600} step={5} value={value.minutes} onChange={(minutes) => set({ minutes: whole(minutes, 600) })} /></div>
      <div className="span-4"><TextField name={`who-${id}`} label={t.responsible} placeholder={t.responsibleHint} value={value.responsible} maxLength={200} onChange={(responsible) => set({ responsible })} /></div>
      <div className="span-2 row-end"><RemoveButton short label={t.removeIntervention(number, index)} blank={isBlankIntervention(value)} onRemove={onRemove} /></div>
    </div>
  );
}

function whole(value: number | null, most: number): number | null {
  return value === null ? null : Math.min(most, Math.max(0, Math.round(value)));
}

export function ObjectiveCard({ objective, onChange, onRemove }: { objective: Objective; onChange: (objective: Objective) => void; onRemove: () => void }) {
  const set = (part: Partial<Objective>) => onChange({ ...objective, ...part });
  const number = shownNumber(objective.number, NEW_OBJECTIVE_NUMBER);
  const { id, interventions } = objective;
  return (
    <section className="objective" aria-label={t.objective(number)}>
      <div className="panel__head"><h4 className="nums">{t.objective(number)}</h4></div>
      <TextArea name={`objective-${id}`} label={t.objectiveText} hint={t.objectiveHint} rows={2} value={objective.text} maxLength={1000} onChange={(text) => set({ text })} />
      <MeasureFields measure={objective.measure} id={id} onChange={(measure) => set({ measure })} />
      <div className="columns-3">
        <DateField name={`start-${id}`} label={t.startDate} value={objective.startDate ?? ''} impossible={impossible} onChange={(text) => set({ startDate: LocalDate.safeParse(text).data ?? null })} />
        <DateField name={`target-date-${id}`} label={t.targetDate} value={objective.targetDate ?? ''} impossible={impossible} onChange={(text) => set({ targetDate: LocalDate.safeParse(text).data ?? null })} />
        <SelectField name={`status-${id}`} label={t.status} value={objective.status} choices={choicesOf(OBJECTIVE_STATUSES, objectiveStatusLabels)} onChange={(status) => set({ status })} />
      </div>
      {REASONED.includes(objective.status) ? <TextField name={`reason-${id}`} label={t.statusReason} value={objective.statusReason} maxLength={400} onChange={(statusReason) => set({ statusReason })} /> : null}
      <div className="stack-tight">
        <h5>{t.interventions}</h5>
        {interventions.map((each, index) => <InterventionRow key={each.id} value={each} number={number} index={index + 1} onChange={(next) => set({ interventions: replaceById(interventions, next) })} onRemove={() => set({ interventions: removeById(interventions, each.id) })} />)}
        <div className="row">
          {interventions.length < MOST_INTERVENTIONS ? <Button small icon={Plus} onClick={() => { const next = newIntervention(); set({ interventions: [...interventions, next] }); focusSoon(`words-${next.id}`); }}>{t.addIntervention}</Button> : null}
          <RemoveButton label={t.removeObjective(number)} blank={isBlankObjective(objective)} onRemove={onRemove} />
        </div>
      </div>
    </section>
  );
}
