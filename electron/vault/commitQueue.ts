// One thing at a time: saves in the order they were asked for, those that wait together in one frame, and
// between them whatever must not run beside a save. Refuses to settle a promise twice or to stop after a failure.

/** A save that waits. `settle` functions are called exactly once between them. */
export type Waiting<Job, Result> = {
  readonly job: Job;
  readonly bytes: number;
  /** Must have a frame to itself. */
  readonly alone: boolean;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

type Step<Job, Result> = { readonly save: Waiting<Job, Result> } | { readonly run: () => Promise<void> };

export type CommitQueue<Job, Result> = {
  save(job: Job, bytes: number, alone: boolean): Promise<Result>;
  /** Runs when everything asked for before it is settled; nothing runs beside it. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
};

/** `write` settles every job it is given; what it throws rejects those it has not settled. `after` follows each frame. */
export function createCommitQueue<Job, Result>(
  maxBytes: number,
  write: (batch: readonly Waiting<Job, Result>[]) => Promise<void>,
  after: () => Promise<void>,
): CommitQueue<Job, Result> {
  const steps: Step<Job, Result>[] = [];
  let running = false;

  const takeBatch = (first: Waiting<Job, Result>): Waiting<Job, Result>[] => {
    const batch = [first];
    let bytes = first.bytes;
    for (let next = steps[0]; !first.alone && next !== undefined && 'save' in next; next = steps[0]) {
      bytes += next.save.bytes;
      if (next.save.alone || bytes > maxBytes) break;
      batch.push(next.save);
      steps.shift();
    }
    return batch;
  };
  const pump = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      if ('run' in step) {
        await step.run();
        continue;
      }
      const batch = takeBatch(step.save);
      try {
        await write(batch);
      } catch (error) {
        // A second reject of a settled promise does nothing.
        for (const one of batch) one.reject(error);
      }
      await after();
    }
    running = false;
  };

  return {
    save: (job, bytes, alone) => new Promise<Result>((resolve, reject) => {
      steps.push({ save: { job, bytes, alone, resolve, reject } });
      void pump();
    }),
    exclusive: (work) => new Promise((resolve, reject) => {
      steps.push({ run: () => work().then(resolve, reject) });
      void pump();
    }),
  };
}
