// Keeps text of notes whose save failed until it is safe somewhere: in the vault after all, or sealed beside it when
// the vault must be closed. Refuses to decide what becomes of it: the person is asked after the next unlock.
import { isAppError } from '../../shared/errors.ts';
import { Leftovers, type Leftover } from '../../shared/notes/leftover.ts';
import type { Note } from '../../shared/notes/note.ts';
import type { Log } from '../log.ts';
import type { Vault } from '../vault/types.ts';
import type { RecordLow } from '../vault/recordAdapter.ts';
import type { Records } from './records.ts';

export type Kept = 'nothing' | 'vault' | 'beside' | 'lost';

export type LeftoverKeeper = {
  /** From an earlier run; offered to the person. */
  readonly offered: () => readonly Leftover[];
  /** A save was refused: this is the only copy outside the window. */
  readonly refused: (leftover: Leftover) => void;
  /** The note has reached the disk in a newer state, or is gone. */
  readonly settled: (noteId: string) => void;
  /** The person has decided about an offered one. Rejects with SAVE_*. */
  readonly drop: (one: Pick<Leftover, 'noteId' | 'at'>) => Promise<void>;
  /** Before closing: one more try at the vault, then sealed beside it. Takes in what arrives meanwhile. Never rejects. */
  readonly keep: () => Promise<Kept>;
};

/** Saves a draft as a handler would, with the client's card. */
export type SaveNote = (low: RecordLow<Note>, value: Note) => Promise<unknown>;

/** As many as a file beside the vault may hold. */
const MOST = 20;

function same(a: Pick<Leftover, 'noteId' | 'at'>, b: Pick<Leftover, 'noteId' | 'at'>): boolean {
  return a.noteId === b.noteId && a.at === b.at;
}

async function intoVault(records: Records, save: SaveNote, log: Log, { noteId, revision, header, document, at }: Leftover): Promise<boolean> {
  try {
    const low = await records.open('note', noteId);
    if (low.data.status !== 'draft' || low.adapter.revision !== revision) return false;
    // An archived record takes no writing, not even at the last moment: the person is asked once it is back.
    if ((await records.open('client', low.data.clientId)).data.status === 'archived') return false;
    await save(low, { ...low.data, header, document, updatedAt: at });
    return true;
  } catch (error) {
    // Whatever it is, the text is still to be kept beside the vault.
    if (!isAppError(error)) log('LEFTOVER_SAVE_FAILED', { error: error instanceof Error ? error.name : typeof error });
    return false;
  }
}

/** For one open vault. */
export async function openLeftovers(vault: Vault, records: Records, save: SaveNote, log: Log): Promise<LeftoverKeeper> {
  const read = Leftovers.safeParse(await vault.aside() ?? []);
  if (!read.success) log('ASIDE_UNREADABLE');
  let offered: readonly Leftover[] = read.success ? read.data : [];
  const refused = new Map<string, Leftover>();
  const write = (list: readonly Leftover[]): Promise<void> => (list.length === 0 ? vault.dropAside() : vault.keepAside(list));
  return {
    offered: () => offered,
    refused: (leftover) => { refused.set(leftover.noteId, leftover); },
    settled: (noteId) => { refused.delete(noteId); },
    async drop(decided) {
      const rest = offered.filter((one) => !same(one, decided));
      await write(rest);
      offered = rest;
    },
    async keep() {
      let kept: Kept = 'nothing';
      try {
        while (refused.size > 0) {
          for (const one of [...refused.values()]) if (await intoVault(records, save, log, one) && refused.get(one.noteId) === one) refused.delete(one.noteId);
          if (kept === 'nothing') kept = 'vault';
          if (refused.size === 0) break;
          const now = [...refused.values()];
          // Beside what was offered and not decided about, also of the same note: which of two texts is wanted is the person's to say.
          const all = [...offered.filter((one) => !now.some((other) => same(one, other))), ...now];
          await write(all.slice(-MOST));
          offered = all.slice(-MOST);
          for (const one of now) if (refused.get(one.noteId) === one) refused.delete(one.noteId);
          if (all.length > MOST) return 'lost';
          kept = 'beside';
        }
        return kept;
      } catch (error) {
        log('ASIDE_FAILED', { error: isAppError(error) ? error.code : 'unknown' });
        return 'lost';
      }
    },
  };
}
