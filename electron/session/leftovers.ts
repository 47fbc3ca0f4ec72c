// Keeps text of notes whose save failed until it is safe somewhere: in the vault after all, or sealed beside it when
// the vault must be closed. Refuses to decide what becomes of it: the person is asked after the next unlock.
import { isAppError } from '../../shared/errors.ts';
import type { KeptCounselling } from '../../shared/counselling/counsellingNote.ts';
import { Leftovers, LEFTOVERS_MAX, type Leftover } from '../../shared/notes/leftover.ts';
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
  /** The note has reached the disk in a newer state. */
  readonly settled: (noteId: string) => void;
  /** The note is gone because the person said so. What another window still types into it is kept. */
  readonly removed: (note: Note) => void;
  /** Whose note that was; undefined for one that is not known to be gone. */
  readonly ofRemoved: (noteId: string) => Note['clientId'] | undefined;
  /** True while text of this note is kept that the vault does not have. */
  readonly holds: (noteId: string) => boolean;
  /** The person has decided about an offered one. Rejects with SAVE_*. */
  readonly drop: (one: Pick<Leftover, 'noteId' | 'at'>) => Promise<void>;
  /** Text of counseling notes from an earlier run, under its own seal: it waits until these notes are opened. */
  readonly sealed: () => readonly KeptCounselling[];
  /** A save of a counseling note was refused; `key` is the same for each try at the same text. */
  readonly refusedSealed: (key: string, kept: KeptCounselling) => void;
  readonly settledSealed: (key: string) => void;
  /** It is in the vault. Rejects with SAVE_*. */
  readonly dropSealed: (one: Pick<KeptCounselling, 'noteId' | 'at'>) => Promise<void>;
  /** Before closing: one more try at the vault for what it can take, then sealed beside it. Takes in what arrives meanwhile. Never rejects. */
  readonly keep: () => Promise<Kept>;
};

/** Saves a draft as a handler would, with the client's card. */
export type SaveNote = (low: RecordLow<Note>, value: Note) => Promise<unknown>;

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

/** null for a note that cannot be read. */
async function templateRef(records: Records, noteId: string): Promise<Note['template'] | null> {
  try {
    return (await records.open('note', noteId)).data.template;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** Those there were and have not been decided about, then the new ones; also of the same note: which of two texts is wanted is the person's to say. */
function joined<T extends Pick<Leftover, 'noteId' | 'at'>>(before: readonly T[], now: readonly T[]): readonly T[] {
  return [...before.filter((one) => !now.some((other) => same(one, other))), ...now];
}

/** For one open vault. */
export async function openLeftovers(vault: Vault, records: Records, save: SaveNote, log: Log): Promise<LeftoverKeeper> {
  const read = Leftovers.safeParse(await vault.aside() ?? []);
  if (!read.success) log('ASIDE_UNREADABLE');
  const found = read.success ? read.data : [];
  let offered: readonly Leftover[] = found.flatMap((one) => ('kind' in one ? [] : [one]));
  let sealed: readonly KeptCounselling[] = found.flatMap((one) => ('kind' in one ? [one] : []));
  const refused = new Map<string, Leftover>();
  const refusedSealed = new Map<string, KeptCounselling>();
  const gone = new Map<string, Pick<Note, 'clientId' | 'template'>>();
  const write = async (notes: readonly Leftover[], counselling: readonly KeptCounselling[]): Promise<void> => {
    const list = [...notes, ...counselling];
    await (list.length === 0 ? vault.dropAside() : vault.keepAside(list));
    offered = notes;
    sealed = counselling;
  };
  /** With the kind of note it is from: the note may be gone when the text is read. */
  const named = async (one: Leftover): Promise<Leftover> => {
    const template = gone.get(one.noteId)?.template ?? await templateRef(records, one.noteId);
    return template === null ? one : { ...one, template };
  };
  /** Written once; what was handed over in the meantime stays to be written. False where not all had room. */
  const beside = async (): Promise<boolean> => {
    const [now, nowSealed] = [[...refused], [...refusedSealed]];
    const [all, allSealed] = [joined(offered, await Promise.all(now.map(([, one]) => named(one)))), joined(sealed, nowSealed.map(([, one]) => one))];
    await write(all.slice(-LEFTOVERS_MAX), allSealed.slice(-LEFTOVERS_MAX));
    for (const [key, one] of now) if (refused.get(key) === one) refused.delete(key);
    for (const [key, one] of nowSealed) if (refusedSealed.get(key) === one) refusedSealed.delete(key);
    return all.length <= LEFTOVERS_MAX && allSealed.length <= LEFTOVERS_MAX;
  };
  return {
    offered: () => offered,
    refused: (leftover) => { refused.set(leftover.noteId, leftover); },
    settled: (noteId) => { refused.delete(noteId); },
    removed: ({ id, clientId, template }) => { refused.delete(id); gone.set(id, { clientId, template }); },
    ofRemoved: (noteId) => gone.get(noteId)?.clientId,
    holds: (noteId) => refused.has(noteId) || offered.some((one) => one.noteId === noteId),
    drop: (decided) => write(offered.filter((one) => !same(one, decided)), sealed),
    sealed: () => sealed,
    refusedSealed: (key, kept) => { refusedSealed.set(key, kept); },
    settledSealed: (key) => { refusedSealed.delete(key); },
    dropSealed: (put) => write(offered, sealed.filter((one) => !same(one, put))),
    async keep() {
      let kept: Kept = 'nothing';
      try {
        while (refused.size + refusedSealed.size > 0) {
          for (const one of [...refused.values()]) if (await intoVault(records, save, log, one) && refused.get(one.noteId) === one) refused.delete(one.noteId);
          if (kept === 'nothing') kept = 'vault';
          if (refused.size + refusedSealed.size === 0) break;
          if (!await beside()) return 'lost';
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
