// Two questions that the checks ask once, and the cut for one questionnaire. Refuses a date without a reason.
import { useState } from 'react';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clinicalRecordText } from '../../../shared/text/en/clinicalRecord.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { healthText } from '../../../shared/text/en/health.ts';
import { useAct } from '../../data/useAct.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxField } from '../../ui/ChoiceFields.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { formatDayWithYear } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { dayOf } from '../record/dayInput.ts';
import { FormDialog } from '../record/FormDialog.tsx';
import { applyClinical } from './applyClinical.ts';

const t = healthText.withdrawal;

function WithdrawalDialog({ chart, onClose }: { chart: Chart; onClose: () => void }) {
  const { withdrawal } = chart.clinical.value;
  const [notIndicatedOn, setNotIndicated] = useState<string>(withdrawal.notIndicatedOn ?? '');
  const [stabilisedOn, setStabilised] = useState<string>(withdrawal.stabilisedOn ?? '');
  const [reason, setReason] = useState(withdrawal.reason);
  const submit = () => {
    const late = (day: string, label: string) => (day > chart.today ? healthText.future(label) : undefined);
    const faults = { notIndicatedOn: late(notIndicatedOn, t.notIndicatedOn), stabilisedOn: late(stabilisedOn, t.stabilisedOn), withdrawalReason: notIndicatedOn + stabilisedOn !== '' && reason.trim() === '' ? healthText.missing(t.reason) : undefined };
    if (Object.values(faults).some((fault) => fault !== undefined)) return faults;
    return () => applyClinical(chart, { kind: 'withdrawal', status: { notIndicatedOn: dayOf(notIndicatedOn), stabilisedOn: dayOf(stabilisedOn), reason: reason.trim() } });
  };
  return (
    <FormDialog title={t.title} submitLabel={healthText.save} submit={submit} onClose={onClose}>
      {(errors) => <>
        <DateField name="notIndicatedOn" label={t.notIndicatedOn} optional={frameText.optional} value={notIndicatedOn} onChange={setNotIndicated} impossible={frameText.impossibleDay} error={errors['notIndicatedOn']} />
        <DateField name="stabilisedOn" label={t.stabilisedOn} optional={frameText.optional} value={stabilisedOn} onChange={setStabilised} impossible={frameText.impossibleDay} error={errors['stabilisedOn']} />
        <TextArea name="withdrawalReason" label={t.reason} rows={2} value={reason} maxLength={1000} onChange={setReason} error={errors['withdrawalReason']} />
      </>}
    </FormDialog>
  );
}

export function WithdrawalPanel({ chart }: { chart: Chart }) {
  const [open, setOpen] = useState(false);
  const { sentence, run } = useAct();
  const locked = chart.client.status === 'archived';
  const { withdrawal, lowerPtsdCut } = chart.clinical.value;
  const facts = [[t.notIndicatedOn, withdrawal.notIndicatedOn], [t.stabilisedOn, withdrawal.stabilisedOn]] as const;
  return (
    <Panel title={t.title} acts={locked ? null : <Button small aria-label={`${t.edit}: ${t.title}`} onClick={() => setOpen(true)}>{t.edit}</Button>}>
      {facts.every(([, day]) => day === null) ? <p className="small quiet">{t.none}</p> : <div className="stack-tight small" data-place="withdrawal">{facts.map(([label, day]) => (day === null ? null : <p key={label}>{label} {formatDayWithYear(day)}.</p>))}<p>{withdrawal.reason}</p></div>}
      <CheckboxField name="lowerPtsdCut" label={clinicalRecordText.lowerPtsdCut} checked={lowerPtsdCut} readOnly={locked} onChange={(value) => run(() => applyClinical(chart, { kind: 'lowerPtsdCut', value }))} />
      {sentence ? <Notice tone="error">{sentence}</Notice> : null}
      {open ? <WithdrawalDialog chart={chart} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
