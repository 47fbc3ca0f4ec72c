// What handlers are given: the session, the clocks and the few things that only the window or the
// system can do. Refuses Electron itself, so that handlers run in a plain test.
import type { Acting } from '../../shared/continuum/episodeEvents.ts';
import type { AppState } from '../../shared/ipc/vaultContract.ts';
import type { PackageLicence } from '../../shared/licences.ts';
import type { Settings } from '../../shared/settings.ts';
import { instantOf, todayOf, type Clock } from '../session/clock.ts';
import type { Folders } from '../session/folders.ts';
import type { LocalState } from '../session/localState.ts';
import { newLocalId } from '../session/newId.ts';
import type { LastPlace } from '../session/lastPlace.ts';
import type { Unfinished } from '../session/unfinished.ts';
import type { VaultSession } from '../session/vaultSession.ts';
import type { SpellEngine } from '../spelling/spellEngine.ts';
import type { TextFiles } from '../window/textFiles.ts';
import type { Printing } from '../window/printing.ts';

/** Which folder the person is asked for; the words are in shared/text/en/main.ts. */
export type FolderQuestion = 'vaultFolder' | 'openVault' | 'backup' | 'backupToRestore' | 'restoreTarget';

export type HandlerContext = {
  readonly session: VaultSession;
  readonly clock: Clock;
  readonly state: LocalState;
  readonly folders: Folders;
  readonly defaultFolder: string;
  readonly printing: Printing;
  readonly textFiles: TextFiles;
  readonly spelling: SpellEngine;
  readonly appVersion: string;
  readonly platform: AppState['platform'];
  /** The folder, or CANCELLED. */
  readonly askForFolder: (question: FolderQuestion) => Promise<string>;
  readonly makeFolder: (folder: string) => Promise<void>;
  /** The window's word before locking: whether what was being typed is saved. */
  readonly flushed: (saved: boolean) => void;
  readonly unfinished: Unfinished;
  readonly lastPlace: LastPlace;
  /** The person did something. */
  readonly activity: () => void;
  /** The window has put something on the clipboard. */
  readonly copied: () => Promise<void>;
  /** IMPORT_FAILED. */
  readonly licences: () => Promise<PackageLicence[]>;
  readonly quit: () => void;
};

/** Who does something, when: what the pure functions of `shared` are given. */
export function actingFor(context: HandlerContext, settings: Settings): Acting {
  return { today: todayOf(context.clock), at: instantOf(context.clock), author: settings.clinicianName, newId: newLocalId };
}
