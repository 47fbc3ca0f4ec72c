import type { Chart } from '../../shared/ipc/clientsContract.ts';
export function PlanTab({ chart }: { chart: Chart }) { return <div className="page">{chart.today}</div>; }
