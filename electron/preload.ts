// Runs inside the sandboxed window before the page: exposes `window.api`, one method per channel.
// Refuses everything else: no ipcRenderer, no event object, no channel name from the page.
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, EVENTS, type EventName } from '../shared/ipc/channels.ts';

type Call = (input: unknown) => Promise<unknown>;
type Listener = (detail: string) => void;

function buildCalls(): Record<string, Readonly<Record<string, Call>>> {
  const nouns: Record<string, Record<string, Call>> = {};
  for (const channel of CHANNELS) {
    const [noun = '', verb = ''] = channel.split(':');
    const calls = nouns[noun] ?? {};
    calls[verb] = (input) => ipcRenderer.invoke(channel, input);
    nouns[noun] = calls;
  }
  for (const calls of Object.values(nouns)) Object.freeze(calls);
  return nouns;
}

function on(event: EventName, listener: Listener): () => void {
  // The page could pass any string: an event that is not on the list is never listened to.
  if (!EVENTS.includes(event) || typeof listener !== 'function') throw new TypeError('unknown event');
  const deliver = (_event: unknown, detail: unknown): void => listener(typeof detail === 'string' ? detail : '');
  ipcRenderer.on(event, deliver);
  return () => { ipcRenderer.removeListener(event, deliver); };
}

contextBridge.exposeInMainWorld('api', Object.freeze({ ...buildCalls(), on }));
