// Reminders of what the record says will come. Shows nothing while there is nothing.
import { comingUp } from '../../../shared/clients/comingUp.ts';
import type { Chart } from '../../../shared/ipc/clientsContract.ts';
import { codeSettingsOf } from '../../../shared/notes/serviceCodes.ts';
import { comingUpText as t } from '../../../shared/text/en/comingUp.ts';
import { api } from '../../api.ts';
import { useCall } from '../../data/useCall.ts';
import { formatDay } from '../../ui/format.ts';
import { Panel } from '../../ui/Page.tsx';

export function ComingUpPanel({ chart }: { chart: Chart }) {
  const settings = useCall('settings', () => api.settings.get({}));
  const list = comingUp({ today: chart.today, episodes: chart.episodes.map(({ value }) => value), notes: chart.notes, clinical: chart.clinical.value, unitRule: codeSettingsOf(settings.value ?? {}).unitRule });
  if (list.length === 0 || chart.client.status === 'archived') return null;
  return <Panel title={t.title}><ul className="bullets small">{list.map(({ id, day, text }) => <li key={id}>{t.line(formatDay(day, chart.today), text)}</li>)}</ul></Panel>;
}
