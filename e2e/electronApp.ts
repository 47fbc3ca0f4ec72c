// The same handle over real Electron, for machines that have its binary. Dialogs and power are set from
// inside its main process; nothing of the product knows.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from 'playwright-core';
import type { RunningApp, StartOptions } from './app.ts';
import type { DialogKind } from './host/control.ts';
import { projectRoot, type ShownDialog } from './host/launch.ts';

type Stubs = { answers: Record<string, unknown[]>; shown: ShownDialog[]; idle: number };
type World = typeof globalThis & { throughlineStubs?: Stubs };

/** Path of Electron's binary, or null where it was never downloaded. */
export function electronBinary(): string | null {
  const folder = join(projectRoot, 'node_modules', 'electron');
  if (!existsSync(join(folder, 'path.txt'))) return null;
  const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
  return existsSync(path) ? path : null;
}

/** Replaces every dialog by a queue of prepared answers; one that was not prepared throws. */
async function stubSystem(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog, powerMonitor }) => {
    const stubs: Stubs = { answers: {}, shown: [], idle: 0 };
    (globalThis as World).throughlineStubs = stubs;
    function next(kind: DialogKind, args: unknown[]): unknown {
      stubs.shown.push({ kind, options: JSON.parse(JSON.stringify(args.at(-1) ?? null)) as Record<string, unknown> | null });
      const queue = stubs.answers[kind] ?? [];
      if (queue.length === 0) throw new Error(`a ${kind} dialog was shown and the test had no answer ready`);
      return queue.shift();
    }
    dialog.showOpenDialog = async (...args: unknown[]) => {
      const path = next('open', args) as string | null;
      return { canceled: path === null, filePaths: path === null ? [] : [path] };
    };
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const path = next('save', args) as string | null;
      return { canceled: path === null, filePath: path ?? '' };
    };
    dialog.showMessageBox = async (...args: unknown[]) => ({ response: Number(next('message', args)), checkboxChecked: false });
    dialog.showErrorBox = (title, content) => { stubs.shown.push({ kind: 'message', options: { title, content } }); };
    powerMonitor.getSystemIdleTime = () => stubs.idle;
  });
}

async function visiblePage(app: ElectronApplication): Promise<Page> {
  await app.firstWindow();
  for (const page of app.windows()) {
    const window = await app.browserWindow(page);
    if (await window.evaluate((one) => !one.isDestroyed())) return page;
  }
  throw new Error('no window');
}

/** Starts the built app in real Electron, each start with its own data folder. */
export async function launchInElectron(options: StartOptions): Promise<RunningApp> {
  const logs: string[] = [];
  const app = await electron.launch({
    args: ['.', `--user-data-dir=${options.userData}`, ...options.args ?? []], cwd: projectRoot, chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env as Record<string, string>, HOME: options.home, TMPDIR: options.home },
  });
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.setEncoding('utf8').on('data', (text: string) => logs.push(text));
  await stubSystem(app);
  const page = await visiblePage(app);
  await page.setViewportSize({ width: 1366, height: 768 });
  const shown: ShownDialog[] = [];
  const exited = new Promise<number | null>((resolve) => app.process().once('exit', (code) => resolve(code)));
  async function syncShown(): Promise<void> {
    const all = await app.evaluate(() => (globalThis as World).throughlineStubs?.shown ?? []);
    shown.splice(0, shown.length, ...all);
  }
  return {
    page, exited, profile: null,
    async queueDialog(kind, answer) {
      await app.evaluate((_electron, [to, value]) => {
        const stubs = (globalThis as World).throughlineStubs;
        if (stubs !== undefined) stubs.answers[to] = [...stubs.answers[to] ?? [], value];
      }, [kind, answer] as [string, unknown]);
      await syncShown();
    },
    shownDialogs: () => shown,
    triggerPower: (event) => app.evaluate(({ powerMonitor }, name) => { (powerMonitor as NodeJS.EventEmitter).emit(name, { preventDefault: () => undefined }); }, event),
    setIdleSeconds: (seconds) => app.evaluate((_electron, idle) => {
      const stubs = (globalThis as World).throughlineStubs;
      if (stubs !== undefined) stubs.idle = idle;
    }, seconds),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    callRaw: async (channel, args, frame, url) => {
      const answer = await app.evaluate(async ({ BrowserWindow, ipcMain }, call) => {
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => unknown> })._invokeHandlers;
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const main = contents?.mainFrame ?? null;
        const frames = { main, null: null, sub: { url: main?.url, parent: main }, other: { url: call.url, parent: null } };
        try {
          return { decoded: await handlers.get(call.channel)?.({ sender: contents, senderFrame: frames[call.frame] }, ...call.args) };
        } catch (error) {
          return { error: String(error) };
        }
      }, { channel, args, frame, url: url ?? 'https://evil.example/' });
      return answer as { error?: string; decoded?: unknown };
    },
    channels: () => app.evaluate(({ ipcMain }) => [...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys()]),
    network: () => [],
    refused: () => [],
    logs: () => logs.join(''),
    async kill() {
      app.process().kill('SIGKILL');
      await exited;
    },
    quit: () => app.close(),
  };
}
