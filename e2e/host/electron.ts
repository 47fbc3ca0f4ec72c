// The stand-in for the `electron` module in the main process: exactly the parts that are implemented.
// An import of any other name fails to link, which is the intended refusal.
import { HostWindow } from './browserWindow.ts';
import { callHandler, channels } from './ipcMain.ts';
import { onControl, tell } from './control.ts';
import { refuseUnknown } from './refuse.ts';
import { app } from './app.ts';
import { ipcMain } from './ipcMain.ts';
import { Menu, MenuItem } from './menu.ts';
import { protocol, session } from './session.ts';
import { clipboard, dialog, nativeTheme, powerMonitor, screen } from './system.ts';

export { app, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, powerMonitor, protocol, screen, session };
export const BrowserWindow: typeof HostWindow = refuseUnknown(HostWindow, 'BrowserWindow');

Object.defineProperty(process.versions, 'electron', { value: '45.4.1', enumerable: true });
Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });

onControl('channels', ({ call }) => tell({ op: 'answer', call, value: JSON.stringify(channels()) }));

// Calls that no preload would make: the harness uses them to send hostile messages as hostile frames.
onControl('raw', ({ call, channel, args, frame, url }) => {
  const contents = HostWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
  const main = contents?.mainFrame ?? null;
  const claimed = {
    main, null: null,
    sub: main === null ? null : { url: main.url, origin: main.origin, parent: main, top: main, frameTreeNodeId: 9, routingId: 9, processId: 1, isDestroyed: () => false },
    other: main === null ? null : { url: url ?? 'https://evil.example/', origin: 'null', parent: null, top: null, frameTreeNodeId: 10, routingId: 10, processId: 2, isDestroyed: () => false },
  }[frame];
  const event = contents?.invokeEvent(claimed as never) ?? { sender: null, senderFrame: claimed };
  void callHandler(channel, args, event).then((answer) => tell({ op: 'answer', call, ...answer }));
});

const electron: object = refuseUnknown({ app, BrowserWindow, clipboard, dialog, ipcMain, Menu, MenuItem, nativeTheme, powerMonitor, protocol, screen, session }, 'electron');
export default electron;
