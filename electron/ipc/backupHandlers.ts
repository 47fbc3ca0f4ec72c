// Backup and restore. Refuses to call a backup done before it was read back whole, and to restore
// into anything but a new folder.
import { basename, join, relative, isAbsolute } from 'node:path';
import { AppError, isAppError } from '../../shared/errors.ts';
import type { Clock } from '../session/clock.ts';
import { change } from '../session/records.ts';
import type { HandlerTable } from './answer.ts';
import type { HandlerContext } from './context.ts';

type BackupHandlers = Pick<HandlerTable, 'vault:backup' | 'vault:restore'>;

/** `Throughline-backup-2026-11-22-140312`, by the wall clock of this computer. */
export function backupName(clock: Clock): string {
  const local = new Date(clock.now() + clock.offsetMinutes() * 60_000).toISOString();
  return `Throughline-backup-${local.slice(0, 10)}-${local.slice(11, 19).replaceAll(':', '')}`;
}

/** True where `inner` is `outer` or lies in it. */
export function isInside(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

async function makeBackup(context: HandlerContext): Promise<{ records: number; bytes: number; label: string; at: string }> {
  const { session, clock } = context;
  const chosen = await context.askForFolder('backup');
  // A copy inside the vault would be lost with it.
  if (isInside(session.folder(), chosen)) throw new AppError('BACKUP_FAILED', { reason: 'inside' });
  const target = join(chosen, backupName(clock));
  const practice = session.practice();
  const { records, bytes } = await practice.vault.backup(target);
  const at = new Date(clock.now()).toISOString();
  if (!practice.vault.readOnly) await practice.serial('settings', () => practice.records.save([change(practice.settings, { ...practice.settings.data, lastBackupAt: at, lastBackupRecords: records })]));
  return { records, bytes, label: basename(target), at };
}

async function restore(context: HandlerContext, passphrase: string): Promise<{ records: number; label: string }> {
  const { session, folders } = context;
  const backupFolder = await context.askForFolder('backupToRestore');
  const target = await context.askForFolder('restoreTarget');
  if (isInside(backupFolder, target) || isInside(target, backupFolder)) throw new AppError('RESTORE_FOLDER_NOT_EMPTY');
  try {
    const { records } = await session.restore(backupFolder, target, passphrase);
    return { records, label: folders.label(target) };
  } catch (error) {
    if (isAppError(error, 'OPEN_NO_VAULT')) throw new AppError('RESTORE_NOT_A_BACKUP', {}, { cause: error });
    if (isAppError(error, 'VAULT_EXISTS')) throw new AppError('RESTORE_FOLDER_NOT_EMPTY', {}, { cause: error });
    throw error;
  }
}

export function backupHandlers(context: HandlerContext): BackupHandlers {
  return {
    'vault:backup': () => makeBackup(context),
    'vault:restore': ({ passphrase }) => restore(context, passphrase),
  };
}
