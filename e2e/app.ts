// Starts the built app for a spec, the tour or the preview, in the stand-in or in real Electron, and
// gives both the same handle. Refuses to touch a person's own data: every start names its folder.
import { mkdir } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { launchInElectron } from './electronApp.ts';
import { makeCodec } from './host/codec.ts';
import type { DialogKind } from './host/control.ts';
import { launchStandIn, type RawAnswer, type ShownDialog } from './host/launch.ts';

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown';
export type Frame = 'main' | 'null' | 'sub' | 'other';

export type RunningApp = {
  /** The window a person sees now. */
  readonly page: Page;
  /** The answer to the next dialog of a kind: a path or null (cancel), a button number, or a print result. */
  queueDialog: (kind: DialogKind, answer: unknown) => Promise<void>;
  shownDialogs: () => readonly ShownDialog[];
  triggerPower: (event: PowerEvent) => Promise<void>;
  /** What the system says about how long nobody touched the computer. */
  setIdleSeconds: (seconds: number) => Promise<void>;
  clipboardText: () => Promise<string>;
  /** Calls a handler past the preload, as a frame of choice. */
  callRaw: (channel: string, args: unknown[], frame: Frame, url?: string) => Promise<RawAnswer & { decoded?: unknown }>;
  channels: () => Promise<string[]>;
  /** Addresses that the app's own rules let through to the network. */
  network: () => readonly string[];
  /** What the app asked of its host that the host lacks: a fault of the stand-in or of the app. */
  refused: () => readonly string[];
  logs: () => string;
  exited: Promise<number | null>;
  kill: () => Promise<void>;
  quit: () => Promise<void>;
  /** Where the browser keeps its own files while the app runs. */
  profile: string | null;
};

export type StartOptions = { userData: string; home: string; headed?: boolean; args?: string[] };

const codec = makeCodec();

/** Which host runs the app: `standin` unless E2E_HOST says `electron`. */
export function hostName(): 'standin' | 'electron' {
  return process.env['E2E_HOST'] === 'electron' ? 'electron' : 'standin';
}

/** Starts the app and waits for its window. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  await mkdir(options.userData, { recursive: true, mode: 0o700 });
  await mkdir(options.home, { recursive: true, mode: 0o700 });
  return hostName() === 'electron' ? launchInElectron(options) : startInStandIn(options);
}

async function pageOf(browser: Browser, targetId: string): Promise<Page> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const session = await page.context().newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    if (targetInfo.targetId === targetId) return page;
  }
  throw new Error('the window of the app is not among the pages of its browser');
}

async function attach(endpoint: string, targetId: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(endpoint, { timeout: 60_000 });
  return { browser, page: await pageOf(browser, targetId) };
}

async function startInStandIn(options: StartOptions): Promise<RunningApp> {
  const host = await launchStandIn({ userData: options.userData, home: options.home, headed: options.headed ?? false, args: options.args ?? [] });
  const targetId = await host.window().catch(async (error: unknown) => {
    await host.kill();
    throw error;
  });
  const { browser, page } = await attach(host.endpoint, targetId).catch(async (error: unknown) => {
    await host.kill();
    throw error;
  });
  if (options.headed !== true) await page.setViewportSize({ width: 1366, height: 768 });
  async function ask(message: Parameters<typeof host.ask>[0]): Promise<RawAnswer> {
    return host.ask(message);
  }
  return {
    page, exited: host.exited, profile: host.browser.profile,
    queueDialog: async (kind, answer) => host.send({ op: 'dialog', kind, answer }),
    shownDialogs: () => host.dialogs,
    triggerPower: async (event) => host.send({ op: 'power', event }),
    setIdleSeconds: async (idleSeconds) => host.send({ op: 'power', event: 'idle', idleSeconds }),
    clipboardText: async () => JSON.parse((await ask({ op: 'clipboard' })).value ?? '""') as string,
    callRaw: async (channel, args, frame, url) => {
      const answer = await ask({ op: 'raw', channel, args: codec.encode(args), frame, ...(url === undefined ? {} : { url }) });
      return answer.value === undefined ? answer : { ...answer, decoded: codec.decode(answer.value) };
    },
    channels: async () => JSON.parse((await ask({ op: 'channels' })).value ?? '[]') as string[],
    network: () => host.network,
    refused: () => host.refused,
    logs: () => host.logs.join(''),
    async kill() {
      await host.kill();
      await browser.close();
    },
    async quit() {
      await host.close();
      await browser.close();
    },
  };
}
