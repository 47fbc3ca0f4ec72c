// Sessions, their protocol handlers and request rules. Refuses any network: a request that the app
// itself does not stop is reported to the harness and blocked.
import type { Protocol, Session, WebRequest } from 'electron';
import { notImplemented, tell } from './control.ts';
import { HostEmitter } from './events.ts';
import { refuseUnknown } from './refuse.ts';
import { isReady } from './ready.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (details: object, callback: (answer: { cancel?: boolean }) => void) => void;
type HeadersReceived = (details: object, callback: (answer: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void) => void;

const EVENTS = ['will-download', 'select-serial-port', 'select-hid-device', 'select-usb-device', 'serial-port-added', 'serial-port-removed',
  'hid-device-added', 'hid-device-removed', 'usb-device-added', 'usb-device-removed', 'spellcheck-dictionary-download-begin', 'preconnect', 'file-system-access-restricted'] as const;

export const privilegedSchemes = new Map<string, Record<string, unknown>>();
const sessions = new Map<string, HostSession>();

export class HostSession extends HostEmitter {
  readonly handlers = new Map<string, ProtocolHandler>();
  readonly rules: Record<string, unknown> = {};
  readonly #partition: string;
  #beforeRequest: BeforeRequest | null = null;
  #headersReceived: HeadersReceived | null = null;
  readonly protocol: Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>;
  readonly webRequest: Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>;

  constructor(partition: string) {
    super('session', EVENTS);
    this.#partition = partition;
    this.protocol = refuseUnknown({
      handle: (scheme: string, handler: ProtocolHandler) => {
        if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
        if (!privilegedSchemes.has(scheme)) throw notImplemented(`scheme "${scheme}" was not registered as privileged`);
        this.handlers.set(scheme, handler);
      },
      unhandle: (scheme: string) => { this.handlers.delete(scheme); },
      isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
    } as unknown as Pick<Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'>, 'protocol');
    this.webRequest = refuseUnknown({
      onBeforeRequest: (...args: unknown[]) => { this.#beforeRequest = args.at(-1) as BeforeRequest | null; },
      onHeadersReceived: (...args: unknown[]) => { this.#headersReceived = args.at(-1) as HeadersReceived | null; },
    } as unknown as Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>, 'webRequest');
  }

  get storagePath(): string | null {
    return this.isPersistent() ? this.#partition : null;
  }

  isPersistent(): boolean {
    return this.#partition === '' || this.#partition.startsWith('persist:');
  }

  setPermissionRequestHandler(handler: unknown): void { this.rules['permissionRequest'] = handler; }
  setPermissionCheckHandler(handler: unknown): void { this.rules['permissionCheck'] = handler; }
  setDevicePermissionHandler(handler: unknown): void { this.rules['devicePermission'] = handler; }
  setDisplayMediaRequestHandler(handler: unknown): void { this.rules['displayMedia'] = handler; }
  setUSBProtectedClassesHandler(handler: unknown): void { this.rules['usbClasses'] = handler; }
  setBluetoothPairingHandler(handler: unknown): void { this.rules['bluetooth'] = handler; }
  setCertificateVerifyProc(handler: unknown): void { this.rules['certificate'] = handler; }
  setSpellCheckerEnabled(on: boolean): void { this.rules['spellChecker'] = on; }
  setSpellCheckerDictionaryDownloadURL(url: string): void { this.rules['spellCheckerUrl'] = url; }
  setSpellCheckerLanguages(languages: string[]): void { this.rules['spellCheckerLanguages'] = languages; }
  setCodeCachePath(path: string): void { this.rules['codeCachePath'] = path; }
  async setProxy(config: object): Promise<void> { this.rules['proxy'] = config; }
  async clearStorageData(): Promise<void> { this.rules['cleared'] = true; }
  async clearCache(): Promise<void> { this.rules['cacheCleared'] = true; }
  async clearAuthCache(): Promise<void> { this.rules['authCleared'] = true; }
  async clearCodeCaches(): Promise<void> { this.rules['codeCleared'] = true; }
  async clearHostResolverCache(): Promise<void> { this.rules['resolverCleared'] = true; }
  async closeAllConnections(): Promise<void> { this.rules['connectionsClosed'] = true; }

  /** Answers one request of a page: from the app's own handler, or not at all. `null` means blocked. */
  async answer(url: string, init: { method: string; headers: Record<string, string>; body?: string }, resourceType: string): Promise<Response | null> {
    const scheme = new URL(url).protocol.slice(0, -1);
    const details = { id: 0, url, method: init.method, resourceType, referrer: '', timestamp: 0 };
    const rule = this.#beforeRequest;
    if (rule !== null) {
      const verdict = await new Promise<{ cancel?: boolean }>((resolve) => rule(details, resolve));
      if (verdict.cancel === true) return null;
    }
    const handler = this.handlers.get(scheme);
    if (handler === undefined) {
      tell({ op: 'network', url });
      return null;
    }
    const response = await handler(new Request(url, { method: init.method, headers: init.headers, ...(init.body === undefined ? {} : { body: init.body }) }));
    return response.type === 'error' ? null : this.#withHeaderRule(response, details);
  }

  async #withHeaderRule(response: Response, details: object): Promise<Response | null> {
    const rule = this.#headersReceived;
    if (rule === null) return response;
    const responseHeaders = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]));
    const verdict = await new Promise<{ cancel?: boolean; responseHeaders?: Record<string, string | string[]> }>((resolve) => rule({ ...details, responseHeaders }, resolve));
    if (verdict.cancel === true) return null;
    const headers = new Headers();
    for (const [name, values] of Object.entries(verdict.responseHeaders ?? responseHeaders)) for (const value of [values].flat()) headers.append(name, value);
    return new Response(response.body, { status: response.status, headers });
  }
}

/** The session of a partition, made on first use, as Electron does. */
export function sessionOf(partition: string): HostSession {
  if (!isReady()) throw new Error('Session can only be received when app is ready');
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  const made = refuseUnknown(new HostSession(partition), 'session');
  sessions.set(partition, made);
  return made;
}

export const session = refuseUnknown({
  fromPartition: (partition: string, options?: object) => {
    for (const key of Object.keys(options ?? {})) if (key !== 'cache') throw notImplemented(`unknown session option ${key}`);
    return sessionOf(partition) as unknown as Session;
  },
  get defaultSession() { return sessionOf('') as unknown as Session; },
}, 'session');

export const protocol = refuseUnknown({
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: object }[]): void {
    if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (privilegedSchemes.size > 0) throw notImplemented('registerSchemesAsPrivileged may be called only once');
    for (const { scheme, privileges } of schemes) privilegedSchemes.set(scheme, { ...privileges });
  },
  handle(scheme: string, handler: ProtocolHandler): void { sessionOf('').protocol.handle(scheme, handler as never); },
  isProtocolHandled(scheme: string): boolean { return sessionOf('').protocol.isProtocolHandled(scheme); },
}, 'protocol');
