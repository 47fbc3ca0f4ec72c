// When the stand-in counts as ready: the browser is connected and the main module has run. Holds the
// one connection to Chromium; refuses nothing.
import { CdpConnection } from './cdp.ts';
import { onControl, startControl } from './control.ts';

let ready = false;
let connection: CdpConnection | null = null;
let announce: () => void = () => undefined;

/** True once `ready` has been announced. */
export function isReady(): boolean {
  return ready;
}

/** The connection to Chromium; only there after ready. */
export function browser(): CdpConnection {
  if (connection === null || !ready) throw new Error('stand-in: used before the app was ready');
  return connection;
}

/** Resolves when the app counts as ready. */
export const whenReady: Promise<void> = new Promise((resolve) => {
  announce = resolve;
});

/**
 * Connects to the Chromium whose address the harness sends. Awaited before the app's own code runs:
 * the app forbids its process every connection, and that must stay testable.
 */
export function connectBrowser(): Promise<void> {
  startControl();
  return new Promise((resolve, reject) => {
    onControl('browser', ({ endpoint }) => {
      CdpConnection.connect(endpoint).then((made) => {
        connection = made;
        resolve();
      }, reject);
    });
  });
}

/** As in Electron, `ready` never comes in the turn in which the main module runs. */
export function announceReadySoon(): void {
  setImmediate(() => {
    ready = true;
    announce();
  });
}
