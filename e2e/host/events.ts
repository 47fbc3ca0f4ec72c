// An event emitter that knows which events its Electron counterpart has. Refuses a listener for any
// other name: a misspelt event would otherwise pass every test by never firing.
import { notImplemented } from './control.ts';
import { EventEmitter } from 'node:events';

/** What a handler receives for an event that can be stopped. */
export class HostEvent {
  defaultPrevented = false;
  [extra: string]: unknown;

  constructor(extra: Record<string, unknown> = {}) {
    Object.assign(this, extra);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export class HostEmitter extends EventEmitter {
  readonly #known: ReadonlySet<string>;
  readonly #owner: string;

  constructor(owner: string, known: readonly string[]) {
    super();
    this.#owner = owner;
    this.#known = new Set(known);
  }

  #check(name: string | symbol): void {
    if (typeof name === 'string' && name !== 'newListener' && name !== 'removeListener' && !this.#known.has(name)) {
      throw notImplemented(`${this.#owner} has no event "${name}"`);
    }
  }

  override on(name: string | symbol, listener: (...args: never[]) => void): this {
    this.#check(name);
    return super.on(name, listener as (...args: unknown[]) => void);
  }

  override addListener(name: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(name, listener);
  }

  override once(name: string | symbol, listener: (...args: never[]) => void): this {
    this.#check(name);
    return super.once(name, listener as (...args: unknown[]) => void);
  }

  /** Emits an event that can be stopped; true when a listener stopped it. */
  emitStoppable(name: string, extra: Record<string, unknown> = {}, ...args: unknown[]): boolean {
    this.#check(name);
    const event = new HostEvent(extra);
    this.emit(name, event, ...args);
    return event.defaultPrevented;
  }
}
