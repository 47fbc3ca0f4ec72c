// The renderer's only way to the machine: typed calls whose refusals become AppError. Refuses to
// hand out the raw bridge.
import { AppError } from '../shared/errors.ts';
import type { BridgeApi } from '../shared/ipc/bridge.ts';
import type { EventName } from '../shared/ipc/channels.ts';
import type { Envelope } from '../shared/ipc/define.ts';

declare global {
  // Set by electron/preload.ts; the one global of the window.
  // oxlint-disable-next-line no-var -- a `var` declaration is how TypeScript types a global
  var api: BridgeApi;
}

type Unwrapped<T> = T extends (input: infer I) => Promise<Envelope<infer O>> ? (input: I) => Promise<O> : never;
type Api = { readonly [N in Exclude<keyof BridgeApi, 'on'>]: { readonly [V in keyof BridgeApi[N]]: Unwrapped<BridgeApi[N][V]> } };

type Raw = Record<string, Record<string, (input: unknown) => Promise<Envelope<unknown>>>>;

async function unwrap(call: Promise<Envelope<unknown>>): Promise<unknown> {
  const envelope = await call;
  if (envelope.ok) return envelope.value;
  throw new AppError(envelope.code, envelope.facts);
}

function wrapNoun(noun: string): unknown {
  return new Proxy({}, { get: (_target, verb) => (input: unknown) => {
    const call = (globalThis.api as unknown as Raw)[noun]?.[String(verb)];
    if (!call) throw new AppError('BAD_REQUEST', { channel: `${noun}:${String(verb)}` });
    return unwrap(call(input));
  } });
}

/** `api.notes.sign({...})`: resolves with the value or rejects with an AppError. */
export const api: Api = new Proxy({}, { get: (_target, noun) => wrapNoun(String(noun)) }) as Api;

/** Listens to an event of the main process; returns the function that stops listening. */
export function onEvent(event: EventName, listener: (detail: string) => void): () => void {
  return globalThis.api.on(event, listener);
}
