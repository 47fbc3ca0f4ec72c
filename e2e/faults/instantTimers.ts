// Makes the pauses between tries pass at once, so that a lasting EBUSY costs no wall clock over thousands of cases. Refuses to
// touch anything but waiting: long timers (hang guards) stay as they are.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const SHORT_MS = 5_000;
let instant = false;

/** Families on the real disk and in real processes wait for real. */
export function setPausesInstant(on: boolean): void {
  instant = on;
}

/** Call once, before the vault's modules are imported for the first time. */
export function takeOverTimers(): void {
  const require = createRequire(import.meta.url);
  const promises: { setTimeout: (ms: number, value?: unknown) => Promise<unknown> } = require('node:timers/promises');
  const patient = promises.setTimeout;
  promises.setTimeout = (ms, value) => (instant ? new Promise((resolve) => { setImmediate(() => resolve(value)); }) : patient(ms, value));
  syncBuiltinESMExports();
  globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
    apply: (target, self, given: [unknown, number | undefined, ...unknown[]]) => {
      const [callback, ms, ...rest] = given;
      const quick = instant && (ms === undefined || ms < SHORT_MS);
      return Reflect.apply(target, self, [callback, quick ? 0 : ms, ...rest]) as unknown;
    },
  });
}
