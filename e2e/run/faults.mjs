// Runs the families of faults over worker processes and prints one line for each. Refuses to pass a family that has a failure,
// or fewer cases than it promises. Usage: npm run faults -- [--only F1,F4] [--jobs "first save,many saves"] [--json FILE] [--show 100]
import { fork, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ id: string, title: string, minimum: number, jobs: readonly string[] }} Listed */
/** @typedef {{ id: string, title: string, minimum: number, cases: number, failures: { name: string, problems: readonly string[] }[], facts: Record<string, number>, seconds: number }} Tally */
/** @typedef {{ tally: Tally, job: string }} Task */

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const WORKER = join(ROOT, 'e2e/faults/worker.ts');
const RESULTS = join(ROOT, 'test-results/families');
const NODE = join(ROOT, 'node_modules/.bin/node');
const SILENCE_MS = 90_000;
const SHOWN = 8;

/** Families whose cases come from the whole app: specs write one result file each. */
const FROM_FILES = [
  { id: 'F3-app', title: 'the whole app killed while a note is typed', minimum: 20 },
  { id: 'F12', title: 'malformed messages over every channel', minimum: 1_000 },
  { id: 'F13', title: 'hostile pastes', minimum: 150 },
  { id: 'F17', title: 'sweep for plain text after the end-to-end suite', minimum: 1 },
];

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

/** The TypeScript sources run directly from Node 24 on; an older one hands over to the project's own. */
function handOver() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  if (!existsSync(NODE)) throw new Error('Node 24 is needed; run npm ci first');
  process.exit(spawnSync(NODE, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
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

/** @param {ReturnType<typeof options>} chosen @returns {Tally[]} */
function readFamilies(chosen) {
  const found = new Map();
  for (const name of existsSync(RESULTS) ? readdirSync(RESULTS).filter((file) => file.endsWith('.json')) : []) {
    const result = JSON.parse(readFileSync(join(RESULTS, name), 'utf8'));
    found.set(result.id, result);
  }
  return FROM_FILES.filter(({ id }) => chosen.only === null || chosen.only.has(id)).map((family) => {
    const tally = newTally(family);
    const result = found.get(family.id);
    tally.cases = Number(result?.cases ?? 0);
    for (let n = 0; n < Number(result?.failures ?? 0); n += 1) tally.failures.push({ name: `${family.id}, see the report of the end-to-end suite`, problems: [] });
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

handOver();
const chosen = options(process.argv.slice(2));
const tallies = [...await runFamilies(chosen), ...readFamilies(chosen)];
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
