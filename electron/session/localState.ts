// What must be known while the vault is locked: where it is and which theme the window has. A small
// file in the app's own folder, replaced atomically. Refuses anything about clients.
import { z } from 'zod';
import { saveError } from '../vault/ioErrors.ts';
import { readWhole, replaceFile, inFolder } from '../vault/wholeFile.ts';
import type { VaultFs } from '../vault/vaultFs.ts';

const FILE_NAME = 'throughline.json';
const MAX_BYTES = 16_384;

const State = z.strictObject({ version: z.literal(1), vaultFolder: z.string().max(4096).nullable(), theme: z.enum(['system', 'light', 'dark']) });
type State = z.infer<typeof State>;
const EMPTY: State = { version: 1, vaultFolder: null, theme: 'system' };

export type LocalState = {
  readonly get: () => State;
  /** Resolves after the fsync; rejects with SAVE_*. */
  readonly update: (change: Partial<Omit<State, 'version'>>) => Promise<void>;
};

async function load(fs: VaultFs, folder: string): Promise<State> {
  if ((await fs.kind(inFolder(folder, FILE_NAME)))?.kind !== 'file') return EMPTY;
  const bytes = await readWhole(fs, inFolder(folder, FILE_NAME), MAX_BYTES);
  if (bytes === null) return EMPTY;
  const parsed = State.safeParse(parseJson(new TextDecoder().decode(bytes)));
  // A damaged file costs one question ("where is your vault?") and no data, so it is not worth an error.
  return parsed.success ? parsed.data : EMPTY;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads the state once; later changes are written through. */
export async function openLocalState(fs: VaultFs, folder: string): Promise<LocalState> {
  let state = await load(fs, folder);
  let queue = Promise.resolve();
  return {
    get: () => state,
    update(change) {
      state = { ...state, ...change };
      const bytes = new TextEncoder().encode(JSON.stringify(state));
      // One writer at a time is what replaceFile asks for.
      const write = queue.then(() => replaceFile(fs, folder, FILE_NAME, bytes)).catch((error: unknown) => { throw saveError(error); });
      queue = write.catch(() => undefined);
      return write;
    },
  };
}
