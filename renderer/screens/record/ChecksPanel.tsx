// What the rule checks find, the gravest first, with what each rests on and who has seen it. Refuses to
// block anything and to let a finding go without a name and a reason.
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { clientsText } from '../../../shared/text/en/clients.ts';
import { frameText } from '../../../shared/text/en/frame.ts';
import { api } from '../../api.ts';
import { useGo } from '../../data/route.ts';
import { useCall } from '../../data/useCall.ts';
import { Notice } from '../../ui/Notes.tsx';
import { Panel } from '../../ui/Page.tsx';
import { CheckList } from '../checks/CheckList.tsx';
import { placeOf } from '../checks/evidencePlace.ts';

export function ChecksPanel({ chart }: { chart: Chart }) {
  const go = useGo();
  const clientId = chart.client.id;
  const rules = useCall(`rules:${clientId}`, () => api.rules.get({ clientId }));
  const list = rules.status === 'ready' ? rules.value.toSorted((a, b) => Number(a.acknowledged !== null) - Number(b.acknowledged !== null)) : [];
  const wayTo = (piece: Parameters<typeof placeOf>[0]) => {
    const place = placeOf(piece, clientId, 'record');
    return place === null ? null : () => go(place);
  };
  return (
    <Panel title={clientsText.details.alerts}>
      {rules.status === 'refused' ? <Notice tone="error" action={{ label: frameText.tryAgain, perform: rules.reload }}>{rules.sentence}</Notice> : null}
      {rules.status === 'ready' && list.length === 0 ? <p className="quiet">{clientsText.details.noAlerts}</p> : null}
      <CheckList rules={list} clientId={clientId} locked={chart.client.status === 'archived'} wayTo={wayTo} />
    </Panel>
  );
}
