// Keeps text of notes whose save failed until it is safe somewhere: in the vault after all, or sealed beside it when
// the vault must be closed. Refuses to decide what becomes of it: the person is asked after the next unlock.
import { isAppError } from '../../shared/errors.ts';
import { Leftovers, type Leftover } from '../../shared/notes/leftover.ts';
import type { Note } from '../../shared/notes/note.ts';
import type { Log } from '../log.ts';
import type { Vault } from '../vault/types.ts';
import { change, type Records } from './records.ts';

export type Kept = 'nothing' | 'vault' | 'beside' | 'lost';

export type LeftoverKeeper = {
  /** From an earlier run; offered to the person. */
  readonly offered: () => readonly Leftover[];
  /** A save was refused: this is the only copy outside the window. */
  readonly refused: (leftover: Leftover) => void;
  /** The note has reached the disk in a newer state, or is gone. */
  readonly settled: (noteId: string) => void;
  /** The person has decided about an offered one. Rejects with SAVE_*. */
  readonly drop: (noteId: string) => Promise<void>;
  /** Before closing: one more try at the vault, then sealed beside it. Never rejects. */
  readonly keep: () => Promise<Kept>;
};

async function intoVault(records: Records, { noteId, revision, header, document, at }: Leftover): Promise<boolean> {
  try {
    const low = await records.open('note', noteId);
    if (low.data.status !== 'draft' || low.adapter.revision !== revision) return false;
    const value: Note = { ...low.data, header, document, updatedAt: at };
    await records.save([change(low, value)]);
    return true;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

/** For one open vault. */
export async function openLeftovers(vault: Vault, records: Records, log: Log): Promise<LeftoverKeeper> {
  const read = Leftovers.safeParse(await vault.aside() ?? []);
  if (!read.success) log('ASIDE_UNREADABLE');
  let offered: readonly Leftover[] = read.success ? read.data : [];
  const refused = new Map<string, Leftover>();
  const write = (list: readonly Leftover[]): Promise<void> => (list.length === 0 ? vault.dropAside() : vault.keepAside(list));
  return {
    offered: () => offered,
    refused: (leftover) => { refused.set(leftover.noteId, leftover); },
    settled: (noteId) => { refused.delete(noteId); },
    async drop(noteId) {
      const rest = offered.filter((one) => one.noteId !== noteId);
      await write(rest);
      offered = rest;
    },
    async keep() {
      if (refused.size === 0) return 'nothing';
      try {
        for (const one of [...refused.values()]) if (await intoVault(records, one)) refused.delete(one.noteId);
        if (refused.size === 0) return 'vault';
        // The newest text of a note takes the place of an older one that was offered.
        await write([...offered.filter((one) => !refused.has(one.noteId)), ...refused.values()].slice(-20));
        return 'beside';
      } catch (error) {
        log('ASIDE_FAILED', { error: isAppError(error) ? error.code : 'unknown' });
        return 'lost';
      }
    },
  };
}
