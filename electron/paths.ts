// Where data lives. Refuses the real folder for anything but the installed app: a run from source or
// under test has a folder of its own, so that no test and no half-written change meets real records.
import type { App } from 'electron';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { errnoCode } from './vault/nodeFs.ts';

const SOURCE_FOLDER = 'Throughline from source';
const SESSION_PREFIX = 'throughline-session-';

/**
 * Before ready. The installed app keeps Electron's own folder. Otherwise `--user-data-dir` decides (tests always
 * pass it), and without it a folder beside the real one.
 */
export function chooseUserData(app: Pick<App, 'isPackaged' | 'commandLine' | 'getPath' | 'setPath'>): void {
  if (app.isPackaged || app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', join(app.getPath('appData'), SOURCE_FOLDER));
}

/** The vault's folder unless the person chooses another. */
export function defaultVaultFolder(userData: string): string {
  return join(userData, 'vault');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process has that number now, or ours under another user; leave it alone.
    return errnoCode(error) === 'EPERM';
  }
}

function wipe(folder: string, log: Log): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    // Windows keeps files of the browser open for a moment; the next start takes them.
    log('SESSION_FOLDER_LEFT', { cause: errnoCode(error) ?? 'unknown' });
  }
}

/** Removes what earlier runs that were killed have left of their browser sessions. */
export function wipeOldSessionFolders(log: Log): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = /^throughline-session-(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) wipe(join(tmpdir(), name), log);
  }
}

/** A new folder, mode 0700, for whatever the browser insists on writing; `wipe` removes it at exit. */
export function makeSessionFolder(log: Log): { readonly folder: string; readonly wipe: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `${SESSION_PREFIX}${process.pid}-`));
  return { folder, wipe: () => wipe(folder, log) };
}
