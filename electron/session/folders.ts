// Folders that the person chose, behind tokens: the window never sends a path and never gets one, only
// a label to read. Refuses tokens it did not give out in this run, and all of them once a vault was made.
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { errnoCode } from '../vault/nodeFs.ts';
import type { VaultFs } from '../vault/vaultFs.ts';
import { cloudWarning, type CloudWarning } from './cloudFolder.ts';

export type FolderChoice = { readonly token: string; readonly label: string; readonly warning: CloudWarning; readonly holdsVault: boolean };

const OWN_FOLDER = 'Throughline';
const MAX_TOKENS = 50;

/** True where a vault's header lies in the folder. */
export async function holdsVault(fs: VaultFs, folder: string): Promise<boolean> {
  const found = await Promise.all(['header.a', 'header.b'].map((name) => fs.kind(join(folder, name))));
  return found.some((entry) => entry?.kind === 'file');
}

/** The folder itself when it is new, empty or a vault; a folder of its own inside it otherwise, so that a vault never mixes with other files. */
export async function vaultFolderIn(fs: VaultFs, chosen: string): Promise<string> {
  try {
    const entry = await fs.kind(chosen);
    if (entry === null || await holdsVault(fs, chosen)) return chosen;
    if (entry.kind !== 'folder') throw new AppError('VAULT_FOLDER_UNUSABLE');
    const names = await fs.list(chosen);
    return names.length === 0 ? chosen : join(chosen, OWN_FOLDER);
  } catch (error) {
    if (errnoCode(error) === null) throw error;
    throw new AppError('VAULT_FOLDER_UNUSABLE', {}, { cause: error });
  }
}

/** A path as a person knows it: the home folder as "~", cut in the middle when long. */
export function folderLabel(folder: string, home: string): string {
  const short = home.length > 1 && folder.startsWith(home) ? `~${folder.slice(home.length)}` : folder;
  return short.length <= 200 ? short : `${short.slice(0, 90)}…${short.slice(-100)}`;
}

export type FolderDeps = { readonly fs: VaultFs; readonly home: string; readonly platform: NodeJS.Platform; readonly newToken: () => string };

export type Folders = {
  readonly offer: (folder: string) => Promise<FolderChoice>;
  /** The folder of a token; BAD_REQUEST for an unknown one. Stays good while a person goes back and forth between the questions. */
  readonly find: (token: string) => string;
  readonly forgetAll: () => void;
  readonly label: (folder: string) => string;
};

/** Keeps path and token together until the choice is used. */
export function createFolders(deps: FolderDeps): Folders {
  const byToken = new Map<string, string>();
  return {
    async offer(chosen) {
      const folder = await vaultFolderIn(deps.fs, chosen);
      const token = deps.newToken();
      byToken.set(token, folder);
      const [oldest] = byToken.keys();
      if (byToken.size > MAX_TOKENS && oldest !== undefined) byToken.delete(oldest);
      return { token, label: folderLabel(folder, deps.home), warning: cloudWarning(folder, deps.platform), holdsVault: await holdsVault(deps.fs, folder) };
    },
    find(token) {
      const folder = byToken.get(token);
      if (folder === undefined) throw new AppError('BAD_REQUEST', { reason: 'token' });
      return folder;
    },
    forgetAll: () => byToken.clear(),
    label: (folder) => folderLabel(folder, deps.home),
  };
}
