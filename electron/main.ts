// Composition root: what must happen before ready, then session, handlers, window. Refuses logic of its own.
import { app, dialog, Menu, powerMonitor, protocol } from 'electron';
import { blockMainNetwork, hardenApp, hardenBeforeReady, hardenSession, hasDebugFlag } from './hardening.ts';
import { mainText } from '../shared/text/en/main.ts';
import { registerHandlers } from './ipc/handle.ts';
import { isBundleUrl, isTrustedSender } from './ipc/sender.ts';
import { createLog } from './log.ts';
import { chooseUserData, makeSessionFolder, wipeOldSessionFolders } from './paths.ts';
import { composeApp, type ComposedApp } from './composeApp.ts';
import { createAppFileHandler, listAppFiles } from './window/appFiles.ts';
import { windowSession } from './window/mainWindow.ts';
import { menuTemplate } from './window/menu.ts';
import { join } from 'node:path';

const log = createLog((line) => { process.stderr.write(`${line}\n`); }, () => Date.now());
/** A disk that does not answer must not keep the app from ending: what was acknowledged is safe already. */
const QUIT_LIMIT_MS = 20_000;
const APP_PAGE = 'app://bundle/index.html';

/** The development server's page; the whole function is cut away from every build. */
function devServer(): string | null {
  return import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] ?? null : null;
}

function isTrustedUrl(url: string): boolean {
  const dev = devServer();
  return isBundleUrl(url) || (dev !== null && URL.canParse(url) && new URL(url).origin === new URL(dev).origin);
}

/** A failure nobody caught: its kind is logged, its message stays here. */
function reportStray(error: unknown): void {
  log('STRAY_ERROR', { error: error instanceof Error ? error.name : typeof error });
}

function wireEvents(built: ComposedApp): void {
  let leaving = false;
  app.on('before-quit', (event) => {
    if (leaving) return;
    // The draft is sealed and the vault closed first; then the same quit is asked for again.
    event.preventDefault();
    const tooLong = new Promise<void>((resolve) => { setTimeout(resolve, QUIT_LIMIT_MS); });
    Promise.race([built.session.lock('machine').catch(reportStray).then(built.clearClipboard), tooLong]).finally(() => {
      leaving = true;
      app.quit();
    });
  });
  built.window.on('close', (event) => {
    if (leaving) return;
    event.preventDefault();
    if (!built.askFirst('quit')) app.quit();
  });
  built.window.on('query-session-end', (event) => {
    event.preventDefault();
    app.quit();
  });
  built.window.webContents.on('render-process-gone', () => built.pageGone());
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => built.showWindow());
  powerMonitor.on('suspend', () => built.lock());
  powerMonitor.on('lock-screen', () => built.lock());
  powerMonitor.on('shutdown', () => app.quit());
}

async function start(): Promise<void> {
  blockMainNetwork();
  const dev = devServer();
  await hardenSession(windowSession(), createAppFileHandler(listAppFiles(join(import.meta.dirname, '../renderer'))), dev);
  const built = await composeApp(log);
  registerHandlers(built.handlers, { ...built.answerDeps, isTrusted: (event) => isTrustedSender(event, built.windowId(), isTrustedUrl) });
  wireEvents(built);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, { run: built.runCommand, lock: () => { if (!built.askFirst('lock')) built.lock(); }, quit: () => { if (!built.askFirst('quit')) app.quit(); } })));
  if (process.platform !== 'linux') app.clearRecentDocuments();
  await built.window.loadURL(dev ?? APP_PAGE);
}

function boot(): void {
  process.on('uncaughtException', reportStray);
  process.on('unhandledRejection', reportStray);
  hardenBeforeReady(app, protocol);
  hardenApp(app, isTrustedUrl);
  wipeOldSessionFolders(log);
  const sessionFolder = makeSessionFolder(log);
  app.setPath('sessionData', sessionFolder.folder);
  app.on('quit', sessionFolder.wipe);
  app.whenReady().then(start).catch((error: unknown) => {
    reportStray(error);
    dialog.showErrorBox(mainText.product, mainText.cannotStart);
    app.exit(1);
  });
}

chooseUserData(app);
if (app.isPackaged && hasDebugFlag(process.argv)) app.exit(1);
else if (!app.requestSingleInstanceLock()) app.exit(0);
else boot();
