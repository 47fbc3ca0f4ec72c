// What a family of faults is to the runner: a list of jobs and how to do one. Refuses to know how jobs are spread over processes.

export type Failure = { readonly name: string; readonly problems: readonly string[] };
export type Outcome = { cases: number; readonly failures: Failure[]; readonly facts: Record<string, number> };

export type Family = {
  readonly id: string;
  readonly title: string;
  /** Fewer cases than this is a failure of the family. */
  readonly minimum: number;
  /** True where pauses between tries are to be waited for: real processes are involved. */
  readonly realTime?: boolean;
  /** Names of independent jobs; each is done by one worker process. */
  readonly jobs: readonly string[];
  readonly run: (job: string, tell: (name: string) => void) => Promise<Outcome>;
};

export function newOutcome(): Outcome {
  return { cases: 0, failures: [], facts: {} };
}

/** Adds up a figure that the runner prints behind the counts. */
export function count(outcome: Outcome, fact: string, by = 1): void {
  outcome.facts[fact] = (outcome.facts[fact] ?? 0) + by;
}

const HANG_MS = 20_000;
let unhandled: string[] = [];
process.on('unhandledRejection', (reason) => { unhandled.push(`I6 unhandled rejection: ${reason instanceof Error ? reason.stack ?? reason.message : String(reason)}`); });

/** One case: counts it, and turns whatever goes wrong (a throw, a hang, an unhandled rejection) into a failure with its name. */
export async function oneCase(outcome: Outcome, name: string, tell: (name: string) => void, perform: () => Promise<readonly string[]>): Promise<void> {
  tell(name);
  outcome.cases += 1;
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise<readonly string[]>((resolve) => { timer = setTimeout(() => resolve([`hang: no answer in ${HANG_MS / 1000} s`]), HANG_MS); });
  const problems = await Promise.race([perform().catch((error: unknown) => [`case threw: ${error instanceof Error ? error.stack ?? error.message : String(error)}`]), hang]);
  clearTimeout(timer);
  const all = [...problems, ...unhandled];
  unhandled = [];
  if (all.length > 0) outcome.failures.push({ name, problems: all });
}
