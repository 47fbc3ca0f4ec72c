// What runs in the page before any page script: the sandbox of a preload (its `require`, the context
// bridge, ipcRenderer). Refuses modules that Electron's sandbox does not have.
import type { ContextBridge, IpcRenderer } from 'electron';
import { makeCodec, type Codec } from './codec.ts';

export type PageSettings = {
  /** Name of the function that Chromium offers for calls to the main process. */
  binding: string;
  /** Name of the hidden property through which the main process reaches the page. */
  inbox: string;
  /** Combinations of keys that the application menu answers, as `ctrl+shift+l`. */
  platform: string;
  versions: Record<string, string>;
  argv: string[];
};

type Sandbox = { require: (name: string) => unknown; process: object };
type Listener = (event: object, ...args: unknown[]) => void;

/** Builds the sandbox. Its source text is sent to the page, so it uses only its arguments. */
export function installSandbox(codec: Codec, settings: PageSettings): Sandbox {
  const world = globalThis as unknown as Record<string, unknown>;
  const callMain = world[settings.binding] as (text: string) => void;
  delete world[settings.binding];
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<Listener>>();
  let lastCall = 0;

  function only<T extends object>(part: T, name: string): T {
    return new Proxy(part, {
      get(target, key) {
        if (typeof key === 'string' && !(key in target) && key !== 'then') throw new Error(`stand-in: ${name}.${key} is not implemented`);
        return Reflect.get(target, key) as unknown;
      },
    });
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as { call?: number; value?: string; error?: string; channel?: string; args?: string };
    if (message.call !== undefined) {
      const call = waiting.get(message.call);
      waiting.delete(message.call);
      if (message.error !== undefined) call?.reject(new Error(message.error));
      else call?.resolve(codec.decode(message.value ?? '[-1,[]]'));
      return;
    }
    const args = codec.decode(message.args ?? '[-1,[]]') as unknown[];
    for (const listener of Array.from(listeners.get(message.channel ?? '') ?? [])) listener({ sender: ipcRenderer, ports: [] }, ...args);
  }
  Object.defineProperty(globalThis, settings.inbox, { value: receive });

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      // Encoding first: an argument that cannot be cloned must throw before anything is sent.
      const encoded = codec.encode(args);
      lastCall += 1;
      const call = lastCall;
      return new Promise((resolve, reject) => {
        waiting.set(call, { resolve, reject });
        callMain(JSON.stringify({ call, channel, args: encoded }));
      });
    },
    on(channel: string, listener: Listener) {
      const set = listeners.get(channel) ?? new Set<Listener>();
      set.add(listener);
      listeners.set(channel, set);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    removeListener(channel: string, listener: Listener) {
      return ipcRenderer.off(channel, listener);
    },
    once(channel: string, listener: Listener) {
      const wrapped: Listener = (event, ...args) => {
        ipcRenderer.off(channel, wrapped);
        listener(event, ...args);
      };
      return ipcRenderer.on(channel, wrapped);
    },
  };
  const typedRenderer = ipcRenderer as unknown as Pick<IpcRenderer, keyof typeof ipcRenderer>;

  /** Copies a value from one world to the other as Electron's bridge does: functions are proxied, prototypes and extra fields of errors are lost. */
  function copy(value: unknown, depth: number): unknown {
    if (depth > 1000) throw new TypeError('Electron contextBridge recursion depth exceeded.');
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') return (...args: unknown[]) => copy((value as Listener as (...all: unknown[]) => unknown)(...args.map((arg) => copy(arg, depth + 1))), depth + 1);
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Promise) return value.then((result: unknown) => copy(result, depth + 1), (error: unknown) => { throw copy(error, depth + 1); });
    if (value instanceof Error) return new Error(value.message);
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    if (Object.prototype.toString.call(value) !== '[object Object]') return structuredClone(value);
    const out: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) Object.defineProperty(out, key, { value: copy(item, depth + 1), writable: true, enumerable: true, configurable: true });
    return out;
  }

  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
      Object.freeze(value);
      for (const item of Object.values(value)) freeze(item);
    }
    return typeof value === 'function' ? Object.freeze(value) : value;
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (Object.hasOwn(globalThis, key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      Object.defineProperty(globalThis, key, { value: freeze(copy(api, 0)), enumerable: true, writable: false, configurable: false });
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>;

  // The application menu answers a combination only when the page did not.
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !event.isTrusted || !(event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key))) return;
    const parts = [event.ctrlKey && 'ctrl', event.metaKey && 'meta', event.altKey && 'alt', event.shiftKey && 'shift', event.key.toLowerCase()];
    callMain(JSON.stringify({ keys: parts.filter(Boolean).join('+') }));
  });

  const electron = only({ contextBridge: only(contextBridge, 'contextBridge'), ipcRenderer: only(typedRenderer, 'ipcRenderer') }, 'electron');
  const modules = new Map<string, unknown>([
    ['electron', electron],
    ['timers', only({ setTimeout, clearTimeout, setInterval, clearInterval }, 'timers')],
    ['url', only({ URL, URLSearchParams }, 'url')],
    ['events', only({}, 'events')],
  ]);
  const process = only({ type: 'renderer', sandboxed: true, contextIsolated: true, platform: settings.platform, versions: settings.versions, argv: settings.argv, env: {} }, 'process');

  function require(name: string): unknown {
    const found = modules.get(name.replace(/^node:/, '')) ?? (name === 'electron/renderer' ? electron : undefined);
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  }
  return { require, process };
}

/** The script that Chromium runs before the page's own: sandbox first, then the preload inside it. */
export function pageScript(preload: string, settings: PageSettings): string {
  return `(() => {
  if (window !== window.top || location.href === 'about:blank') return;
  const sandbox = (${installSandbox.toString()})((${makeCodec.toString()})(), ${JSON.stringify(settings)});
  const module = { exports: {} };
  (function (require, process, module, exports, Buffer, global, setImmediate, clearImmediate) {
${preload}
  })(sandbox.require, sandbox.process, module, module.exports, undefined, globalThis, (f) => setTimeout(f, 0), clearTimeout);
})();`;
}
