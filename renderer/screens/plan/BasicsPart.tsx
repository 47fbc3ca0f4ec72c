// The plan as a whole: the client's own words, dates, and what is rarely needed behind one line.
import { Plus, Trash2 } from 'lucide-react';
import { LocalDate } from '../../../shared/dates.ts';
import type { PlanContent } from '../../../shared/plans/plan.ts';
import { copyMethodLabels } from '../../../shared/text/en/clinical.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { planText as t } from '../../../shared/text/en/plan.ts';
import { todayHere } from '../../data/today.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Page.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { AgreementsPart } from './AgreementsPart.tsx';
import { PathwayPart } from './PathwayPart.tsx';
import { LinesField } from './LinesField.tsx';

type PartProps = { content: PlanContent; change: (part: Partial<PlanContent>) => void };
const optional = frameText.optional;
const COPY_CHOICES = [{ value: 'none', label: t.copyNone }, { value: 'printed', label: copyMethodLabels.printed }, { value: 'read', label: copyMethodLabels.read }, { value: 'declined', label: copyMethodLabels.declined }] as const;
const MOST_DIAGNOSES = 30;

function Diagnoses({ content, change }: PartProps) {
  const list = content.diagnoses;
  const set = (index: number, part: Partial<{ code: string; label: string }>) => change({ diagnoses: list.map((item, at) => (at === index ? { ...item, ...part } : item)) });
  return (
    <div className="stack-tight" role="group" aria-label={t.diagnoses}>
      <h3>{t.diagnoses}</h3>
      <p className="small quiet">{t.diagnosesHint}</p>
      {list.map((item, index) => (
        <div className="form-row" key={index}>
          <div className="span-3"><TextField name={`diagnosis-code-${index}`} label={t.code} placeholder={t.codeHint} value={item.code} maxLength={20} onChange={(code) => set(index, { code })} /></div>
          <div className="span-6"><TextField name={`diagnosis-label-${index}`} label={t.diagnosisLabel} value={item.label} maxLength={200} onChange={(label) => set(index, { label })} /></div>
          <div className="span-3 row-end"><Button small look="quiet" icon={Trash2} aria-label={t.removeDiagnosis(item.code)} onClick={() => change({ diagnoses: list.filter((_, at) => at !== index) })}>{frameText.remove}</Button></div>
        </div>
      ))}
      {list.length < MOST_DIAGNOSES ? <div className="row"><Button small icon={Plus} onClick={() => change({ diagnoses: [...list, { code: '', label: '' }] })}>{t.addDiagnosis}</Button></div> : null}
    </div>
  );
}

function CopyGiven({ content, change }: PartProps) {
  const given = content.copyGiven;
  return (
    <div className="columns-2">
      <SelectField name="copyGiven" label={t.copyGiven} value={given?.method ?? 'none'} choices={COPY_CHOICES} onChange={(method) => change({ copyGiven: method === 'none' ? null : { method, date: given?.date ?? todayHere() } })} />
      {given ? <DateField name="copyDate" label={t.copyDate} value={given.date} impossible={frameText.impossibleDay} onChange={(text) => { const date = LocalDate.safeParse(text).data; if (date) change({ copyGiven: { ...given, date } }); }} /> : null}
    </div>
  );
}

export function BasicsPart({ content, change }: PartProps) {
  return (
    <Panel title={t.basics}>
      <TextArea name="ownWords" label={t.ownWords} hint={t.ownWordsHint} rows={3} value={content.clientGoalsOwnWords} maxLength={4000} onChange={(clientGoalsOwnWords) => change({ clientGoalsOwnWords })} />
      <div className="columns-2">
        <DateField name="effectiveDate" label={t.effectiveDate} value={content.effectiveDate} impossible={frameText.impossibleDay} onChange={(text) => { const effectiveDate = LocalDate.safeParse(text).data; if (effectiveDate) change({ effectiveDate }); }} />
        <DateField name="nextReviewDue" label={t.nextReview} value={content.nextReviewDue ?? ''} impossible={frameText.impossibleDay} onChange={(text) => change({ nextReviewDue: LocalDate.safeParse(text).data ?? null })} />
      </div>
      <PathwayPart content={content} change={change} />
      <details className="prompts">
        <summary>{t.more}</summary>
        <div className="stack">
          <div className="columns-2">
            <LinesField name="strengths" label={t.strengths} hint={t.onePerLine} optional={optional} values={content.strengths} most={30} onChange={(strengths) => change({ strengths })} />
            <LinesField name="barriers" label={t.barriers} hint={t.onePerLine} optional={optional} values={content.barriers} most={30} onChange={(barriers) => change({ barriers })} />
          </div>
          <TextArea name="preferences" label={t.preferences} optional={optional} rows={2} value={content.preferences} maxLength={2000} onChange={(preferences) => change({ preferences })} />
          <TextArea name="rationale" label={t.rationale} optional={optional} rows={2} value={content.levelOfCareRationale} maxLength={4000} onChange={(levelOfCareRationale) => change({ levelOfCareRationale })} />
          <TextArea name="dischargeCriteria" label={t.discharge} optional={optional} rows={2} value={content.dischargeCriteria} maxLength={2000} onChange={(dischargeCriteria) => change({ dischargeCriteria })} />
          <Diagnoses content={content} change={change} />
          <CopyGiven content={content} change={change} />
          <AgreementsPart content={content} change={change} />
        </div>
      </details>
    </Panel>
  );
}
