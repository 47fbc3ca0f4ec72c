// A file system that counts its calls and misbehaves at a chosen one: an errno, a short read or write, or the end of the
// process. Refuses to hide what it did: `hit` tells whether the fault took place, and where.
import type { VaultFile, VaultFs } from '../../electron/vault/vaultFs.ts';
import { canForget } from './powerLossFs.ts';

export const ERRNOS = ['ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS', 'EDQUOT'] as const;
export type Errno = (typeof ERRNOS)[number];

export type FsCall = 'open' | 'create' | 'kind' | 'list' | 'makeFolder' | 'rename' | 'remove' | 'syncFolder' | 'read' | 'write' | 'sync' | 'truncate' | 'size' | 'close';

export type Fault =
  | { readonly kind: 'errno'; readonly code: Errno; readonly persistent: boolean }
  /** An fsync answers EIO, and the system forgets what it was to write: a second fsync finds nothing to do. */
  | { readonly kind: 'forget' }
  /** The call does only a part: half, one byte, or nothing at all. Only for read and write. */
  | { readonly kind: 'short'; readonly part: 'half' | 'one' | 'none'; readonly persistent: boolean }
  /** The process ends at this call, before it (`after: false`) or once it is done; every later call fails. */
  | { readonly kind: 'stop'; readonly after: boolean };

/** Thrown by every call once the process is supposed to be gone. */
export class ProcessStopped extends Error {
  constructor() {
    super('the process has stopped');
    this.name = 'ProcessStopped';
  }
}

export type FaultFs = VaultFs & {
  /** Counting and faults begin here; what came before laid the ground. */
  arm(): void;
  /** Calls seen since then; the first has number 1. */
  calls(): number;
  /** What each call was, in order. */
  trace(): readonly FsCall[];
  hit(): FsCall | null;
  stopped(): boolean;
  /** No more faults from here on (the disk has room again, the cable is back). */
  heal(): void;
};

// ENOSPC, EDQUOT and EROFS can only meet a call that changes something; closing a handle never fails for a reason of this list but EIO.
const CHANGING: ReadonlySet<FsCall> = new Set<FsCall>(['create', 'makeFolder', 'rename', 'remove', 'write', 'sync', 'truncate', 'syncFolder']);
const NAMED: ReadonlySet<FsCall> = new Set<FsCall>(['open', 'create', 'list', 'makeFolder', 'rename', 'remove']);

/** Whether a real disk could answer this call with this fault. */
export function fits(fault: Fault, call: FsCall): boolean {
  if (fault.kind === 'stop') return true;
  if (fault.kind === 'forget') return call === 'sync';
  if (fault.kind === 'short') return call === 'read' || call === 'write';
  switch (fault.code) {
    case 'ENOSPC': case 'EDQUOT': return CHANGING.has(call) && call !== 'remove';
    case 'EROFS': return CHANGING.has(call);
    case 'EMFILE': return call === 'open' || call === 'create' || call === 'list' || call === 'syncFolder';
    case 'EACCES': case 'EPERM': case 'EBUSY': return NAMED.has(call) || CHANGING.has(call);
    case 'EIO': return true;
  }
}

function errno(code: Errno, call: FsCall): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${call}`), { code, syscall: call });
}

function shortened(length: number, part: 'half' | 'one' | 'none'): number {
  if (part === 'none') return 0;
  return part === 'one' ? Math.min(1, length) : Math.floor(length / 2);
}

/** Wraps `inner`; `at` is the number of the call at which `fault` begins, null for a run that only counts. */
export function createFaultFs(inner: VaultFs, at: number | null, fault: Fault | null): FaultFs {
  const trace: FsCall[] = [];
  let hit: FsCall | null = null;
  let stopped = false;
  let healed = false;
  let armed = false;

  const due = (call: FsCall): Fault | null => {
    if (!armed) return null;
    trace.push(call);
    if (stopped) throw new ProcessStopped();
    if (healed || at === null || fault === null || !fits(fault, call)) return null;
    const persistent = (fault.kind === 'errno' || fault.kind === 'short') && fault.persistent;
    if (persistent ? trace.length < at : trace.length !== at) return null;
    hit ??= call;
    return fault;
  };
  const run = async <T>(call: FsCall, perform: (part: 'half' | 'one' | 'none' | null) => Promise<T>): Promise<T> => {
    const now = due(call);
    if (now === null) return perform(null);
    if (now.kind === 'errno') {
      // A handle is gone after close, whatever close answers; the fault must not make a leak of its own.
      if (call === 'close') await perform(null);
      throw errno(now.code, call);
    }
    if (now.kind === 'forget') throw errno('EIO', call);
    if (now.kind === 'short') return perform(now.part);
    stopped = true;
    if (now.after) await perform(null);
    throw new ProcessStopped();
  };
  const wrap = (file: VaultFile): VaultFile => ({
    read: (buffer, offset, length, position) => run('read', (part) => (part === 'none' ? Promise.resolve(0) : file.read(buffer, offset, part === null ? length : shortened(length, part), position))),
    write: (buffer, offset, length, position) => run('write', (part) => (part === 'none' ? Promise.resolve(0) : file.write(buffer, offset, part === null ? length : shortened(length, part), position))),
    sync: () => {
      // Asked before the call is counted: this very call is the one that fails.
      if (armed && !healed && fault?.kind === 'forget' && trace.length + 1 === at && canForget(file)) file.forget();
      return run('sync', () => file.sync());
    },
    truncate: (length) => run('truncate', () => file.truncate(length)),
    size: () => run('size', () => file.size()),
    close: () => run('close', () => file.close()),
  });
  return {
    open: (path, flag) => run(flag === 'wx+' ? 'create' : 'open', async () => wrap(await inner.open(path, flag))),
    kind: (path) => run('kind', () => inner.kind(path)),
    list: (folder) => run('list', () => inner.list(folder)),
    makeFolder: (path) => run('makeFolder', () => inner.makeFolder(path)),
    rename: (from, to) => run('rename', () => inner.rename(from, to)),
    remove: (path) => run('remove', () => inner.remove(path)),
    syncFolder: (path) => run('syncFolder', () => inner.syncFolder(path)),
    arm: () => { armed = true; },
    calls: () => trace.length,
    trace: () => trace,
    hit: () => hit,
    stopped: () => stopped,
    heal: () => { healed = true; },
  };
}

/** Every fault that F1 tries at every call. */
export function allFaults(): Fault[] {
  const faults: Fault[] = [];
  for (const code of ERRNOS) for (const persistent of [false, true]) faults.push({ kind: 'errno', code, persistent });
  for (const part of ['half', 'one', 'none'] as const) faults.push({ kind: 'short', part, persistent: false });
  faults.push({ kind: 'short', part: 'none', persistent: true }, { kind: 'stop', after: false }, { kind: 'stop', after: true });
  return faults;
}

/** A name for reports: `ENOSPC persistent`, `short one`, `stop after`. */
export function nameOf(fault: Fault): string {
  if (fault.kind === 'stop') return fault.after ? 'stop after' : 'stop before';
  if (fault.kind === 'forget') return 'EIO of an fsync that forgets';
  const lasting = fault.persistent ? ' persistent' : '';
  return (fault.kind === 'errno' ? fault.code : `short ${fault.part}`) + lasting;
}
