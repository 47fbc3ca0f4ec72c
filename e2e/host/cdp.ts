// A small client of Chromium's DevTools protocol for the stand-in. Knows nothing about Electron.
import { EventEmitter } from 'node:events';

export type Json = Record<string, unknown>;
type Waiting = { sessionId: string; resolve: (result: Json) => void; reject: (error: Error) => void };

export class CdpError extends Error {
  override name = 'CdpError';
}

/** One connection to a browser; `session('')` is the browser itself. */
export class CdpConnection {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, CdpSession>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', (event) => this.#receive(String(event.data)));
    socket.addEventListener('close', () => {
      this.#giveUp(() => true, 'the browser went away');
      for (const session of this.#sessions.values()) session.emit('gone');
    });
  }

  static connect(endpoint: string): Promise<CdpConnection> {
    const socket = new WebSocket(endpoint);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new CdpConnection(socket)), { once: true });
      socket.addEventListener('error', () => reject(new CdpError('cannot connect to Chromium')), { once: true });
    });
  }

  session(id: string): CdpSession {
    const known = this.#sessions.get(id);
    if (known !== undefined) return known;
    const session = new CdpSession((method, params) => this.#send(id, method, params));
    this.#sessions.set(id, session);
    return session;
  }

  forget(id: string): void {
    this.#sessions.delete(id);
  }

  close(): void {
    this.#socket.close();
  }

  /** Calls to what is gone are answered by nobody: whoever waits for one would wait for ever. */
  #giveUp(which: (call: Waiting) => boolean, why: string): void {
    for (const [id, call] of this.#waiting) {
      if (!which(call)) continue;
      this.#waiting.delete(id);
      call.reject(new CdpError(why));
    }
  }

  #send(sessionId: string, method: string, params: Json): Promise<Json> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      if (this.#socket.readyState !== WebSocket.OPEN) {
        reject(new CdpError('the browser went away'));
        return;
      }
      this.#waiting.set(id, { sessionId, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) }));
    });
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as { id?: number; error?: { message: string }; result?: Json; method?: string; params?: Json; sessionId?: string };
    if (message.id === undefined) {
      if (message.method === 'Target.detachedFromTarget') this.#giveUp(({ sessionId }) => sessionId === String(message.params?.['sessionId']), 'the page went away');
      if (message.method !== undefined) this.#sessions.get(message.sessionId ?? '')?.emit(message.method, message.params ?? {});
      return;
    }
    const call = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error !== undefined) call?.reject(new CdpError(message.error.message));
    else call?.resolve(message.result ?? {});
  }
}

export class CdpSession extends EventEmitter {
  readonly #sender: (method: string, params: Json) => Promise<Json>;

  constructor(sender: (method: string, params: Json) => Promise<Json>) {
    super();
    this.#sender = sender;
  }

  send(method: string, params: Json = {}): Promise<Json> {
    return this.#sender(method, params);
  }

  listen(method: string, listener: (params: Json) => void): void {
    super.on(method, listener);
  }
}
