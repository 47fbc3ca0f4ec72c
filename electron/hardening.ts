// Every switch, session rule and guard against navigation, permissions and network, in one file that
// can be read in one sitting (SECURITY 2.1 to 2.8). Refuses exceptions: nothing here is configurable.
import type { App, Protocol, Session, WebContents } from 'electron';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Debugging would open the vault's memory to any program of the same user. */
const DEBUG_FLAGS = /^--(?:remote-debugging-(?:port|pipe|address)|inspect(?:-brk|-port|-publish-uid|-wait)?|no-sandbox|js-flags|disable-web-security|load-extension)(?:=|$)/;

/** True where a packaged app was started with a switch that would take its protection away. */
export function hasDebugFlag(argv: readonly string[]): boolean {
  return argv.some((argument) => DEBUG_FLAGS.test(argument));
}

const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'], ['disable-component-update'], ['dns-prefetch-disable'], ['no-pings'], ['disable-domain-reliability'],
  ['disable-breakpad'], ['disable-sync'], ['disable-default-apps'],
];
/** Chromium features that talk to servers or write text to disk. */
const FEATURES_OFF = ['MediaRouter', 'OptimizationHints', 'AutofillServerCommunication', 'CertificateTransparencyComponentUpdater', 'SpareRendererForSitePerProcess', 'Translate'];

/** Before ready: switches, sandbox, the app's own scheme. */
export function hardenBeforeReady(app: Pick<App, 'commandLine' | 'enableSandbox'>, protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  app.enableSandbox();
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  // The switch holds one value: what is there already must be kept.
  const before = app.commandLine.getSwitchValue('disable-features');
  app.commandLine.appendSwitch('disable-features', [...before.split(',').filter(Boolean), ...FEATURES_OFF].join(','));
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

const refuseNetwork = (): never => {
  throw new Error('the main process uses no network');
};

/**
 * After ready: takes the network away from the main process itself. `Socket.connect` is what http, https, tls and
 * fetch come down to; worker threads get no more than this file gives them.
 */
export function blockMainNetwork(): void {
  net.Socket.prototype.connect = refuseNetwork;
  net.Server.prototype.listen = refuseNetwork;
  dgram.Socket.prototype.bind = refuseNetwork;
  dgram.Socket.prototype.send = refuseNetwork;
  dgram.Socket.prototype.connect = refuseNetwork;
  Object.assign(dns, { lookup: refuseNetwork, resolve: refuseNetwork });
  Object.assign(dns.promises, { lookup: refuseNetwork, resolve: refuseNetwork });
  syncBuiltinESMExports();
}

const LOCAL_PROTOCOLS: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:']);

function isLocal(url: string, devServer: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol: scheme, host } = new URL(url);
  if (LOCAL_PROTOCOLS.has(scheme)) return true;
  return devServer !== null && host === new URL(devServer).host;
}

/** The window's session: no permission, no download, no request that leaves the app, no spelling service. */
export async function hardenSession(session: Session, answer: (request: Request) => Promise<Response>, devServer: string | null): Promise<void> {
  session.protocol.handle('app', answer);
  session.setPermissionRequestHandler((_contents, _permission, allow) => allow(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, give) => give({}));
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, decide) => decide({ cancel: !isLocal(details.url, devServer) }));
  session.setSpellCheckerEnabled(false);
  // Off is not enough on Windows and Linux, where the list is fetched all the same (electron#22995).
  session.setSpellCheckerDictionaryDownloadURL('https://dictionary.invalid/');
  // Port 9 is "discard": whatever gets this far finds nobody, also for addresses that need no name lookup.
  if (devServer === null) await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9;socks=127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function hardenContents(contents: WebContents, isTrustedUrl: (url: string) => boolean): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isTrustedUrl(event.url)) event.preventDefault();
  };
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  // A page may ask to stay, but never keep the vault from being locked or the app from being left.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  if (!import.meta.env.DEV) contents.on('devtools-opened', () => contents.closeDevTools());
}

/** Guards of the app as a whole: every web contents that is ever made, and every question a server could ask. */
export function hardenApp(app: App, isTrustedUrl: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, isTrustedUrl));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault();
    decide(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}
