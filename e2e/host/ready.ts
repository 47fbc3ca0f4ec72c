// When the stand-in counts as ready: the browser is connected and the main module has run. Holds the
// one connection to Chromium; refuses nothing.
import { CdpConnection } from './cdp.ts';
import { onControl, startControl } from './control.ts';

let ready = false;
let connection: CdpConnection | null = null;

/** True once `ready` has been announced. */
export function isReady(): boolean {
  return ready;
}

/** The connection to Chromium; only there after ready. */
export function browser(): CdpConnection {
  if (connection === null) throw new Error('stand-in: used before the app was ready');
  return connection;
}

/** Resolves when Chromium is connected; the harness sends the address. */
export const connected: Promise<void> = new Promise((resolve, reject) => {
  onControl('browser', ({ endpoint }) => {
    CdpConnection.connect(endpoint).then((made) => {
      connection = made;
      // As in Electron, `ready` never comes in the turn in which the main module runs.
      setImmediate(() => { ready = true; resolve(); });
    }, reject);
  });
});

startControl();
