// One of the processes that do the cases: takes a job, answers with its outcome. Refuses to decide which jobs there are.
import { setPausesInstant, takeOverTimers } from './instantTimers.ts';

takeOverTimers();
// Imported only now, so that the vault's modules see the instant pauses.
const { findFamily, FAMILIES } = await import('./families.ts');

export type ToWorker = { readonly family: string; readonly job: string };
export type FromWorker =
  | { readonly say: 'families'; readonly families: readonly { readonly id: string; readonly title: string; readonly minimum: number; readonly jobs: readonly string[] }[] }
  | { readonly say: 'at'; readonly name: string }
  | { readonly say: 'done'; readonly cases: number; readonly failures: readonly { readonly name: string; readonly problems: readonly string[] }[]; readonly facts: Readonly<Record<string, number>> };

const TELL_EVERY_MS = 250;

function send(message: FromWorker): void {
  process.send?.(message);
}

let told = 0;
function tell(name: string): void {
  const now = Date.now();
  if (now - told < TELL_EVERY_MS) return;
  told = now;
  send({ say: 'at', name });
}

async function work(message: ToWorker): Promise<void> {
  try {
    const family = findFamily(message.family);
    setPausesInstant(!family.realTime);
    const outcome = await family.run(message.job, tell);
    send({ say: 'done', ...outcome });
  } catch (error) {
    send({ say: 'done', cases: 0, facts: {}, failures: [{ name: `${message.family} ${message.job}`, problems: [error instanceof Error ? error.stack ?? error.message : String(error)] }] });
  }
}

process.on('message', (message: ToWorker) => { void work(message); });
process.on('disconnect', () => process.exit(0));
send({ say: 'families', families: FAMILIES.map(({ id, title, minimum, jobs }) => ({ id, title, minimum, jobs })) });
