// Measures the search: filling the index, and questions over the thread's border, answers included. Prints figures and
// ends with 1 where the 95th percentile is over the bar.
// `node e2e/bench/search.bench.ts [--notes 10000] [--words 250] [--questions 400] [--bar 50] [--json FILE]`
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSearchEngine } from '../../electron/search/searchEngine.ts';
import type { RecordEntries } from '../../electron/search/messages.ts';
import type { SearchQuery } from '../../shared/search/search.ts';

const { values: args } = parseArgs({ options: { notes: { type: 'string', default: '10000' }, words: { type: 'string', default: '250' }, questions: { type: 'string', default: '400' }, bar: { type: 'string', default: '50' }, json: { type: 'string' } } });
const NOTES = Number(args.notes);
const WORDS = Number(args.words);
const QUESTIONS = Number(args.questions);
const BAR_MS = Number(args.bar);

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const next = random(7);
const SYLLABLES = ['ba', 'cra', 'ving', 'slo', 'tri', 'gger', 'ho', 'me', 'work', 'shel', 'ter', 'pla', 'nned', 'qui', 'et', 'mor', 'ning', 'ses', 'sion', 'ur', 'ge', 'surf', 'ing', 'fa', 'mi', 'ly'];
const VOCABULARY = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + Math.floor(next() * 3) }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)] ?? '').join(''));

/** Words as language has them: a few very often, most of them seldom. */
function word(): string {
  return VOCABULARY[Math.floor(VOCABULARY.length * next() ** 3)] ?? '';
}

function note(index: number): RecordEntries {
  const recordId = `n${index}`;
  const date = `20${String(15 + (index % 12)).padStart(2, '0')}-0${1 + (index % 9)}-1${index % 10}`;
  return { recordId, entries: [{ kind: 'note', clientId: `c${index % 400}`, recordId, part: null, date, title: 'CBT session', text: Array.from({ length: WORDS }, word).join(' ') }] };
}

/** One to three words, the last of them often unfinished; every fourth with a filter. */
function question(index: number): SearchQuery {
  const words = Array.from({ length: 1 + (index % 3) }, word);
  const last = words.pop() ?? '';
  const text = [...words, index % 2 === 0 ? last.slice(0, 3) : last].join(' ');
  return { text, kinds: index % 4 === 1 ? ['note'] : [], clientId: index % 8 === 3 ? (`c${index % 400}` as never) : null, from: index % 4 === 2 ? ('2018-01-01' as never) : null, to: null };
}

function at(sorted: readonly number[], part: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 100) / 100;
}

const engine = createSearchEngine(new URL('../../electron/search/searchWorker.ts', import.meta.url));
const began = performance.now();
for (let from = 0; from < NOTES; from += 32) engine.put(Array.from({ length: Math.min(32, NOTES - from) }, (_none, index) => note(from + index)));
const { mode } = await engine.find(question(0));
const fillMs = Math.round(performance.now() - began);

const times: number[] = [];
let hits = 0;
for (let index = 0; index < QUESTIONS; index += 1) {
  const asked = question(index);
  const start = performance.now();
  hits += (await engine.find(asked)).hits.length;
  times.push(performance.now() - start);
}
engine.close();
const sorted = times.toSorted((a, b) => a - b);
const figures = { notes: NOTES, wordsPerNote: WORDS, mode, fillMs, questions: QUESTIONS, hits, p50Ms: at(sorted, 0.5), p95Ms: at(sorted, 0.95), mostMs: at(sorted, 1), barMs: BAR_MS, rssMiB: Math.round(process.memoryUsage.rss() / 1_048_576) };
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (args.json !== undefined) writeFileSync(args.json, `${JSON.stringify(figures)}\n`);
process.exitCode = figures.p95Ms <= BAR_MS && hits > 0 ? 0 : 1;
