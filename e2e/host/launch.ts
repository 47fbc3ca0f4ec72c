// Starts the built app in the stand-in and hands out the line to it. The harness owns Chromium, so the
// app can be killed at any moment without leaving a browser behind.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, startChromium } from './chromium.ts';
import type { DialogKind, FromHost, ToHost } from './control.ts';

/** The most that the app may take to its first window, also on a machine that does much else. */
const WINDOW_MS = 90_000;

export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export type LaunchOptions = {
  userData: string;
  /** Built main bundle; the product's own by default. */
  main?: string;
  env?: Record<string, string>;
  args?: string[];
  headed?: boolean;
  /** Where HOME and the temp folder of the app point, so that a test can look at all it wrote. */
  home?: string;
};

export type RawAnswer = { value?: string; error?: string };
export type ShownDialog = { kind: DialogKind; options: Record<string, unknown> | null };

export type StandIn = {
  endpoint: string;
  browser: Browser;
  child: ChildProcess;
  logs: string[];
  network: string[];
  /** What the app asked of Electron that the stand-in refused. */
  refused: string[];
  dialogs: ShownDialog[];
  exited: Promise<number | null>;
  /** Resolves with the DevTools id of the visible window. */
  window: () => Promise<string>;
  send: (message: ToHost) => void;
  ask: (message: { op: 'raw'; channel: string; args: string; frame: 'main' | 'null' | 'sub' | 'other'; url?: string } | { op: 'channels' } | { op: 'clipboard' }) => Promise<RawAnswer>;
  /** Kills the app as a power cut would end it (the disk keeps what the kernel has). */
  kill: () => Promise<void>;
  close: () => Promise<void>;
};

/** The Node that Electron embeds: from the `node` package, or the one that runs this. */
export function appNode(): string {
  const local = join(projectRoot, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(local) ? local : process.execPath;
}

/** Starts the app; resolves as soon as the process and its browser run. */
export async function launchStandIn(options: LaunchOptions): Promise<StandIn> {
  const main = options.main ?? join(projectRoot, 'out', 'main', 'index.js');
  if (!existsSync(main)) throw new Error(`nothing built at ${main}: run "npm run build"`);
  const home = options.home ?? options.userData;
  const child = spawn(appNode(), ['--disable-warning=ExperimentalWarning', '--import', new URL('./register.ts', import.meta.url).href, main, `--user-data-dir=${options.userData}`, ...options.args ?? []], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'en_US.UTF-8', ...(process.env['TZ'] === undefined ? {} : { TZ: process.env['TZ'] }), HOME: home, TMPDIR: home, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const logs: string[] = [];
  const network: string[] = [];
  const refused: string[] = [];
  const dialogs: ShownDialog[] = [];
  const calls = new Map<number, (answer: RawAnswer) => void>();
  const shown: string[] = [];
  const waitingForWindow: ((id: string) => void)[] = [];
  let lastCall = 0;
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => logs.push(text));

  child.on('message', (message: FromHost) => {
    switch (message.op) {
      case 'window':
        if (message.shown && !shown.includes(message.targetId)) shown.push(message.targetId);
        if (message.gone === true) shown.splice(0, shown.length, ...shown.filter((id) => id !== message.targetId));
        if (shown[0] !== undefined) for (const resolveWindow of waitingForWindow.splice(0)) resolveWindow(shown[0]);
        break;
      case 'dialogShown': dialogs.push({ kind: message.kind, options: message.options as Record<string, unknown> | null }); break;
      case 'network': network.push(message.url); break;
      case 'refused': refused.push(message.what); break;
      case 'answer': calls.get(message.call)?.(message); calls.delete(message.call); break;
      case 'quitting': break;
    }
  });
  const exited = new Promise<number | null>((resolveExit) => child.once('exit', (code) => resolveExit(code)));
  process.on('exit', killChild);
  function killChild(): void {
    child.kill('SIGKILL');
  }
  void exited.then(() => {
    process.off('exit', killChild);
    for (const answer of calls.values()) answer({ error: 'the app ended' });
  });

  const browser = await startChromium({ headed: options.headed ?? false }).catch((error: unknown) => {
    killChild();
    throw error;
  });
  function send(message: ToHost): void {
    if (child.connected) child.send(message);
  }
  send({ op: 'browser', endpoint: browser.endpoint });

  return {
    endpoint: browser.endpoint, browser, child, logs, network, refused, dialogs, exited, send,
    window: () => new Promise((resolveWindow, reject) => {
      if (shown[0] !== undefined) resolveWindow(shown[0]);
      else waitingForWindow.push(resolveWindow);
      setTimeout(() => reject(new Error(`the app showed no window within ${String(WINDOW_MS / 1000)} s:\n${logs.join('')}`)), WINDOW_MS).unref();
      void exited.then((code) => reject(new Error(`the app ended with ${String(code)} before it showed a window:\n${logs.join('')}`)));
    }),
    ask: (message) => new Promise((resolveCall) => {
      lastCall += 1;
      calls.set(lastCall, resolveCall);
      if (child.connected) send({ ...message, call: lastCall });
      else resolveCall({ error: 'the app ended' });
    }),
    async kill() {
      killChild();
      await exited;
      await browser.close();
    },
    async close() {
      send({ op: 'quit' });
      await exited;
      await browser.close();
    },
  };
}
