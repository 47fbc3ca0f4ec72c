// `app` of the stand-in: life cycle, folders, switches, the single-instance lock. Refuses what Electron
// refuses before or after ready, and folders or members it does not know.
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { App, CommandLine } from 'electron';
import { APP_EVENTS, appEvents } from './appEvents.ts';
import { HostWindow } from './browserWindow.ts';
import { notImplemented, onControl, tell } from './control.ts';
import { HostEmitter, HostEvent } from './events.ts';
import { announceReadySoon, isReady, whenReady } from './ready.ts';
import { refuseUnknown } from './refuse.ts';

const switches = new Map<string, string>();
for (const argument of process.argv.slice(2)) {
  const match = /^--([a-z0-9-]+)(?:=(.*))?$/i.exec(argument);
  if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
}

const root = findRoot(resolve(process.argv[1] ?? '.'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; productName?: string; version: string };
const folders = new Map<string, string>();
let name = manifest.productName ?? manifest.name;

let quitting = false;

function findRoot(from: string): string {
  const folder = dirname(from);
  return existsSync(join(folder, 'package.json')) || folder === from ? folder : findRoot(folder);
}

function folder(kind: string): string {
  const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const userData = folders.get('userData') ?? (switches.get('user-data-dir') || join(appData, name));
  const known: Record<string, string> = {
    home: homedir(), appData, userData, sessionData: userData, temp: tmpdir(), exe: process.execPath, module: process.execPath, logs: join(userData, 'logs'), crashDumps: join(userData, 'Crashpad'),
    desktop: join(homedir(), 'Desktop'), documents: join(homedir(), 'Documents'), downloads: join(homedir(), 'Downloads'), cache: join(homedir(), '.cache'),
  };
  const path = folders.get(kind) ?? known[kind];
  if (path === undefined) throw new Error(`Failed to get '${kind}' path`);
  return path;
}

const commandLine = refuseUnknown({
  appendSwitch: (key: string, value = '') => { switches.set(key, value); },
  hasSwitch: (key: string) => switches.has(key),
  getSwitchValue: (key: string) => switches.get(key) ?? '',
  removeSwitch: (key: string) => { switches.delete(key); },
  appendArgument: (value: string) => { switches.set(value, ''); },
} satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch' | 'appendArgument'>, 'app.commandLine');

function beforeReady(what: string): void {
  if (isReady()) throw new Error(`${what} can only be called before app is ready`);
}

/** One process per userData folder: the second is told no, the first hears of it. */
function singleInstanceLock(): boolean {
  const userData = folder('userData');
  mkdirSync(userData, { recursive: true });
  const lock = join(userData, 'SingletonLock');
  if (existsSync(lock)) {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder !== process.pid && isAlive(holder)) {
      writeFileSync(join(userData, 'SingletonCall'), String(process.pid));
      return false;
    }
  }
  writeFileSync(lock, String(process.pid));
  const watcher = watch(userData, (_kind, file) => {
    if (file === 'SingletonCall' && existsSync(join(userData, 'SingletonCall'))) {
      rmSync(join(userData, 'SingletonCall'), { force: true });
      appEvents.emit('second-instance', new HostEvent(), process.argv, process.cwd(), null);
    }
  });
  watcher.unref();
  return true;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // No such process is the answer that was asked for.
    return false;
  }
}

function exit(code = 0): void {
  appEvents.emit('quit', new HostEvent(), code);
  const lock = join(folder('userData'), 'SingletonLock');
  if (existsSync(lock) && readFileSync(lock, 'utf8') === String(process.pid)) rmSync(lock, { force: true });
  tell({ op: 'quitting' });
  setImmediate(() => process.exit(code));
}

function finishQuit(): void {
  if (!appEvents.emitStoppable('will-quit')) exit(0);
  else quitting = false;
}

function quit(): void {
  if (quitting || appEvents.emitStoppable('before-quit')) return;
  quitting = true;
  for (const window of HostWindow.getAllWindows()) window.close();
  if (HostWindow.getAllWindows().length === 0) finishQuit();
  // A window that refused to close ends the attempt, as in Electron.
  else quitting = false;
}

appEvents.on('all-windows-gone', () => {
  if (quitting) return;
  if (appEvents.listenerCount('window-all-closed') === 0) quit();
  else appEvents.emit('window-all-closed');
});
appEvents.on('popup', (opener: string, target: string, url: string) => void HostWindow.judgePopup(opener, target, url));
onControl('quit', quit);
onControl('closeWindows', () => { for (const window of HostWindow.getAllWindows()) if (window.isVisible()) window.close(); });

class HostApp extends HostEmitter {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly name = name;
  userAgentFallback = 'stand-in';
  readonly dock = undefined;

  constructor() {
    super('app', APP_EVENTS);
    const relay = appEvents.emit.bind(appEvents);
    // One list of listeners for `app` and the inner bus.
    this.on = (event, listener) => { this.checkKnown(event); appEvents.on(event, listener); return this; };
    this.once = (event, listener) => { this.checkKnown(event); appEvents.once(event, listener); return this; };
    this.off = (event, listener) => { appEvents.off(event, listener); return this; };
    this.removeListener = this.off;
    this.emit = relay;
  }

  checkKnown(event: string | symbol): void {
    if (!APP_EVENTS.some((known) => known === event)) throw notImplemented(`app has no event "${String(event)}"`);
  }

  isReady(): boolean { return isReady(); }
  whenReady(): Promise<void> { return whenReady; }
  quit(): void { quit(); }
  exit(code = 0): void { exit(code); }
  getVersion(): string { return manifest.version; }
  getName(): string { return name; }
  setName(to: string): void { name = to; }
  getLocale(): string { return 'en-US'; }
  getSystemLocale(): string { return 'en-US'; }
  getPreferredSystemLanguages(): string[] { return ['en-US']; }
  getAppPath(): string { return root; }
  getPath(kind: string): string { return folder(kind); }
  focus(): void { HostWindow.getAllWindows()[0]?.focus(); }
  setAppUserModelId(): void { /* Windows only */ }
  setAboutPanelOptions(): void { /* the panel is the system's */ }
  clearRecentDocuments(): void { /* nothing is ever added */ }
  disableHardwareAcceleration(): void { beforeReady('app.disableHardwareAcceleration()'); }
  releaseSingleInstanceLock(): void { rmSync(join(folder('userData'), 'SingletonLock'), { force: true }); }
  requestSingleInstanceLock(): boolean { return singleInstanceLock(); }

  enableSandbox(): void {
    beforeReady('app.enableSandbox()');
  }

  setPath(kind: string, path: string): void {
    folder(kind);
    if (resolve(path) !== path) throw new Error('Path must be absolute');
    folders.set(kind, path);
  }

  setAppLogsPath(path?: string): void { folders.set('logs', path ?? join(folder('userData'), basename('logs'))); }
}

type Provided = Exclude<keyof HostApp, keyof HostEmitter | 'checkKnown'>;
const made = new HostApp();
// Every member must be one of Electron's: a name that Electron lacks does not compile.
made satisfies { [K in Provided]: K extends keyof App ? unknown : never };

export const app = refuseUnknown(made, 'app');
void whenReady.then(() => appEvents.emit('ready', new HostEvent(), {}));
announceReadySoon();
