// What the rule checks find, the gravest first, with what each rests on and who has seen it. Refuses to
// block anything and to let a finding go without a name and a reason.
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import type { RuleView } from '../../../shared/ipc/clinicalContract.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { checksText as t } from '../../../shared/text/en/health.ts';
import { api } from '../../api.ts';
import { useGo } from '../../data/route.ts';
import { useCall } from '../../data/useCall.ts';
import { formatInstantDay } from '../../ui/format.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { CheckList } from '../checks/CheckList.tsx';
import { placeOf } from '../checks/evidencePlace.ts';

export function ChecksPanel({ chart, at }: { chart: Chart; /** An acknowledgement that a search has led to, by its id. */ at: string | null }) {
  const go = useGo();
  const clientId = chart.client.id;
  const rules = useCall(`rules:${clientId}`, () => api.rules.get({ clientId }));
  const list = rules.status === 'ready' ? rules.value.toSorted((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null)) : [];
  const led = chart.clinical.value.acknowledgements.find(({ id }) => id === at);
  const stands = (rule: RuleView): boolean => led !== undefined && rule.id === led.ruleId && rule.acknowledged?.at === led.at;
  const wayTo = (piece: Parameters<typeof placeOf>[0]) => {
    const place = placeOf(piece, clientId, 'record');
    return place === null ? null : () => go(place);
  };
  return (
    <Panel title={clientsText.details.alerts}>
      {rules.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: rules.reload }}>{rules.sentence}</Notice> : null}
      {rules.status === 'ready' && list.length === 0 ? <p className="quiet">{clientsText.details.noAlerts}</p> : null}
      <CheckList rules={list} clientId={clientId} locked={chart.client.status === 'archived'} wayTo={wayTo} placeOf={(rule) => (stands(rule) ? led?.id : undefined)} />
      {rules.status === 'ready' && led !== undefined && !list.some(stands) ? <div className="small stack-tight" data-place={led.id}><p>{t.seenBy(led.who, formatInstantDay(led.at))} {led.why}</p><p className="quiet">{t.noLonger}</p></div> : null}
    </Panel>
  );
}
