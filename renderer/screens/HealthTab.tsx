// The clinical record beside notes and plan: medicines, tests and history at the left, the life around them
// at the right. Refuses to advise: cautions are the reference's words, findings stand under Record.
import type { ClinicalList } from '../../shared/clinical/clinicalRecord.ts';
import type { Chart } from '../../shared/ipc/clientsContract.ts';
import { healthText } from '../../shared/text/en/health.ts';
import type { FoundPlace } from '../data/route.ts';
import { Notice } from '../ui/Notes.tsx';
import { EntryList } from './health/EntryList.tsx';
import { WithdrawalPanel } from './health/WithdrawalPanel.tsx';
import { Unreadable } from './record/Unreadable.tsx';
import './record/record.css';
import './health/health.css';

const LEFT: readonly ClinicalList[] = ['medications', 'tests', 'substances', 'outsidePrescriptions', 'authorisations'];
const RIGHT: readonly ClinicalList[] = ['naloxoneKits', 'living', 'pregnancy', 'triggers', 'coping', 'meetings'];

export function HealthTab({ chart, place }: { chart: Chart; place: FoundPlace }) {
  return (
    <div className="page">
      {chart.client.status === 'archived' ? <Notice>{healthText.archived}</Notice> : null}
      <Unreadable kind="clinical" count={chart.unreadable.clinical} />
      <div className="health">
        <div className="health__column">{LEFT.map((list) => <EntryList key={list} chart={chart} list={list} place={place} />)}</div>
        <div className="health__column">{RIGHT.map((list) => <EntryList key={list} chart={chart} list={list} place={place} />)}<WithdrawalPanel chart={chart} /></div>
      </div>
    </div>
  );
}
