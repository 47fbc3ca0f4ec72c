// Takes single safety measures out of a copy of the sources, one at a time, and demands that a named test goes red. Refuses to
// touch the tree itself, and to count a test as red that is not green without the mutation. Not part of `npm test`: run it by hand.
//   node e2e/faults/mutations.mjs [name ...]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ file: string, find: RegExp, replace: string }} Change */
/** @typedef {{ name: string, changes: Change[], tests: { name: string, command: string[] }[] }} Mutation */

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const NOT_COPIED = new Set(['node_modules', '.git', 'out', 'dist', 'test-results', 'playwright-report', 'tour']);

const faults = (/** @type {string} */ families, /** @type {string} */ jobs) => ['node', 'e2e/run/faults.mjs', '--only', families, '--jobs', jobs];
const cuts = { name: 'F2 power cut at every call', command: faults('F2', 'first save,many saves,segment roll over') };
const callFaults = { name: 'F1 fault at every call', command: faults('F1', 'many saves,concurrent saves') };
const unit = (/** @type {string[]} */ ...files) => ['vitest', 'run', ...files];

/** @type {Mutation[]} */
const MUTATIONS = [
  {
    name: 'no fsync of a save',
    changes: [{ file: 'electron/vault/log.ts', find: /await target\.file\.sync\(\);/, replace: '' }],
    tests: [cuts],
  },
  {
    name: 'no fsync of the segments folder',
    changes: [{ file: 'electron/vault/segment.ts', find: /await context\.fs\.syncFolder\(join\(context\.folder, SEGMENTS\)\);/, replace: '' }],
    tests: [cuts],
  },
  {
    name: 'no fsync of header and current',
    changes: [{ file: 'electron/vault/wholeFile.ts', find: /await file\.sync\(\);/, replace: '' }],
    tests: [cuts],
  },
  {
    name: 'a failed fsync tried again',
    changes: [{ file: 'electron/vault/log.ts', find: /await target\.file\.sync\(\);/, replace: 'await target.file.sync().catch(() => target.file.sync());' }],
    tests: [cuts],
  },
  {
    name: 'short writes taken for whole ones',
    changes: [{ file: 'electron/vault/wholeFile.ts', find: /while \(written < bytes\.length\)/, replace: 'if (written < bytes.length)' }],
    tests: [callFaults],
  },
  {
    name: 'no look at the lock before a save',
    changes: [{ file: 'electron/vault/lockFile.ts', find: /if \(!lost && [^;]*\(await isOurs\(\)\)\) return;/, replace: 'return;' }],
    tests: [{ name: 'F1 lock takeover', command: faults('F1', 'lock takeover') }],
  },
  {
    name: 'ends of segments not compared',
    changes: [{ file: 'electron/vault/recovery.ts', find: /if \(\(await file\.size\(\)\) !== end\.length\) return false;\s+return [^;]+;/, replace: 'return true;' }],
    tests: [{ name: 'F5 cut at every length', command: faults('F5', 'other segments,last segment') }],
  },
  {
    name: 'no outside anchor',
    changes: [{ file: 'electron/vault/openVault.ts', find: /rolledBack: ahead === null \? null :/, replace: 'rolledBack: ahead === null || ahead.sequence > 0 ? null :' }],
    tests: [{ name: 'F7 old states put back', command: faults('F7', 'old moments') }],
  },
  {
    name: 'no authTagLength',
    changes: [{ file: 'electron/vault/crypto.ts', find: /const CIPHER_OPTIONS = \{ authTagLength: TAG_BYTES \};/, replace: 'const CIPHER_OPTIONS = {};' }],
    tests: [{ name: 'electron/vault/crypto.test.ts', command: unit('electron/vault/crypto.test.ts') }],
  },
  {
    name: 'no additional data',
    changes: [{ file: 'electron/vault/crypto.ts', find: /(cipher|decipher)\.setAAD\(aad\);/g, replace: '' }],
    tests: [{ name: 'electron/vault/frame.test.ts', command: unit('electron/vault/frame.test.ts') }, { name: 'electron/vault/crypto.test.ts', command: unit('electron/vault/crypto.test.ts') }],
  },
  {
    name: 'no depth cap of records',
    changes: [{ file: 'electron/vault/valueCodec.ts', find: /export const MAX_DEPTH = \d+;/, replace: 'export const MAX_DEPTH = 1_000_000;' }],
    tests: [{ name: 'electron/vault/valueCodec.test.ts', command: unit('electron/vault/valueCodec.test.ts') }],
  },
  {
    name: 'no depth cap of note documents',
    changes: [{ file: 'shared/notes/document.ts', find: /export const DOCUMENT_MAX_DEPTH = \d+;/, replace: 'export const DOCUMENT_MAX_DEPTH = 1_000_000;' }],
    tests: [{ name: 'unit tests of notes', command: unit('shared/notes') }],
  },
  {
    name: 'no depth cap of messages',
    changes: [{ file: 'electron/ipc/messageGuard.ts', find: /if \(depth >= GUARD_LIMITS\.depth\) refuse\('depth'\);/, replace: '' }],
    tests: [{ name: 'electron/ipc/messageGuard.test.ts', command: unit('electron/ipc/messageGuard.test.ts') }],
  },
  {
    name: 'no sender check',
    changes: [
      { file: 'electron/ipc/sender.ts', find: /if \(event\.sender\.id !== windowId \|\| frame\.parent !== null\) return false;/, replace: '' },
      { file: 'electron/ipc/sender.ts', find: /return isTrustedUrl\(frame\.url\);/, replace: 'return true || isTrustedUrl(frame.url);' },
    ],
    tests: [{ name: 'electron/ipc/sender.test.ts', command: unit('electron/ipc/sender.test.ts') }],
  },
];

function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-mutation-'));
  for (const name of readdirSync(ROOT)) if (!NOT_COPIED.has(name)) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** @param {string} folder @param {string[]} command */
function passes(folder, command) {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
  const [program = '', ...args] = command;
  return spawnSync(program, args, { cwd: folder, env: { ...process.env, PATH: path }, stdio: 'ignore' }).status === 0;
}

/** True where every change found its place. @param {string} folder @param {Mutation} mutation */
function mutate(folder, mutation) {
  return mutation.changes.every(({ file, find, replace }) => {
    const path = join(folder, file);
    if (!existsSync(path)) return false;
    const before = readFileSync(path, 'utf8');
    const after = before.replace(find, replace);
    writeFileSync(path, after);
    return after !== before;
  });
}

/** @param {Mutation} mutation */
function tryMutation(mutation) {
  const folder = copyOfTree();
  try {
    if (!mutate(folder, mutation)) return 'NOT FOUND: the measure is not where this script looks for it';
    const red = mutation.tests.filter(({ command }) => !passes(folder, command)).map(({ name }) => name);
    return red.length === mutation.tests.length ? `red: ${red.join(', ')}` : 'SURVIVED: every test stayed green';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
const chosen = MUTATIONS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const commands = new Map(chosen.flatMap(({ tests }) => tests).map(({ name, command }) => [name, command]));
const folder = copyOfTree();
const broken = [...commands].filter(([, command]) => !passes(folder, command)).map(([name]) => name);
rmSync(folder, { recursive: true, force: true });
for (const name of broken) console.log(`RED WITHOUT ANY MUTATION: ${name}`);
let bad = broken.length;
for (const mutation of chosen) {
  const outcome = tryMutation(mutation);
  if (!outcome.startsWith('red')) bad += 1;
  console.log(`${mutation.name.padEnd(34)} ${outcome}`);
}
console.log(`${chosen.length} mutations, ${bad} problems`);
process.exitCode = bad === 0 ? 0 : 1;
