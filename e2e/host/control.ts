// The line between the stand-in (child process) and the harness that drives it: answers for dialogs,
// power events, raw calls. The product never sees it. Refuses to answer a dialog nobody prepared.

export type DialogKind = 'open' | 'save' | 'message' | 'print';

export type ToHost =
  | { op: 'browser'; endpoint: string }
  | { op: 'dialog'; kind: DialogKind; answer: unknown }
  | { op: 'power'; event: string; idleSeconds?: number }
  | { op: 'raw'; call: number; channel: string; args: string; frame: 'main' | 'null' | 'sub' | 'other'; url?: string }
  | { op: 'channels'; call: number }
  | { op: 'clipboard'; call: number }
  | { op: 'closeWindows' }
  | { op: 'quit' };

export type FromHost =
  | { op: 'window'; targetId: string; shown: boolean; gone?: boolean }
  | { op: 'dialogShown'; kind: DialogKind; options: unknown }
  | { op: 'network'; url: string }
  | { op: 'refused'; what: string }
  | { op: 'answer'; call: number; value?: string; error?: string }
  | { op: 'quitting' };

const answers = new Map<DialogKind, unknown[]>();
const handlers = new Map<ToHost['op'], (message: never) => void>();

/** Tells the harness something; silent when nobody listens (a preview run by hand). */
export function tell(message: FromHost): void {
  if (process.send !== undefined && process.connected) process.send(message);
}

/** The error for something that the stand-in lacks; also told to the harness, because an app may swallow it. */
export function notImplemented(what: string): Error {
  tell({ op: 'refused', what });
  return new Error(`stand-in: ${what}`);
}

/** Registers what the stand-in does on one kind of message. */
export function onControl<O extends ToHost['op']>(op: O, handler: (message: Extract<ToHost, { op: O }>) => void): void {
  handlers.set(op, handler as (message: never) => void);
}

/** The next prepared answer for a kind of dialog; throws when there is none, because a person would be waiting for ever. */
export function nextAnswer(kind: DialogKind, options: unknown): unknown {
  tell({ op: 'dialogShown', kind, options: JSON.parse(JSON.stringify(options ?? null)) as unknown });
  const queue = answers.get(kind) ?? [];
  if (queue.length === 0) throw notImplemented(`a ${kind} dialog was shown and the test had no answer ready`);
  return queue.shift();
}

onControl('dialog', ({ kind, answer }) => {
  answers.set(kind, [...answers.get(kind) ?? [], answer]);
});

let started = false;

/** Starts listening to the harness. */
export function startControl(): void {
  if (started || process.send === undefined) return;
  started = true;
  process.on('message', (message: ToHost) => {
    const handler = handlers.get(message.op);
    if (handler === undefined) throw new Error(`stand-in: no control "${message.op}"`);
    handler(message as never);
  });
  // When the harness is gone nobody can press a key in this app again.
  process.on('disconnect', () => process.exit(0));
}
