// The smaller parts of Electron: dialogs, power, clipboard, theme, screen. Dialogs answer only what the
// test prepared; anything else throws.
import type { Clipboard, Dialog, NativeTheme, PowerMonitor, Screen } from 'electron';
import { type DialogKind, nextAnswer, onControl, tell } from './control.ts';
import { HostEmitter, HostEvent } from './events.ts';
import { isReady } from './ready.ts';
import { refuseUnknown } from './refuse.ts';

function ask(kind: DialogKind, args: unknown[]): unknown {
  if (!isReady()) throw new Error('dialog module can only be used after app is ready');
  return nextAnswer(kind, args.at(-1));
}

export const dialog = refuseUnknown({
  async showOpenDialog(...args: unknown[]) {
    const path = ask('open', args) as string | null;
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(...args: unknown[]) {
    const path = ask('save', args) as string | null;
    return { canceled: path === null, filePath: path ?? '' };
  },
  async showMessageBox(...args: unknown[]) {
    return { response: Number(ask('message', args)), checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`[error box] ${title}: ${content}\n`);
    tell({ op: 'dialogShown', kind: 'message', options: { title, content } });
  },
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>, 'dialog');

class HostPower extends HostEmitter {
  idleSeconds = 0;

  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen', 'user-did-become-active', 'user-did-resign-active', 'thermal-state-change', 'speed-limit-change']);
  }

  getSystemIdleTime(): number { return this.idleSeconds; }
  getSystemIdleState(threshold: number): ReturnType<PowerMonitor['getSystemIdleState']> { return this.idleSeconds >= threshold ? 'idle' : 'active'; }
}

const power = new HostPower();
export const powerMonitor = refuseUnknown(power, 'powerMonitor');
onControl('power', ({ event, idleSeconds }) => {
  if (idleSeconds !== undefined) power.idleSeconds = idleSeconds;
  if (event !== 'idle') power.emit(event, new HostEvent());
});

let text = '';
const clipboardPart = {
  clear() { text = ''; },
  async readText() { return text; },
  async writeText(value: string) { text = value; },
} satisfies Pick<Clipboard, 'clear' | 'readText' | 'writeText'>;
export const clipboard = refuseUnknown(clipboardPart, 'clipboard');
onControl('clipboard', ({ call }) => tell({ op: 'answer', call, value: JSON.stringify(text) }));

class HostTheme extends HostEmitter {
  themeSource: NativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean { return this.themeSource === 'dark'; }
  get shouldUseHighContrastColors(): boolean { return false; }
}

export const nativeTheme = refuseUnknown(new HostTheme(), 'nativeTheme');

const display = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 }, workArea: { x: 0, y: 0, width: 1366, height: 768 }, workAreaSize: { width: 1366, height: 768 }, size: { width: 1366, height: 768 }, scaleFactor: 1 };

function afterReady<T>(value: T): T {
  if (!isReady()) throw new Error("The 'screen' module can't be used before the app 'ready' event");
  return value;
}

export const screen = refuseUnknown({
  getPrimaryDisplay: () => afterReady(display),
  getAllDisplays: () => afterReady([display]),
  getDisplayMatching: () => afterReady(display),
} satisfies { [K in keyof Screen]?: (...args: never[]) => unknown }, 'screen');
