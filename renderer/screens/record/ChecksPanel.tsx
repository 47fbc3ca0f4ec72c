// What the rule checks find, the gravest first, with what each rests on and who has seen it. Refuses to
// block anything and to let a finding go without a name and a reason.
import { useState } from 'react';
import { LocalDate } from '../../../shared/dates.ts';
import type { RuleView } from '../../../shared/ipc/clinicalContract.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { checksText as t } from '../../../shared/text/en/health.ts';
import { api } from '../../api.ts';
import { announceChange } from '../../data/changes.ts';
import { setSaveState } from '../../data/saveState.ts';
import { useCall } from '../../data/useCall.ts';
import { AlertMark } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatDayWithYear, formatInstantDay } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { FormDialog } from './FormDialog.tsx';

const SHOWN = 4;

/** What a finding rests on: the kind of record, with a day or a figure where one was read. */
function grounds({ evidence }: RuleView): string {
  const words = [...new Set(evidence.map(({ record, value }) => {
    const day = LocalDate.safeParse(value);
    const fact = day.success ? formatDayWithYear(day.data) : /^\d+(\.\d+)?$/.test(value) ? value : '';
    return fact === '' ? t.records[record] : `${t.records[record]} ${fact}`;
  }))];
  return words.length > SHOWN ? `${words.slice(0, SHOWN).join(' · ')} · ${t.moreGrounds(words.length - SHOWN)}` : words.join(' · ');
}

function SeenDialog({ chart, rule, onClose }: { chart: Chart; rule: RuleView; onClose: () => void }) {
  const [why, setWhy] = useState('');
  const submit = () => (why.trim() === '' ? { why: t.whyMissing } : async () => {
    await api.rules.acknowledge({ clientId: chart.client.id, ruleId: rule.id, evidenceKeys: rule.keys, why: why.trim() });
    setSaveState({ kind: 'saved', at: Date.now() });
    announceChange();
  });
  return (
    <FormDialog title={t.seenTitle} text={rule.message} submitLabel={t.seenSubmit} submit={submit} onClose={onClose}>
      {(errors) => <TextArea name="why" label={t.why} hint={t.whyHint} rows={2} value={why} maxLength={1000} onChange={setWhy} error={errors['why']} />}
    </FormDialog>
  );
}

function Check({ rule, locked, onSeen }: { rule: RuleView; locked: boolean; onSeen: () => void }) {
  const { acknowledged } = rule;
  return (
    <li className="check-row">
      <AlertMark severity={acknowledged === null ? rule.severity : 'info'} text={rule.message} />
      <p className="small quiet">{t.grounds(grounds(rule))}</p>
      {acknowledged === null
        ? locked ? null : <div className="row"><Button small look={rule.ackRequired ? 'plain' : 'quiet'} aria-label={`${t.seen}: ${rule.message}`} onClick={onSeen}>{t.seen}</Button></div>
        : <p className="small">{t.seenBy(acknowledged.who, formatInstantDay(acknowledged.at))} {acknowledged.why}</p>}
    </li>
  );
}

export function ChecksPanel({ chart }: { chart: Chart }) {
  const [seeing, setSeeing] = useState<RuleView>();
  const rules = useCall(`rules:${chart.client.id}`, () => api.rules.get({ clientId: chart.client.id }));
  const list = rules.status === 'ready' ? rules.value.toSorted((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null)) : [];
  return (
    <Panel title={clientsText.details.alerts}>
      {rules.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: rules.reload }}>{rules.sentence}</Notice> : null}
      {rules.status === 'ready' && list.length === 0 ? <p className="quiet">{clientsText.details.noAlerts}</p> : null}
      {list.length > 0 ? <ul className="checks">{list.map((rule) => <Check key={rule.id} rule={rule} locked={chart.client.status === 'archived'} onSeen={() => setSeeing(rule)} />)}</ul> : null}
      {seeing ? <SeenDialog chart={chart} rule={seeing} onClose={() => setSeeing(undefined)} /> : null}
    </Panel>
  );
}
