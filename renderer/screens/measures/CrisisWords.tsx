// What every client reads at the end of a form that asks about safety, whatever was answered: it must tell
// nobody who looks on anything. Refuses to depend on answers.
import type { Settings } from '../../../shared/settings.ts';
import { measuresText } from '../../../shared/text/en/measures.ts';
import { api } from '../../api.ts';
import { useCall } from '../../data/useCall.ts';

const t = measuresText.handed;

function lines(settings: Settings | undefined): string {
  // Not there yet, refused or left empty: a client is never without a line.
  const national = settings?.crisisLine.trim() ?? '';
  const local = settings?.localCrisisLine?.trim() ?? '';
  return [national === '' ? measuresText.crisisLine : t.crisis(national), local === '' ? '' : t.localCrisis(local)].filter((part) => part !== '').join(' ');
}

/** One sentence and the crisis lines of the settings. */
export function CrisisWords() {
  const settings = useCall('settings', () => api.settings.get({}));
  return <p className="handed__intro">{t.heavy} {lines(settings.value)}</p>;
}
