// The bus between the parts of the stand-in: `app`'s own events plus the host's inner ones.
import { HostEmitter } from './events.ts';

export const APP_EVENTS = ['ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'activate', 'second-instance', 'web-contents-created', 'browser-window-created', 'render-process-gone',
  'child-process-gone', 'certificate-error', 'select-client-certificate', 'login', 'open-file', 'open-url', 'session-created', 'accessibility-support-changed', 'will-finish-launching', 'browser-window-focus', 'browser-window-blur', 'gpu-info-update'] as const;
const INNER = ['all-windows-gone', 'popup', 'target-gone'] as const;

export const appEvents = new HostEmitter('app', [...APP_EVENTS, ...INNER]);
