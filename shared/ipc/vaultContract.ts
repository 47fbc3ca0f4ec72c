// Channels about the vault itself: first run, unlock, lock, backup. No path ever crosses: main keeps
// folders behind one-time tokens and sends only a label to read.
import { z } from 'zod';
import { PackageLicences } from '../licences.ts';
import { Place } from './place.ts';
import { channel, Nothing, openChannel } from './define.ts';

const Secret = z.string().min(1).max(1024);
/** After OPEN_LOCKED_ELSEWHERE the person may choose to read only, or (facts.canTakeOver) to take over a vault that was left open. */
const OpenAs = z.enum(['readOnly', 'takeOver']).optional();
const FolderChoice = z.strictObject({ token: z.string().max(40), label: z.string().max(400), warning: z.enum(['none', 'onedrive', 'dropbox', 'icloud', 'googledrive', 'network']), holdsVault: z.boolean() });

export const AppState = z.strictObject({
  phase: z.enum(['noVault', 'locked', 'open', 'mustSetPassphrase', 'mustTypeRecoveryCode']),
  version: z.string(),
  platform: z.enum(['windows', 'mac', 'linux']),
  /** Seconds until another unlock may be tried. */
  waitSeconds: z.number().int().min(0),
  vaultLabel: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  /** The last lock had to happen while some text could be kept nowhere. */
  textLost: z.boolean(),
  /** The form that a lock nobody asked for has closed unfinished. */
  unfinishedForm: z.string().nullable(),
  /** The person locked in order to restore a backup. */
  restoreNext: z.boolean(),
});
export type AppState = z.infer<typeof AppState>;

export const PassphraseCheck = z.strictObject({ acceptable: z.boolean(), reason: z.enum(['short', 'common']).nullable(), score: z.number().int().min(0).max(4), words: z.number().int(), characters: z.number().int() });
export type PassphraseCheck = z.infer<typeof PassphraseCheck>;

export const VaultReport = z.strictObject({
  tornTailBytes: z.number(), damagedRecords: z.number(), chainBreaks: z.number(), missingSegments: z.number(), usedSpareHeader: z.boolean(), usedSpareCurrent: z.boolean(),
  rolledBack: z.boolean(), readOnly: z.boolean(), lastSavedAt: z.number().nullable(), clean: z.boolean(),
});
export type VaultReport = z.infer<typeof VaultReport>;

export const vaultContracts = {
  'app:state': openChannel(Nothing, AppState),
  'app:folders': openChannel(Nothing, FolderChoice),
  /** The answer to the event `vault:locking`; `saved: false` where something could not be saved. `place`: where the person is, to be asked for again after the lock. */
  'app:flushed': openChannel(z.strictObject({ saved: z.boolean().optional(), place: Place.nullable().optional() }), Nothing),
  /** Where the person was before the lock, if it is still there; asked for once. */
  'app:place': channel(Nothing, z.strictObject({ place: Place.nullable() })),
  /** The name of the form with something typed that is not saved; null when there is none. Words of the screen, never of a record. */
  'app:unfinished': channel(z.strictObject({ form: z.string().max(120).nullable() }), Nothing),
  /** The window has put something on the clipboard; main clears it after half a minute and at the lock. */
  'app:copied': openChannel(Nothing, Nothing),
  /** Of everything built in. IMPORT_FAILED. */
  'app:licences': openChannel(Nothing, z.strictObject({ packages: PackageLicences }), 2),
  'app:quit': openChannel(Nothing, Nothing),
  'vault:chooseFolder': openChannel(Nothing, FolderChoice),
  /** Use a vault that is already there (from another laptop or a restored backup). */
  'vault:openOther': openChannel(Nothing, AppState),
  'vault:checkPassphrase': openChannel(z.strictObject({ passphrase: z.string().max(1024) }), PassphraseCheck),
  /** Makes the recovery code; nothing is on the disk until `vault:create`. */
  'vault:prepare': openChannel(z.strictObject({ folderToken: z.string().max(40), passphrase: Secret }), z.strictObject({ recoveryCode: z.string() }), 2),
  'vault:printRecoveryCode': openChannel(z.strictObject({ to: z.enum(['paper', 'pdf']) }), z.strictObject({ done: z.boolean() }), 2),
  'vault:create': openChannel(z.strictObject({ typedRecoveryCode: z.string().max(200) }), AppState, 2),
  'vault:unlock': openChannel(z.strictObject({ passphrase: Secret, openAs: OpenAs }), AppState, 5),
  'vault:unlockWithCode': openChannel(z.strictObject({ recoveryCode: Secret, openAs: OpenAs }), AppState, 5),
  /** PASSPHRASE_SHORT, PASSPHRASE_COMMON, VAULT_SAME_PASSPHRASE, or UNLOCK_WAIT {seconds}: it counts as a try at the counseling notes. */
  'vault:setPassphrase': openChannel(z.strictObject({ passphrase: Secret }), AppState, 2),
  /** A new passphrase for the open vault; UNLOCK_FAILED for a wrong current one, and as `vault:setPassphrase`. Older backups keep the old one. */
  'vault:changePassphrase': channel(z.strictObject({ current: Secret, passphrase: Secret }), Nothing, 2),
  'vault:newRecoveryCode': channel(z.strictObject({ passphrase: Secret }), z.strictObject({ recoveryCode: z.string() }), 2),
  'vault:acceptRollback': channel(Nothing, AppState),
  /** SAVE_FAILED where the window has unsaved text; asked again within half a minute it locks all the same. */
  'vault:lock': openChannel(z.strictObject({ /** The person locks in order to restore a backup. */ toRestore: z.boolean().optional() }), AppState),
  'vault:report': channel(Nothing, VaultReport),
  'vault:backup': channel(Nothing, z.strictObject({ records: z.number(), bytes: z.number(), label: z.string(), at: z.string() }), 2),
  'vault:restore': openChannel(z.strictObject({ passphrase: Secret }), z.strictObject({ records: z.number(), label: z.string() }), 2),
  /** The person did something: restarts the idle clock. */
  /** Gives the window back to the counsellor after a client had it. UNLOCK_FAILED, or UNLOCK_WAIT {seconds}. */
  'vault:verifyPassphrase': channel(z.strictObject({ passphrase: Secret }), Nothing, 5),
  'vault:activity': openChannel(Nothing, Nothing, 20),
} as const;
