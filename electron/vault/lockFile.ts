// One writer per vault. Refuses to take a lock from a living holder, and to let a holder that lost its lock
// write on. The lock is a courtesy between honest programs and not a secret: it holds host, process and two random numbers.
//
// `lock` is JSON padded with spaces to a length drawn at random: {pid, startTime, host, machine, nonce, beat}.
import { uptime } from 'node:os';
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { openError } from './ioErrors.ts';
import { errnoCode } from './nodeFs.ts';
import type { VaultDeps } from './types.ts';
import type { VaultFile } from './vaultFs.ts';
import { inFolder, moveAside, moveOrRemove, readWhole, writeFully } from './wholeFile.ts';

export type VaultLock = {
  /** Before each commit. Throws SAVE_READ_ONLY once the lock is not ours any more, and from then on. No fsync. */
  check(): Promise<void>;
  /** Stops the heartbeat and removes the lock if it is still ours. Idempotent. */
  release(): Promise<void>;
};

type LockDeps = Pick<VaultDeps, 'fs' | 'now' | 'random' | 'host'>;
/** The file stays open, so that a late heartbeat lands in our own file even where a successor has put another in its place. */
type HeldLock = { readonly content: LockContent; readonly file: VaultFile };
type Stamp = { readonly size: number; readonly modifiedMs: number };

const NAME = 'lock';
const MAX_BYTES = 4096;
const NONCE_BYTES = 16;
const BEAT_MS = 5000;
/** Silence after which a person may take the lock over. */
export const STALE_AFTER_MS = 60_000;
const TRIES = 4;
/** A creator needs a moment between the empty file and its content; one that was killed there must not cost more than this. */
const WRITING_WAIT_MS = 50;
const WRITING_TRIES = 20;

const LockContent = z.strictObject({
  pid: z.int().nonnegative(),
  startTime: z.number(),
  host: z.string().max(255),
  /** Names are given twice ("MacBook-Pro.local"); this number is not. */
  machine: z.string().max(64).optional(),
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  beat: z.number(),
});
type LockContent = z.infer<typeof LockContent>;

/** Nonces held by this very process: a lock with our own process id and another nonce was left by a dead one with the same id. */
const heldHere = new Set<string>();

/**
 * Takes the lock of the vault in `folder`. A lock whose process on this host is dead is replaced silently; one that was
 * silent for 60 s only with `takeOver`, which the caller sets when the person confirmed. Otherwise OPEN_LOCKED_ELSEWHERE
 * with {host, sinceMs: when it was taken, in ms since the epoch, canTakeOver}. OPEN_DENIED where the folder is not writable.
 */
export async function acquireLock(deps: LockDeps, folder: string, options: { readonly takeOver?: boolean } = {}): Promise<VaultLock> {
  const nonce = Buffer.from(deps.random(NONCE_BYTES)).toString('hex');
  // Before the file is there, so that another caller in this process never takes it for a dead one's.
  heldHere.add(nonce);
  try {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const created = await createLock(deps, folder, nonce);
      if (created !== null) return holdLock(deps, folder, created);
      await clearStale(deps, folder, nonce, options.takeOver === true);
    }
    throw new AppError('OPEN_FAILED', { part: 'lock' });
  } catch (error) {
    heldHere.delete(nonce);
    throw openError(error);
  }
}

async function createLock(deps: LockDeps, folder: string, nonce: string): Promise<HeldLock | null> {
  const now = deps.now();
  const content = { pid: deps.host.pid, startTime: now, host: deps.host.name.slice(0, 255), ...(deps.host.machine === undefined ? {} : { machine: deps.host.machine }), nonce, beat: now };
  const path = inFolder(folder, NAME);
  let file: VaultFile;
  try {
    file = await deps.fs.open(path, 'wx+');
  } catch (error) {
    if (errnoCode(error) === 'EEXIST') return null;
    throw error;
  }
  try {
    await writeFully(file, encode(content), 0);
    // Once per opening: a power cut then leaves a lock that says whose it was.
    await file.sync();
    return { content, file };
  } catch (error) {
    await file.close();
    await deps.fs.remove(path);
    throw error;
  }
}

/** Removes a lock that nobody holds, or throws OPEN_LOCKED_ELSEWHERE. */
async function clearStale(deps: LockDeps, folder: string, nonce: string, takeOver: boolean): Promise<void> {
  const path = inFolder(folder, NAME);
  const found = await deps.fs.kind(path);
  if (found === null) return;
  if (found.kind !== 'file') {
    await moveAside(deps.fs, folder, NAME);
    return;
  }
  const holder = await readHolder(deps, path);
  if (holder === 'gone') return;
  if (holder !== 'torn') refuseIfHeld(deps, holder, found.modifiedMs, takeOver);
  await claim(deps, folder, nonce, holder === 'torn' ? null : holder.nonce);
}

function refuseIfHeld(deps: LockDeps, holder: LockContent, modifiedMs: number, takeOver: boolean): void {
  if (isDead(deps, holder)) return;
  const canTakeOver = silentMs(deps.now(), holder.beat, modifiedMs) >= STALE_AFTER_MS;
  if (!takeOver || !canTakeOver) throw new AppError('OPEN_LOCKED_ELSEWHERE', { host: holder.host, sinceMs: holder.startTime, canTakeOver });
}

function isDead(deps: LockDeps, holder: LockContent): boolean {
  if (holder.host !== deps.host.name.slice(0, 255) || holder.machine !== deps.host.machine) return false;
  if (!deps.host.isAlive(holder.pid)) return true;
  // After a power cut the number is often some other process's by now: nobody who last beat before this start of
  // the machine is still alive.
  if (holder.beat < deps.now() - uptime() * 1000 - STALE_AFTER_MS) return true;
  return holder.pid === deps.host.pid && !heldHere.has(holder.nonce);
}

/**
 * The shortest silence that the holder's own clock or the file's time allows. A time more than a minute ahead of
 * ours proves nothing; where both are, the silence is unknown and the person's word decides.
 */
function silentMs(now: number, beat: number, modifiedMs: number): number {
  const ages = [now - beat, now - modifiedMs].filter((age) => age > -STALE_AFTER_MS);
  return ages.length === 0 ? STALE_AFTER_MS : Math.max(0, Math.min(...ages));
}

/** Renames the stale lock to a name of our own first, so that of two claimants only one gets it. */
async function claim(deps: LockDeps, folder: string, nonce: string, expected: string | null): Promise<void> {
  const aside = `${NAME}.${nonce}`;
  try {
    await deps.fs.rename(inFolder(folder, NAME), inFolder(folder, aside));
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return;
    throw error;
  }
  const got = await readHolder(deps, inFolder(folder, aside));
  const another = typeof got === 'object' && got.nonce !== expected && !isDead(deps, got);
  if (another && (await deps.fs.kind(inFolder(folder, NAME))) === null) {
    // Someone was quicker and we moved their fresh lock: give it back.
    await deps.fs.rename(inFolder(folder, aside), inFolder(folder, NAME));
    throw new AppError('OPEN_LOCKED_ELSEWHERE', { host: got.host, sinceMs: got.startTime, canTakeOver: false });
  }
  await moveOrRemove(deps.fs, folder, aside);
}

/** `torn`: not readable as a lock even after its writer had time to finish, so its writer is gone. */
async function readHolder(deps: LockDeps, path: string): Promise<LockContent | 'gone' | 'torn'> {
  for (let attempt = 1; attempt <= WRITING_TRIES; attempt += 1) {
    try {
      const bytes = await readWhole(deps.fs, path, MAX_BYTES);
      const content = bytes === null ? null : decode(bytes);
      if (content !== null) return content;
    } catch (error) {
      if (errnoCode(error) === 'ENOENT') return 'gone';
      throw error;
    }
    if (attempt < WRITING_TRIES) await new Promise((resolve) => { setTimeout(resolve, WRITING_WAIT_MS); });
  }
  return 'torn';
}

function holdLock(deps: LockDeps, folder: string, held: HeldLock): VaultLock {
  const { content, file } = held;
  let lost = false;
  let released: Promise<void> | null = null;
  let beating: Promise<void> = Promise.resolve();
  const isOurs = ownership(deps, inFolder(folder, NAME), content.nonce);

  const beat = async (): Promise<void> => {
    try {
      if (await isOurs()) await writeFully(file, encode({ ...content, beat: deps.now() }), 0);
      else lost = true;
    } catch (error) {
      // A beat that the disk refused is made up by the next, and check() decides whether we may write.
      // Anything else is not understood, and a holder that does not understand its lock does not hold it.
      if (errnoCode(error) === null) lost = true;
    }
    if (lost) clearInterval(timer);
  };
  const timer = setInterval(() => { beating = beating.then(beat); }, BEAT_MS);
  timer.unref();

  const letGo = async (): Promise<void> => {
    clearInterval(timer);
    await beating;
    heldHere.delete(content.nonce);
    await removeOwn(deps, folder, held);
  };
  return {
    check: async () => {
      if (!lost && released === null && (await isOurs())) return;
      lost = true;
      throw new AppError('SAVE_READ_ONLY');
    },
    release: () => (released ??= letGo()),
  };
}

/** A test for "the file under this path is still ours" that reads it only when its time or length has changed. */
function ownership(deps: LockDeps, path: string, nonce: string): () => Promise<boolean> {
  let seen: Stamp | null = null;
  return async () => {
    const found = await deps.fs.kind(path);
    if (found === null || found.kind !== 'file') return false;
    if (seen !== null && seen.size === found.size && seen.modifiedMs === found.modifiedMs) return true;
    const bytes = await readWhole(deps.fs, path, MAX_BYTES);
    const holder = bytes === null ? null : decode(bytes);
    if (holder?.nonce !== nonce) return false;
    seen = found;
    return true;
  };
}

async function removeOwn(deps: LockDeps, folder: string, held: HeldLock): Promise<void> {
  try {
    await held.file.close();
    const holder = await readHolder(deps, inFolder(folder, NAME));
    if (typeof holder === 'object' && holder.nonce === held.content.nonce) await deps.fs.remove(inFolder(folder, NAME));
  } catch (error) {
    // A lock left behind does no harm (its process will be dead), and closing must go on to zero the keys.
    if (errnoCode(error) === null) throw error;
  }
}

/** Length drawn from the nonce, so that a successor's lock nearly always differs in length as well as in time. */
function encode(content: LockContent): Uint8Array {
  const padded = 640 + Number.parseInt(content.nonce.slice(0, 4), 16) % 1024;
  return Buffer.from(JSON.stringify(content).padEnd(padded, ' '), 'utf8');
}

function decode(bytes: Uint8Array): LockContent | null {
  try {
    const parsed = LockContent.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
