// Puts the session, the handlers and the window together, after ready. Refuses to register or load
// anything: main.ts does, so that the order of events can be read there.
import { app, clipboard, powerMonitor, type BrowserWindow } from 'electron';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandId } from '../shared/commands.ts';
import type { EventName } from '../shared/ipc/channels.ts';
import { CLINICAL_WORDS } from '../shared/spelling/clinicalWords.ts';
import { mainText } from '../shared/text/en/main.ts';
import { recordSchemas } from '../shared/vault/recordKinds.ts';
import type { AnswerDeps, HandlerTable } from './ipc/answer.ts';
import type { FolderQuestion, HandlerContext } from './ipc/context.ts';
import { allHandlers } from './ipc/allHandlers.ts';
import { savesNote } from './ipc/clientWrites.ts';
import { prechecks } from './ipc/prechecks.ts';
import type { Log } from './log.ts';
import { defaultVaultFolder } from './paths.ts';
import { createSearchEngine } from './search/searchEngine.ts';
import { systemClock } from './session/clock.ts';
import { createFlushGate } from './session/flushGate.ts';
import { createFolders } from './session/folders.ts';
import { openLocalState } from './session/localState.ts';
import { readMachineId } from './session/machineId.ts';
import { createLastPlace } from './session/lastPlace.ts';
import { createUnfinished } from './session/unfinished.ts';
import { createVaultSession, type VaultSession } from './session/vaultSession.ts';
import { loadDictionary } from './spelling/dictionaries.ts';
import { createSpellEngine } from './spelling/spellEngine.ts';
import { restoreBackup } from './vault/backup.ts';
import { calibrateKdf } from './vault/calibrateKdf.ts';
import { createKdf } from './vault/kdf.ts';
import { KDF_FLOOR } from './vault/kdfLimits.ts';
import { createNodeFs } from './vault/nodeFs.ts';
import type { VaultDeps } from './vault/types.ts';
import { createUnlockBackoff } from './vault/unlockBackoff.ts';
import { createVault, openVault } from './vault/vault.ts';
import { createAutoLock } from './window/autoLock.ts';
import { createClipboardGuard } from './window/clipboardGuard.ts';
import { askForFolder } from './window/folderDialog.ts';
import { readLicences } from './window/licences.ts';
import { createMainWindow } from './window/mainWindow.ts';
import { createPrinting } from './window/printing.ts';
import { createTextFiles } from './window/textFiles.ts';

export type ComposedApp = {
  readonly window: BrowserWindow;
  readonly windowId: () => number | null;
  readonly session: VaultSession;
  readonly handlers: HandlerTable;
  readonly answerDeps: Omit<AnswerDeps, 'isTrusted'>;
  readonly lock: () => void;
  readonly runCommand: (command: CommandId) => void;
  readonly showWindow: () => void;
  /** Asks the window before the person closes or locks it over a form that is not saved; false when there is nothing to ask, nobody to answer, or it was asked a moment ago. */
  readonly askFirst: (before: 'quit' | 'lock') => boolean;
  /** Takes back what this window copied; for quitting. */
  readonly clearClipboard: () => Promise<void>;
  /** The page's process ended: nothing is on screen any more, so the vault is closed and a new page loaded. */
  readonly pageGone: () => void;
};

const OUT = import.meta.dirname;
/** What the build wrote down for the bundles of main and of the window; the preload holds no code but its own. */
const LICENCES = [join(OUT, 'licences.json'), join(OUT, '../renderer/licences.json')];
/** The folder in which wrong tries at the counseling notes are counted. */
const COUNSELLING_TRIES = 'counseling';
const QUESTIONS: Readonly<Record<FolderQuestion, string>> = {
  vaultFolder: mainText.dialog.chooseVaultFolder, openVault: mainText.dialog.openVaultFolder, backup: mainText.dialog.backupFolder,
  backupToRestore: mainText.dialog.backupToRestore, restoreTarget: mainText.dialog.restoreTarget,
};

function platformName(): HandlerContext['platform'] {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'darwin' ? 'mac' : 'linux';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM says that the process is there but not ours.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function makeVaultDeps(userData: string): Promise<VaultDeps> {
  const fs = createNodeFs();
  const machine = await readMachineId(fs, userData, randomBytes);
  return {
    fs, now: systemClock.now, random: (bytes) => randomBytes(bytes), deriveKey: createKdf(pathToFileURL(join(OUT, 'kdfWorker.js'))), schemas: recordSchemas,
    newKdfParams: KDF_FLOOR, anchorFolder: join(userData, 'anchors'), host: { name: hostname(), machine, pid: process.pid, isAlive },
  };
}

/** Keeps no process alive by itself. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms).unref(); });
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Everything but the page. */
export async function composeApp(log: Log): Promise<ComposedApp> {
  const userData = app.getPath('userData');
  await makeFolder(userData);
  const vaultDeps = await makeVaultDeps(userData);
  const state = await openLocalState(vaultDeps.fs, userData);
  const backoff = await createUnlockBackoff({ fs: vaultDeps.fs, folder: userData, monotonicMs: systemClock.monotonicMs });
  const counsellingBackoff = await createUnlockBackoff({ fs: vaultDeps.fs, folder: join(userData, COUNSELLING_TRIES), monotonicMs: systemClock.monotonicMs });
  const window = createMainWindow(join(OUT, '../preload/index.cjs'));
  const canSend = (): boolean => !window.isDestroyed() && !window.webContents.isCrashed();
  const send = (event: EventName, detail = ''): boolean => {
    if (canSend()) window.webContents.send(event, detail);
    return canSend();
  };
  let endedByUs = false;
  const freshPage = (): void => {
    // After the answer to the call that locked has gone out.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      // The process that held the text ends with it, and the reload begins in a new one. Only in the installed app:
      // a driver that tests the page would lose it.
      if (app.isPackaged && !window.webContents.isCrashed()) {
        endedByUs = true;
        window.webContents.forcefullyCrashRenderer();
      }
      window.webContents.reload();
    });
  };
  const clipboardGuard = createClipboardGuard({
    clipboard, onTrouble: (error) => log('CLIPBOARD_FAILED', { error: error instanceof Error ? error.name : typeof error }),
    startTimer: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const lastPlace = createLastPlace();
  const flushGate = createFlushGate(() => {
    lastPlace.locking();
    return send('vault:locking');
  });
  const unfinished = createUnfinished();
  const session = createVaultSession({
    vaultDeps, createVault, openVault, restoreBackup, state, backoff, counsellingBackoff, makeFolder, log, saveNote: savesNote(systemClock), defaultFolder: defaultVaultFolder(userData),
    calibrate: () => calibrateKdf(vaultDeps.deriveKey, systemClock.monotonicMs),
    askFlush: flushGate.ask, monotonicMs: systemClock.monotonicMs,
    onOpened: () => {
      unfinished.setRestoreNext(false);
      autoLock.activity();
    },
    search: { wait: pause, makeEngine: () => createSearchEngine(pathToFileURL(join(OUT, 'searchWorker.js'))) },
    scrub: { wait: pause, onDamage: () => { send('vault:damaged'); } },
    onLocked: () => {
      unfinished.locked();
      lastPlace.locked();
      void clipboardGuard.clearNow();
      send('vault:locked');
      freshPage();
    },
  });
  const lock = (): void => {
    session.lock('machine').catch((error: unknown) => log('LOCK_FAILED', { error: error instanceof Error ? error.name : typeof error }));
  };
  const autoLock = createAutoLock({
    monotonicMs: systemClock.monotonicMs, systemIdleSeconds: () => powerMonitor.getSystemIdleTime(), isOpen: session.isOpen, lock,
    idleMinutes: () => session.idleMinutes(),
    every: (work, ms) => {
      const timer = setInterval(work, ms);
      return () => clearInterval(timer);
    },
  });
  const context: HandlerContext = {
    session, clock: systemClock, state, makeFolder, unfinished, lastPlace, appVersion: app.getVersion(), platform: platformName(), defaultFolder: defaultVaultFolder(userData),
    folders: createFolders({ fs: vaultDeps.fs, home: homedir(), platform: process.platform, newToken: randomUUID }),
    spelling: createSpellEngine({ workerUrl: pathToFileURL(join(OUT, 'spellWorker.js')), load: loadDictionary, words: CLINICAL_WORDS }),
    printing: createPrinting(vaultDeps.fs, () => window), textFiles: createTextFiles(vaultDeps.fs, () => window), askForFolder: (question) => askForFolder(window, QUESTIONS[question], mainText.dialog.choose),
    flushed: flushGate.flushed, activity: autoLock.activity, copied: clipboardGuard.copied, licences: () => readLicences(LICENCES), quit: () => app.quit(),
  };
  return {
    window, session, lock, clearClipboard: clipboardGuard.clearNow, windowId: () => (window.isDestroyed() ? null : window.webContents.id),
    handlers: allHandlers(context),
    answerDeps: { assertOpen: session.assertOpen, track: session.track, prechecks, monotonicMs: systemClock.monotonicMs, log },
    askFirst: (before) => session.isOpen() && unfinished.mayAsk(systemClock.monotonicMs()) && send('window:closing', before),
    runCommand: (command) => { send('command:run', command); },
    showWindow: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    pageGone: () => {
      if (endedByUs) endedByUs = false;
      else if (session.isOpen()) lock();
      // Not at once: a page that dies while loading must not keep the machine busy.
      else setTimeout(() => { if (!window.isDestroyed()) window.webContents.reload(); }, 1000);
    },
  };
}
