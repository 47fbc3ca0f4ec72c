import type { Chart } from '../../shared/ipc/clientsContract.ts';
export function RecordTab({ chart }: { chart: Chart }) { return <div className="page">{chart.today}</div>; }
