// ipcMain of the stand-in: the registry of handlers and the call into them. Refuses a second handler
// for a channel and a result that cannot be cloned, in Electron's words.
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { makeCodec } from './codec.ts';
import { refuseUnknown } from './refuse.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

export const codec = makeCodec();
const handlers = new Map<string, Handler>();

export const ipcMain = refuseUnknown({
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function') throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
    handlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
} satisfies Pick<IpcMain, 'removeHandler'> & { handle: (channel: string, handler: Handler) => void }, 'ipcMain');

/** Names of all channels that answer now. */
export function channels(): string[] {
  return [...handlers.keys()];
}

/** Calls a handler with encoded arguments; the answer is encoded, the error is Electron's sentence. */
export async function callHandler(channel: string, args: string, event: object): Promise<{ value: string } | { error: string }> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const result: unknown = await handler(event as IpcMainInvokeEvent, ...codec.decode(args) as unknown[]);
    return { value: codec.encode(result) };
  } catch (error) {
    return { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}
