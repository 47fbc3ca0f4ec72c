// What every spec gets: a fresh data folder, the app running in it, and ways to kill and restart it.
// Keeps the folders until the canary sweep after the suite; refuses to run in a folder that exists.
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { Page } from 'playwright-core';
import { type RunningApp, startApp, type StartOptions } from './app.ts';
import { sweep } from './canary.ts';
import { suiteFolder } from './suiteFolder.ts';

export type AppFixture = {
  readonly page: Page;
  readonly userData: string;
  /** The app's data while it runs: HOME and the temp folder point inside. */
  readonly home: string;
  /** Files that the test asks the app to write in the open (PDFs, backups): not swept. */
  readonly exports: string;
  /** Everything else about the running app. */
  readonly host: RunningApp;
  queueDialog: RunningApp['queueDialog'];
  triggerPower: RunningApp['triggerPower'];
  kill: () => Promise<void>;
  /** Ends the app in the ordinary way. */
  quit: () => Promise<void>;
  /** Starts the app again on the same data; the handle then shows the new window. */
  restart: () => Promise<void>;
};

type Fixtures = { app: AppFixture };

/** An act that finds nothing to act on for this long is named as the fault, instead of the whole test running out of time. */
const ACT_MS = 60_000;

async function start(options: StartOptions): Promise<RunningApp> {
  const app = await startApp(options);
  app.page.setDefaultTimeout(ACT_MS);
  return app;
}

async function keepForSweep(app: RunningApp, folder: string): Promise<void> {
  await appendFile(join(folder, 'output.log'), app.logs());
  if (app.profile === null) return;
  // The browser's own folder goes away with it, so it is searched now.
  const found = await sweep(app.profile);
  await writeFile(join(folder, `profile-sweep-${Date.now()}.json`), JSON.stringify(found));
}

export const test = base.extend<Fixtures>({
  app: async ({}, use, info) => {
    const folder = join(suiteFolder(), `${info.testId}-${String(info.retry)}-${String(info.repeatEachIndex)}`);
    const [userData, home, exports] = [join(folder, 'data'), join(folder, 'home'), join(folder, 'exports')];
    await mkdir(exports, { recursive: true });
    let running = await start({ userData, home });
    let alive = true;
    let gone = false;
    async function end(how: 'kill' | 'quit'): Promise<void> {
      if (!alive) return;
      alive = false;
      await keepForSweep(running, folder);
      await running[how]();
      gone = true;
    }
    await use({
      userData, home, exports,
      get page() { return running.page; },
      get host() { return running; },
      queueDialog: (kind, answer) => running.queueDialog(kind, answer),
      triggerPower: (event) => running.triggerPower(event),
      kill: () => end('kill'),
      quit: () => end('quit'),
      async restart() {
        await end('quit');
        running = await start({ userData, home });
        alive = true;
        gone = false;
      },
    });
    if (info.status !== info.expectedStatus) {
      if (alive) await info.attach('window', { body: await running.page.screenshot().catch(() => Buffer.alloc(0)), contentType: 'image/png' });
      await info.attach('output', { body: running.logs(), contentType: 'text/plain' });
    }
    const refused = running.refused();
    await end('kill');
    // An end that hung, so that the test ran out of time in it, leaves no process behind.
    if (!gone) await running.kill();
    if (refused.length > 0) throw new Error(`the host refused: ${refused.join('; ')}`);
  },
});

export { expect } from '@playwright/test';
