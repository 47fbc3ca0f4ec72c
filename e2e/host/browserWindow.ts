// BrowserWindow of the stand-in: a Chromium tab with a window's life (show, close, closed). Refuses
// options that Electron does not have or that this stand-in would silently ignore.
import type { BrowserWindowConstructorOptions, Rectangle, WebPreferences } from 'electron';
import { pathToFileURL } from 'node:url';
import { notImplemented, tell } from './control.ts';
import { appEvents } from './appEvents.ts';
import { CdpError } from './cdp.ts';
import { HostEmitter, HostEvent } from './events.ts';
import { browser, isReady } from './ready.ts';
import { refuseUnknown, refuseUnknownOptions } from './refuse.ts';
import { sessionOf } from './session.ts';
import { freeTarget, takeTarget } from './targets.ts';
import { HostWebContents } from './webContents.ts';

const EVENTS = ['ready-to-show', 'show', 'hide', 'close', 'closed', 'focus', 'blur', 'minimize', 'restore', 'maximize', 'unmaximize', 'resize', 'resized', 'move', 'moved', 'page-title-updated',
  'session-end', 'query-session-end', 'unresponsive', 'responsive', 'enter-full-screen', 'leave-full-screen', 'app-command', 'system-context-menu', 'always-on-top-changed'] as const;
const OPTIONS = ['width', 'height', 'minWidth', 'minHeight', 'x', 'y', 'useContentSize', 'center', 'resizable', 'show', 'title', 'icon', 'backgroundColor', 'autoHideMenuBar', 'webPreferences',
  'parent', 'modal', 'frame', 'paintWhenInitiallyHidden', 'titleBarStyle', 'darkTheme', 'skipTaskbar', 'focusable', 'fullscreenable', 'tabbingIdentifier'] as const satisfies (keyof BrowserWindowConstructorOptions)[];
const PREFERENCES = ['preload', 'partition', 'session', 'sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'webSecurity', 'webviewTag', 'devTools',
  'spellcheck', 'navigateOnDragDrop', 'plugins', 'webgl', 'safeDialogs', 'disableDialogs', 'experimentalFeatures', 'allowRunningInsecureContent', 'enableBlinkFeatures', 'images', 'javascript', 'autoplayPolicy',
  'backgroundThrottling', 'additionalArguments', 'defaultEncoding', 'enableWebSQL', 'v8CacheOptions', 'defaultFontSize', 'defaultFontFamily', 'minimumFontSize', 'zoomFactor', 'scrollBounce', 'offscreen', 'enablePreferredSizeMode', 'textAreasAreResizable', 'disableHtmlFullscreenWindowResize', 'accessibleTitle', 'disableBlinkFeatures'] as const;

const windows = new Map<number, HostWindow>();
let focused: HostWindow | null = null;
let lastId = 0;

function checkSandbox(preferences: WebPreferences): void {
  if (preferences.nodeIntegration === true || preferences.contextIsolation === false || preferences.sandbox === false || preferences.webSecurity === false) {
    throw notImplemented('only a sandboxed, isolated window without Node can be shown');
  }
}

/** Closes a page that another one opened. It shares a process with its opener, and a tool that watches every new page holds it at its start: closed while held, it would hold its opener as well. */
async function closePopup(targetId: string): Promise<void> {
  const root = browser().session('');
  try {
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
    await browser().session(String(sessionId)).send('Runtime.runIfWaitingForDebugger');
    await root.send('Target.closeTarget', { targetId });
  } catch (error) {
    // Already gone, which is what was wanted.
    if (!(error instanceof CdpError)) throw error;
  }
}

export class HostWindow extends HostEmitter {
  readonly id: number;
  readonly webContents: HostWebContents;
  readonly #target: Promise<string>;
  #outer: HostWindow;
  #shown = false;
  #minimized = false;
  #gone = false;
  #title: string;
  #bounds: Rectangle;
  readonly calls: Record<string, unknown> = {};

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS);
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnknownOptions(options, OPTIONS, 'BrowserWindow');
    const preferences = options.webPreferences ?? {};
    refuseUnknownOptions(preferences, PREFERENCES, 'webPreferences');
    checkSandbox(preferences);
    lastId += 1;
    this.id = lastId;
    this.#title = options.title ?? '';
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#target = takeTarget();
    const hostSession = (preferences.session as unknown as HostWebContents['session'] | undefined) ?? sessionOf(preferences.partition ?? '');
    const contents = new HostWebContents(preferences, hostSession, this.#target);
    this.webContents = refuseUnknown(contents, 'webContents');
    contents.outer = this.webContents;
    this.#outer = refuseUnknown<HostWindow>(this, 'BrowserWindow');
    windows.set(this.id, this.#outer);
    contents.once('did-finish-load', () => this.emit('ready-to-show', new HostEvent()));
    contents.once('destroyed', () => this.#closed());
    void this.#target.then((targetId) => appEvents.on('target-gone', (gone: string) => { if (gone === targetId) this.destroy(); }));
    appEvents.emit('web-contents-created', new HostEvent(), this.webContents);
    appEvents.emit('browser-window-created', new HostEvent(), this.#outer);
    if (options.show !== false) this.show();
    return this.#outer;
  }

  static getAllWindows(): HostWindow[] { return [...windows.values()]; }
  static getFocusedWindow(): HostWindow | null { return focused; }
  static fromWebContents(contents: HostWebContents): HostWindow | null { return [...windows.values()].find((one) => one.webContents.id === contents.id) ?? null; }
  static fromId(id: number): HostWindow | null { return windows.get(id) ?? null; }

  loadURL(url: string): Promise<void> { return this.webContents.loadURL(url); }
  loadFile(path: string): Promise<void> { return this.webContents.loadURL(pathToFileURL(path).href); }

  show(): void {
    this.#shown = true;
    this.#minimized = false;
    focused = this.#outer;
    void this.#target.then((targetId) => tell({ op: 'window', targetId, shown: true }));
    this.emit('show', new HostEvent());
    this.emit('focus', new HostEvent());
  }

  showInactive(): void { this.show(); }
  hide(): void { this.#shown = false; this.emit('hide', new HostEvent()); }
  focus(): void { focused = this.#outer; this.webContents.focus(); this.emit('focus', new HostEvent()); }
  blur(): void { focused = null; this.emit('blur', new HostEvent()); }
  minimize(): void { this.#minimized = true; this.emit('minimize', new HostEvent()); }
  restore(): void { this.#minimized = false; this.emit('restore', new HostEvent()); }
  maximize(): void { this.emit('maximize', new HostEvent()); }
  isMinimized(): boolean { return this.#minimized; }
  isMaximized(): boolean { return false; }
  isVisible(): boolean { return this.#shown && !this.#minimized; }
  isFocused(): boolean { return focused === this.#outer; }
  isDestroyed(): boolean { return this.#gone; }
  getTitle(): string { return this.#title; }
  setTitle(title: string): void { this.#title = title; }
  getBounds(): Rectangle { return { ...this.#bounds }; }
  setBounds(bounds: Partial<Rectangle>): void { this.#bounds = { ...this.#bounds, ...bounds }; }
  getSize(): number[] { return [this.#bounds.width, this.#bounds.height]; }
  setSize(width: number, height: number): void { this.setBounds({ width, height }); }
  getContentSize(): number[] { return this.getSize(); }
  setContentProtection(on: boolean): void { this.calls['contentProtection'] = on; }
  setMenuBarVisibility(on: boolean): void { this.calls['menuBar'] = on; }
  setAutoHideMenuBar(on: boolean): void { this.calls['autoHideMenuBar'] = on; }
  setMenu(menu: unknown): void { this.calls['menu'] = menu; }
  removeMenu(): void { this.calls['menu'] = null; }
  setBackgroundColor(colour: string): void { this.calls['background'] = colour; }

  close(): void {
    if (!this.#gone && !this.emitStoppable('close')) this.destroy();
  }

  destroy(): void {
    if (!this.#gone) this.webContents.destroyed();
  }

  #closed(): void {
    if (this.#gone) return;
    this.#gone = true;
    windows.delete(this.id);
    if (focused === this.#outer) focused = null;
    void this.#target.then((targetId) => {
      tell({ op: 'window', targetId, shown: false, gone: true });
      return freeTarget(targetId);
    });
    this.emit('closed');
    if (windows.size === 0) appEvents.emit('all-windows-gone');
  }

  /** Closes whatever a page opened without the app's consent. */
  static async judgePopup(openerTargetId: string, targetId: string, url: string): Promise<void> {
    for (const one of windows.values()) {
      const own = await one.webContents.page.then((page) => page.send('Target.getTargetInfo')) as { targetInfo: { targetId: string } };
      if (own.targetInfo.targetId === openerTargetId && one.webContents.judgePopup(url) === 'allow') throw notImplemented('windows opened by a page are not implemented');
    }
    await closePopup(targetId);
  }
}
