// The one window: sandboxed, isolated, in a session that lives in memory only. Refuses to show
// anything in its title but the product's name.
import { BrowserWindow, session, type Session } from 'electron';
import { mainText } from '../../shared/text/en/main.ts';

/** No "persist:": nothing of this session reaches the disk. */
const PARTITION = 'throughline';

/** The window's session; after ready. */
export function windowSession(): Session {
  return session.fromPartition(PARTITION, { cache: false });
}

/** Makes the window, hidden until its first page is drawn. */
export function createMainWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366, height: 768, minWidth: 800, minHeight: 600, show: false, title: mainText.product, autoHideMenuBar: true,
    webPreferences: {
      preload, session: windowSession(), sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, webviewTag: false, navigateOnDragDrop: false, spellcheck: false, plugins: false, webgl: false, safeDialogs: true, enableWebSQL: false,
      devTools: import.meta.env.DEV,
    },
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  // macOS and Windows only; Linux has no such protection, and the settings screen says so.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  return window;
}
