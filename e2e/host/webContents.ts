// webContents of the stand-in: one Chromium page, its preload, its process border, its navigation
// guards. Refuses every member it does not have (see browserWindow.ts, which wraps it).
import { readFileSync } from 'node:fs';
import type { PrintToPDFOptions, WebFrameMain, WebPreferences } from 'electron';
import { CdpError, type CdpSession, type Json } from './cdp.ts';
import { nextAnswer } from './control.ts';
import { HostEmitter, HostEvent } from './events.ts';
import { answerMenuKeys } from './menu.ts';
import { callHandler, codec } from './ipcMain.ts';
import { pageScript } from './pageScript.ts';
import { printParameters } from './pdf.ts';
import { browser } from './ready.ts';
import { type HostSession, privilegedSchemes } from './session.ts';
import { toAppUrl, toPageUrl } from './urls.ts';

export const WEB_CONTENTS_EVENTS = ['did-start-loading', 'did-stop-loading', 'did-finish-load', 'did-fail-load', 'dom-ready', 'did-navigate', 'did-navigate-in-page', 'will-navigate',
  'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'did-attach-webview', 'did-create-window', 'render-process-gone', 'unresponsive', 'responsive', 'destroyed',
  'context-menu', 'before-input-event', 'console-message', 'devtools-opened', 'devtools-closed', 'preload-error', 'will-prevent-unload', 'certificate-error', 'login',
  'select-client-certificate', 'select-bluetooth-device', 'page-title-updated', 'ipc-message', 'focus', 'blur', 'zoom-changed', 'input-event', 'did-frame-navigate', 'did-start-navigation', 'found-in-page'] as const;

const INBOX = `inbox${Math.random().toString(36).slice(2)}`;
const BINDING = `binding${Math.random().toString(36).slice(2)}`;
let lastId = 0;

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

export class HostWebContents extends HostEmitter {
  readonly id: number;
  readonly session: HostSession;
  readonly page: Promise<CdpSession>;
  readonly mainFrame: WebFrameMain;
  readonly #preferences: WebPreferences;
  #url = '';
  #frameId = '';
  #gone = false;
  #ownNavigation = '';
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** What events and calls carry as the sender; the window puts its wrapped form here. */
  outer: HostWebContents;

  constructor(preferences: WebPreferences, hostSession: HostSession, targetId: Promise<string>) {
    super('webContents', WEB_CONTENTS_EVENTS);
    lastId += 1;
    this.id = lastId;
    this.outer = this;
    this.#preferences = preferences;
    this.session = hostSession;
    this.mainFrame = this.#makeFrame();
    this.page = targetId.then((id) => this.#attach(id));
  }

  #makeFrame(): WebFrameMain {
    const where = (): string => this.#url;
    const frame = {
      get url() { return where(); },
      get origin() { return where() === '' ? '' : where().split('/').slice(0, 3).join('/'); },
      parent: null, name: '', routingId: 1, processId: 1, frameTreeNodeId: 1, detached: false, frames: [],
      get top() { return frame as unknown as WebFrameMain; },
      isDestroyed: () => this.#gone,
    };
    return frame as unknown as WebFrameMain;
  }

  async #attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await browser().session('').send('Target.attachToTarget', { targetId, flatten: true });
    const page = browser().session(String(sessionId));
    page.listen('Fetch.requestPaused', (params) => void this.#answerRequest(page, params));
    page.listen('Runtime.bindingCalled', (params) => void this.#receive(page, params));
    page.listen('Page.loadEventFired', () => { this.emit('did-finish-load', new HostEvent()); this.emit('did-stop-loading', new HostEvent()); });
    page.listen('Page.domContentEventFired', () => this.emit('dom-ready', new HostEvent()));
    page.listen('Page.frameNavigated', (params) => this.#navigated(params['frame'] as Json));
    page.listen('Inspector.targetCrashed', () => this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 }));
    page.listen('Runtime.consoleAPICalled', (params) => this.emit('console-message', new HostEvent({ level: params['type'], message: JSON.stringify(params['args']) })));
    page.on('gone', () => this.destroyed());
    const { frameTree } = await page.send('Page.getFrameTree') as { frameTree: { frame: { id: string } } };
    this.#frameId = frameTree.frame.id;
    await Promise.all([page.send('Page.enable'), page.send('Runtime.enable'), page.send('Inspector.enable'), page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })]);
    await page.send('Runtime.addBinding', { name: BINDING });
    const preload = this.#preferences.preload;
    if (preload !== undefined) {
      const versions = { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '', node: process.versions.node };
      const source = pageScript(readFileSync(preload, 'utf8'), { binding: BINDING, inbox: INBOX, platform: process.platform, versions, argv: this.#preferences.additionalArguments ?? [] });
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source });
    }
    return page;
  }

  #navigated(frame: Json): void {
    if (frame['parentId'] !== undefined) return;
    this.#url = toAppUrl(String(frame['url']), new Set(privilegedSchemes.keys()));
    this.emit('did-navigate', new HostEvent(), this.#url, 200, '');
  }

  async #answerRequest(page: CdpSession, params: Json): Promise<void> {
    const request = params['request'] as { url: string; method: string; headers: Record<string, string>; postData?: string };
    const requestId = params['requestId'];
    const url = toAppUrl(request.url, new Set(privilegedSchemes.keys()));
    try {
      if (params['resourceType'] === 'Document' && !this.#mayNavigate(url, params['frameId'] === this.#frameId)) {
        await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
      const response = await this.session.answer(url, { method: request.method, headers: request.headers, ...(request.postData === undefined ? {} : { body: request.postData }) }, String(params['resourceType']));
      if (response === null) {
        await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        return;
      }
      const body = Buffer.from(await response.arrayBuffer()).toString('base64');
      await page.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })), body });
    } catch (error) {
      // A page that was closed or moved on while its request waited has nobody to answer.
      if (!(error instanceof CdpError)) throw error;
    }
  }

  #mayNavigate(url: string, main: boolean): boolean {
    if (main && url === this.#ownNavigation) return true;
    const details = { url, isMainFrame: main, isSameDocument: false, frame: this.mainFrame, initiator: this.mainFrame };
    if (this.emitStoppable('will-frame-navigate', details)) return false;
    return !(main && this.emitStoppable('will-navigate', details, url));
  }

  async #receive(page: CdpSession, params: Json): Promise<void> {
    if (params['name'] !== BINDING) return;
    const message = JSON.parse(String(params['payload'])) as { call: number; channel: string; args: string } | { keys: string };
    if ('keys' in message) {
      answerMenuKeys(message.keys);
      return;
    }
    const answer = await callHandler(message.channel, message.args, this.invokeEvent(this.mainFrame));
    await this.#deliver(page, { call: message.call, ...answer }, params['executionContextId']);
  }

  async #deliver(page: CdpSession, message: object, contextId?: unknown): Promise<void> {
    try {
      await page.send('Runtime.evaluate', { expression: `globalThis[${JSON.stringify(INBOX)}]?.(${JSON.stringify(JSON.stringify(message))})`, ...(contextId === undefined ? {} : { contextId }) });
    } catch (error) {
      // The document that asked is gone (a reload, a lock); Electron drops the answer as well.
      if (!(error instanceof CdpError)) throw error;
    }
  }

  /** The event of a call, with the frame it claims to come from. */
  invokeEvent(senderFrame: WebFrameMain | null): object {
    return { type: 'frame', sender: this.outer, senderFrame, frameId: 1, processId: 1, preventDefault: () => undefined, defaultPrevented: false };
  }

  send(channel: string, ...args: unknown[]): void {
    const encoded = codec.encode(args);
    if (!this.#gone) void this.page.then((page) => this.#deliver(page, { channel, args: encoded }));
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    this.#ownNavigation = url;
    this.emit('did-start-loading', new HostEvent());
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const result = await page.send('Page.navigate', { url: toPageUrl(url, new Set(privilegedSchemes.keys())) });
    if (result['errorText'] !== undefined) {
      this.emit('did-fail-load', new HostEvent(), -2, String(result['errorText']), url, true);
      throw new Error(`${String(result['errorText'])} loading '${url}'`);
    }
    await loaded;
  }

  reload(): void {
    void this.loadURL(this.#url);
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    const page = await this.page;
    const { stream } = await page.send('Page.printToPDF', printParameters(options));
    const parts: Buffer[] = [];
    for (;;) {
      const chunk = await page.send('IO.read', { handle: stream }) as { data: string; base64Encoded?: boolean; eof: boolean };
      parts.push(Buffer.from(chunk.data, chunk.base64Encoded === true ? 'base64' : 'utf8'));
      if (chunk.eof) break;
    }
    await page.send('IO.close', { handle: stream });
    return Buffer.concat(parts);
  }

  print(options: object, callback?: (success: boolean, reason: string) => void): void {
    const answer = nextAnswer('print', options) as { success: boolean; reason?: string };
    setImmediate(() => callback?.(answer.success, answer.reason ?? ''));
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.page;
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true }) as { result: { value?: unknown }; exceptionDetails?: { text: string } };
    if (exceptionDetails !== undefined) throw new Error(`Script failed to execute: ${exceptionDetails.text}`);
    return result.value;
  }

  getURL(): string { return this.#url; }
  getTitle(): string { return ''; }
  getType(): string { return 'window'; }
  isDestroyed(): boolean { return this.#gone; }
  isCrashed(): boolean { return false; }
  isLoading(): boolean { return false; }
  isDevToolsOpened(): boolean { return false; }
  closeDevTools(): void { /* there are none to close */ }
  focus(): void { void this.page.then((page) => page.send('Page.bringToFront')); }
  getLastWebPreferences(): WebPreferences { return this.#preferences; }
  setWindowOpenHandler(handler: OpenHandler): void { this.#openHandler = handler; }
  setWebRTCIPHandlingPolicy(policy: string): void { this.session.rules['webrtc'] = policy; }
  setVisualZoomLevelLimits(): Promise<void> { return Promise.resolve(); }
  setZoomFactor(factor: number): void { this.session.rules['zoom'] = factor; }
  getZoomFactor(): number { return Number(this.session.rules['zoom'] ?? 1); }
  setIgnoreMenuShortcuts(ignore: boolean): void { this.session.rules['ignoreMenu'] = ignore; }
  setBackgroundThrottling(allowed: boolean): void { this.session.rules['throttling'] = allowed; }
  forcefullyCrashRenderer(): void { void this.page.then((page) => page.send('Page.crash')).catch(() => undefined); }

  /** What the app decided about a window that the page tried to open. */
  judgePopup(url: string): 'deny' | 'allow' {
    return this.#openHandler({ url: toAppUrl(url, new Set(privilegedSchemes.keys())) }).action;
  }

  destroyed(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.emit('destroyed');
  }
}
