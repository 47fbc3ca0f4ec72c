// Test helper: every channel over a real vault in a temporary folder, with tiny key derivation, clocks that
// the test turns, and folder questions that the test answers. Not imported by the product.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { ChannelInput, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/define.ts';
import { CLINICAL_WORDS } from '../../shared/spelling/clinicalWords.ts';
import { recordSchemas } from '../../shared/vault/recordKinds.ts';
import type { FlushAnswer } from '../session/flushGate.ts';
import { createSearchEngine } from '../search/searchEngine.ts';
import { createFolders } from '../session/folders.ts';
import { openLocalState } from '../session/localState.ts';
import { createLastPlace } from '../session/lastPlace.ts';
import { createUnfinished } from '../session/unfinished.ts';
import { createVaultSession, type SessionDeps, type VaultSession } from '../session/vaultSession.ts';
import { createSpellEngine } from '../spelling/spellEngine.ts';
import { readDictionary } from '../spelling/spellingTestKit.ts';
import { restoreBackup } from '../vault/backup.ts';
import { tempFolder, testDeps, TINY_KDF } from '../vault/keysTestKit.ts';
import type { VaultDeps } from '../vault/types.ts';
import { createUnlockBackoff } from '../vault/unlockBackoff.ts';
import { createVault, openVault } from '../vault/vault.ts';
import { allHandlers } from './allHandlers.ts';
import { createAnswers } from './answer.ts';
import { savesNote } from './clientWrites.ts';
import type { FolderQuestion, HandlerContext } from './context.ts';
import { prechecks } from './prechecks.ts';

export const PASSPHRASE = 'seven purple tractors hum loudly';
const EVENT = { senderFrame: { url: 'app://bundle/index.html', parent: null }, sender: { id: 1 } };

export type TestApp = {
  readonly call: <C extends Channel>(channel: C, input: ChannelInput<C>) => Promise<Envelope<ChannelOutput<C>>>;
  /** The value, or an error that names the refusal. */
  readonly ok: <C extends Channel>(channel: C, input: ChannelInput<C>) => Promise<ChannelOutput<C>>;
  /** The code of the refusal. */
  readonly refusal: <C extends Channel>(channel: C, input: unknown) => Promise<string>;
  readonly session: VaultSession;
  readonly userData: string;
  readonly answers: Map<FolderQuestion, string>;
  readonly printed: string[];
  readonly files: string[];
  readonly events: string[];
  readonly logs: string[];
  /** Moves both clocks. */
  readonly pass: (ms: number) => void;
};

/** What a window that saves on "vault:locking" would do; replace it to test one that does not. */
export type TestAppOptions = { readonly userData?: string; readonly onFlush?: () => Promise<FlushAnswer>; readonly vaultDeps?: Partial<VaultDeps>; readonly session?: Partial<SessionDeps>; readonly startAt?: string };

/** A whole main process without Electron. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const userData = options.userData ?? tempFolder();
  let now = Date.parse(options.startAt ?? '2026-11-22T14:00:00.000Z');
  let monotonic = 0;
  const clock = { now: () => now, offsetMinutes: () => 0, monotonicMs: () => monotonic };
  const vaultDeps = testDeps({ schemas: recordSchemas, anchorFolder: join(userData, 'anchors'), now: clock.now, ...options.vaultDeps });
  const events: string[] = [];
  const logs: string[] = [];
  const printed: string[] = [];
  /** What the app wrote out, oldest first, and what it reads in next. */
  const files: string[] = [];
  const answers = new Map<FolderQuestion, string>();
  const state = await openLocalState(vaultDeps.fs, userData);
  const makeFolder = async (folder: string): Promise<void> => { await mkdir(folder, { recursive: true }); };
  const unfinished = createUnfinished();
  const lastPlace = createLastPlace();
  const session = createVaultSession({
    vaultDeps, createVault, openVault, restoreBackup, state, makeFolder, saveNote: savesNote(clock), defaultFolder: join(userData, 'vault'), calibrate: async () => TINY_KDF,
    backoff: await createUnlockBackoff({ fs: vaultDeps.fs, folder: userData, monotonicMs: clock.monotonicMs }),
    counsellingBackoff: await createUnlockBackoff({ fs: vaultDeps.fs, folder: join(userData, 'counseling'), monotonicMs: clock.monotonicMs }),
    askFlush: options.onFlush ?? (async () => { events.push('flush'); return 'saved'; }),
    monotonicMs: clock.monotonicMs, onOpened: () => { events.push('opened'); }, search: { wait: () => new Promise(() => undefined), makeEngine: () => createSearchEngine(new URL('../search/searchWorker.ts', import.meta.url)) }, scrub: { wait: () => new Promise(() => undefined), onDamage: () => { events.push('damaged'); } }, onLocked: () => { unfinished.locked(); lastPlace.locked(); events.push('locked'); }, log: (code) => { logs.push(code); }, ...options.session,
  });
  let tokens = 0;
  const context: HandlerContext = {
    session, clock, state, makeFolder, unfinished, lastPlace, appVersion: '0.1.0', platform: 'linux', defaultFolder: join(userData, 'vault'),
    folders: createFolders({ fs: vaultDeps.fs, home: '/nobody', platform: 'linux', newToken: () => `token-${(tokens += 1)}` }),
    spelling: createSpellEngine({ workerUrl: new URL('../spelling/spellWorker.ts', import.meta.url), load: readDictionary, words: CLINICAL_WORDS }),
    textFiles: {
      save: async (_kind, content) => { files.push(content); return true; },
      open: async () => { const content = files.shift(); return content === undefined ? null : { content }; },
    },
    printing: { toPdf: async (name) => { printed.push(name); return true; }, toPaper: async () => { printed.push('paper'); return true; } },
    askForFolder: async (question) => {
      const folder = answers.get(question);
      if (folder === undefined) throw new Error(`the test has no folder for "${question}"`);
      return folder;
    },
    flushed: (saved) => { events.push(saved ? 'flushed' : 'unsaved'); }, activity: () => { events.push('activity'); }, copied: async () => { events.push('copied'); }, licences: async () => [], quit: () => { events.push('quit'); },
  };
  const table = new Map(createAnswers(allHandlers(context), {
    isTrusted: () => true, assertOpen: session.assertOpen, track: session.track, prechecks, log: (code, facts) => { logs.push(`${code} ${JSON.stringify(facts ?? {})}`); },
    // Time passes between calls, so that the rate limit does not meet a quick test.
    monotonicMs: (() => { let at = 0; return () => (at += 1000); })(),
  }));
  const raw = async (channel: Channel, input: unknown): Promise<Envelope<unknown>> => {
    const answer = table.get(channel);
    if (answer === undefined) throw new Error(`no handler for ${channel}`);
    return answer(EVENT, [input]);
  };
  return {
    session, userData, answers, printed, files, events, logs,
    pass: (ms) => { now += ms; monotonic += ms; },
    // The envelope's value is what the output schema of this channel parsed.
    call: (channel, input) => raw(channel, input) as never,
    ok: async (channel, input) => {
      const answer = await raw(channel, input);
      if (!answer.ok) throw new Error(`${channel}: ${answer.code} ${JSON.stringify(answer.facts)} ${logs.at(-1) ?? ''}`);
      return answer.value as never;
    },
    refusal: async (channel, input) => {
      const answer = await raw(channel, input);
      return answer.ok ? 'accepted' : answer.code;
    },
  };
}

/** First run: the default folder, PASSPHRASE, the code typed back. Returns the code. */
export async function firstRun(app: TestApp): Promise<string> {
  const { token } = await app.ok('app:folders', {});
  const { recoveryCode } = await app.ok('vault:prepare', { folderToken: token, passphrase: PASSPHRASE });
  await app.ok('vault:create', { typedRecoveryCode: recoveryCode });
  return recoveryCode;
}

