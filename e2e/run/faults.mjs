// Runs the families of faults over worker processes and prints one line for each. Refuses to pass a family that has a failure,
// or fewer cases than it promises. Usage: npm run faults -- [--only F1,F4] [--jobs "first save,many saves"] [--json FILE] [--show 100]
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { prepare, root as ROOT, runTool, say } from './bootstrap.mjs';
import { needBrowser } from './needBrowser.mjs';

/** @typedef {{ id: string, title: string, minimum: number, jobs: readonly string[] }} Listed */
/** @typedef {{ id: string, title: string, minimum: number, cases: number, failures: { name: string, problems: readonly string[] }[], facts: Record<string, number>, seconds: number }} Tally */
/** @typedef {{ tally: Tally, job: string }} Task */

const WORKER = join(ROOT, 'e2e/faults/worker.ts');
const RESULTS = join(ROOT, 'test-results/families');
const SILENCE_MS = 90_000;
const SHOWN = 8;

/** Families whose cases come from the whole app: specs write one result file each. */
const FROM_FILES = [
  { id: 'F3-app', title: 'the whole app killed while a note is typed', minimum: 20 },
  { id: 'F12', title: 'malformed messages over every channel', minimum: 1_000 },
  { id: 'F13', title: 'hostile pastes', minimum: 150 },
  { id: 'F17', title: 'sweep for plain text after the end-to-end suite', minimum: 1 },
];

/** The specs that write them; the sweep of F17 follows every run. */
const APP_SPECS = ['killWhileTyping', 'malformedIpc', 'hostilePaste'];

/** @param {string[]} args */
function options(args) {
  const value = (/** @type {string} */ name) => {
    const at = args.indexOf(name);
    if (at < 0) return null;
    const given = args[at + 1];
    if (given === undefined) throw new Error(`${name} needs a value`);
    return given;
  };
  const list = (/** @type {string | null} */ given) => (given === null ? null : new Set(given.split(',')));
  return { json: value('--json'), only: list(value('--only')), jobs: list(value('--jobs')), show: Number(value('--show') ?? SHOWN) };
}

/** @param {Listed | { id: string, title: string, minimum: number }} family @returns {Tally} */
function newTally({ id, title, minimum }) {
  return { id, title, minimum, cases: 0, failures: [], facts: {}, seconds: 0 };
}

/** @param {(listed: Listed[]) => void} onFamilies */
function startWorker(onFamilies) {
  const child = fork(WORKER, [], { cwd: ROOT, execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'json' });
  child.on('message', (/** @type {any} */ message) => { if (message.say === 'families') onFamilies(message.families); });
  return child;
}

/** Does one job in `child`; gives false where the worker had to be ended. @param {import('node:child_process').ChildProcess} child @param {Task} task */
function doJob(child, { tally, job }) {
  const began = performance.now();
  return new Promise((/** @type {(alive: boolean) => void} */ done) => {
    let last = job;
    /** @type {NodeJS.Timeout} */
    let timer;
    const finish = (/** @type {boolean} */ alive, /** @type {string | null} */ problem) => {
      clearTimeout(timer);
      child.removeAllListeners('message').removeAllListeners('exit');
      if (problem !== null) tally.failures.push({ name: last, problems: [problem] });
      tally.seconds += (performance.now() - began) / 1000;
      done(alive);
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { child.kill('SIGKILL'); finish(false, `hang: the worker is silent for ${SILENCE_MS / 1000} s, at or after this case`); }, SILENCE_MS);
    };
    watch();
    child.on('exit', (code, signal) => finish(false, `I6 the process ended (${signal ?? code}), at or after this case`));
    child.on('message', (/** @type {any} */ message) => {
      watch();
      if (message.say === 'at') last = message.name;
      if (message.say !== 'done') return;
      tally.cases += message.cases;
      tally.failures.push(...message.failures);
      for (const [fact, figure] of Object.entries(message.facts)) tally.facts[fact] = (tally.facts[fact] ?? 0) + Number(figure);
      finish(true, null);
    });
    child.send({ family: tally.id, job });
  });
}

/** @param {ReturnType<typeof options>} chosen */
async function runFamilies(chosen) {
  /** @type {Tally[]} */
  const tallies = [];
  /** @type {Task[]} */
  const tasks = [];
  const { first, listed } = await new Promise((/** @type {(started: { first: import('node:child_process').ChildProcess, listed: Listed[] }) => void} */ started, refuse) => {
    const made = startWorker((families) => started({ first: made, listed: families }));
    made.once('exit', () => refuse(new Error('the worker of the faults does not start')));
  });
  for (const family of listed) {
    if (chosen.only !== null && !chosen.only.has(family.id)) continue;
    const jobs = family.jobs.filter((job) => chosen.jobs === null || chosen.jobs.has(job));
    // A part of a family promises no number of cases, only that there are some.
    const tally = newTally(chosen.jobs === null ? family : { ...family, minimum: 1 });
    tallies.push(tally);
    for (const job of jobs) tasks.push({ tally, job });
  }
  const lane = async (/** @type {import('node:child_process').ChildProcess | null} */ given) => {
    let child = given;
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      child ??= await new Promise((/** @type {(started: import('node:child_process').ChildProcess) => void} */ started) => { const made = startWorker(() => started(made)); });
      if (!await doJob(child, task)) child = null;
    }
    child?.disconnect();
  };
  first.removeAllListeners('exit');
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, (_, index) => lane(index === 0 ? first : null)));
  return tallies;
}

/** When anything that the app is made of, or that tests it, was last changed. */
function newestSource() {
  let newest = 0;
  for (const folder of ['electron', 'renderer', 'shared', 'resources', 'e2e']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}

/** Results by id, summed where several specs share one; those from before `since` prove nothing and are left out. @param {number} since */
function readResults(since) {
  /** @type {Map<string, { cases: number, failures: number }>} */
  const found = new Map();
  for (const name of existsSync(RESULTS) ? readdirSync(RESULTS).filter((file) => file.endsWith('.json')) : []) {
    const path = join(RESULTS, name);
    if (statSync(path).mtimeMs < since) continue;
    const { id, cases, failures } = JSON.parse(readFileSync(path, 'utf8'));
    const before = found.get(id) ?? { cases: 0, failures: 0 };
    found.set(id, { cases: before.cases + Number(cases), failures: before.failures + Number(failures) });
  }
  return found;
}

/** Families of the whole app: taken from the end-to-end suite where it has just run, otherwise its specs run now. @param {ReturnType<typeof options>} chosen */
async function appFamilies(chosen) {
  const wanted = FROM_FILES.filter(({ id }) => chosen.only === null || chosen.only.has(id));
  let found = readResults(newestSource());
  if (wanted.some(({ id }) => !found.has(id))) {
    say('No fresh results of the whole app: building it and running the specs of its families.');
    const began = Date.now() - 1_000;
    rmSync(RESULTS, { recursive: true, force: true });
    if (await needBrowser() && await runTool('electron-vite/bin/electron-vite.js', ['build']) === 0) await runTool('@playwright/test/cli.js', ['test', ...APP_SPECS]);
    found = readResults(began);
  }
  return wanted.map((family) => {
    const tally = newTally(family);
    const result = found.get(family.id);
    tally.cases = result?.cases ?? 0;
    for (let n = 0; n < (result?.failures ?? 0); n += 1) tally.failures.push({ name: `${family.id}, see the report of the end-to-end suite`, problems: [] });
    return tally;
  });
}

/** @param {Tally} tally */
function verdict(tally) {
  if (tally.cases === 0) return 'no case';
  if (tally.failures.length > 0) return 'FAILED';
  return tally.cases < tally.minimum ? `too few, ${tally.minimum} promised` : 'ok';
}

/** @param {Tally} tally @param {number} show */
function print(tally, show) {
  const facts = Object.entries(tally.facts).map(([fact, figure]) => `${fact} ${figure}`).join(', ');
  console.log(`${tally.id.padEnd(9)}${String(tally.cases).padStart(7)} cases ${String(tally.failures.length).padStart(5)} failures  ${verdict(tally).padEnd(8)} ${tally.title}${facts === '' ? '' : ` (${facts})`}`);
  for (const failure of tally.failures.slice(0, show)) console.log(`    ${failure.name}\n${failure.problems.map((problem) => `        ${problem}`).join('\n')}`);
  if (tally.failures.length > show) console.log(`    ... and ${tally.failures.length - show} more`);
}

await prepare(import.meta.url);
const chosen = options(process.argv.slice(2));
// The app first: its specs are sensitive to a machine that is busy with the rest.
const app = await appFamilies(chosen);
const tallies = [...await runFamilies(chosen), ...app];
for (const tally of tallies) print(tally, chosen.show);
if (chosen.json !== null) {
  const file = resolve(chosen.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ families: tallies.map(({ id, cases, failures }) => ({ id, cases, failures: failures.length })) })}\n`);
}
const failed = tallies.reduce((sum, { failures }) => sum + failures.length, 0);
const cases = tallies.reduce((sum, tally) => sum + tally.cases, 0);
const good = tallies.length > 0 && tallies.every((tally) => verdict(tally) === 'ok');
console.log(`${Math.max(0, cases - failed)} passed, ${failed} failed`);
process.exitCode = good ? 0 : 1;
