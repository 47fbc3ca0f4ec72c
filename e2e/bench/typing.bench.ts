// Measures what a key press costs the main thread ("busy") in the editor, beside Tiptap, Lexical and a bare
// contenteditable with the same words, in the same run; `screen` is the editor in the whole screen of a draft. Prints a table, and ends with 1 where ours is over the bar.
// `npm run bench -- --only typing [-- --document FILE --keys 80 --rounds 3 --bar 1.1 --json FILE]`
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../host/chromium.ts';
import { benchDocument, largestTemplate, longNote, type BenchDocument, type OpenNote } from './typingDocuments.ts';
import { buildPages, EDITORS, servePages, type EditorName } from './typingPages.ts';

const { values: args } = parseArgs({ options: { document: { type: 'string' }, keys: { type: 'string', default: '80' }, rounds: { type: 'string', default: '3' }, bar: { type: 'string', default: '1.1' }, blocks: { type: 'string', default: '1000' }, json: { type: 'string' } } });
const [KEYS, ROUNDS, BAR] = [Number(args.keys), Number(args.rounds), Number(args.bar)];
const TEXT = 'and then we talked about the bus and what helps in the morning ';

type Sample = { readonly busy: number; readonly script: number; readonly frame: number };
type Figures = { readonly busy50: number; readonly busy95: number; readonly script50: number; readonly frame50: number; readonly frame95: number };

async function metrics(session: CDPSession): Promise<{ busy: number; script: number }> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const value = (name: string): number => (list.find((one) => one.name === name)?.value ?? 0) * 1000;
  return { busy: value('TaskDuration'), script: value('ScriptDuration') };
}

/** Puts the caret behind the words of the block that is typed into. */
async function caretInto(page: Page, target: string): Promise<void> {
  const block = page.getByText(target, { exact: true }).last();
  // What is out of sight may not be laid out yet.
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await block.click();
  await page.keyboard.press('End');
}

/** Real key presses, one after the frame of the other. */
async function typeInto(page: Page, session: CDPSession): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    const before = await metrics(session);
    const frame = await page.evaluateHandle(() => {
      const waiting = new Promise<number>((done) => { addEventListener('keydown', () => { const from = performance.now(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))); }, { once: true, capture: true }); });
      return { waiting };
    });
    const char = TEXT[key % TEXT.length] ?? ' ';
    await page.keyboard.press(char === ' ' ? 'Space' : char);
    const shown = await frame.evaluate(({ waiting }) => waiting);
    const after = await metrics(session);
    samples.push({ busy: after.busy - before.busy, script: after.script - before.script, frame: shown });
    await frame.dispose();
  }
  // The first keys pay for what is made once.
  return samples.slice(10);
}

async function round(browser: Browser, url: string, document: BenchDocument): Promise<Sample[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  await page.getByText(document.target, { exact: true }).last().waitFor({ state: 'attached' });
  await caretInto(page, document.target);
  const samples = await typeInto(page, session);
  const typed = await page.evaluate(() => globalThis.document.body.innerText.includes('what helps in the mor'));
  if (!typed && KEYS > 60) throw new Error(`${url}: the typed words are not in the page`);
  await context.close();
  return samples;
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Median over the rounds of each round's percentile: one disturbed round does not count. */
function figures(rounds: readonly (readonly Sample[])[]): Figures {
  const of = (pick: (sample: Sample) => number, part: number): number => at(rounds.map((samples) => at(samples.map(pick), part)), 0.5);
  return { busy50: of(({ busy }) => busy, 0.5), busy95: of(({ busy }) => busy, 0.95), script50: of(({ script }) => script, 0.5), frame50: of(({ frame }) => frame, 0.5), frame95: of(({ frame }) => frame, 0.95) };
}

async function measure(browser: Browser, folder: string, document: BenchDocument): Promise<{ name: string; ratio: number; editors: Record<EditorName, Figures> }> {
  const { url, server } = await servePages(folder, document);
  const rounds: Record<EditorName, Sample[][]> = { throughline: [], tiptap: [], lexical: [], bare: [], screen: [] };
  for (let turn = 0; turn < ROUNDS; turn += 1) for (const name of EDITORS) rounds[name].push(await round(browser, url(name), document));
  server.close();
  server.closeAllConnections();
  const editors = Object.fromEntries(EDITORS.map((name) => [name, figures(rounds[name])])) as Record<EditorName, Figures>;
  const ratio = editors.throughline.busy95 / Math.max(editors.tiptap.busy95, editors.lexical.busy95);
  const line = (name: string, f: Figures): string => `${name.padEnd(12)} ${[f.busy50, f.busy95, f.script50, f.frame50, f.frame95].map((value) => value.toFixed(1).padStart(9)).join('')}`;
  process.stdout.write(`\n${document.name}\n${'ms per key'.padEnd(12)}  busy p50 busy p95 script50 frame50 frame95\n${EDITORS.map((name) => line(name, editors[name])).join('\n')}\nbusy p95 over the slower of Tiptap and Lexical: ${ratio.toFixed(2)} (bar ${String(BAR)})\n`);
  return { name: document.name, ratio, editors };
}

const given = args.document === undefined ? null : benchDocument(args.document, JSON.parse(readFileSync(args.document, 'utf8')) as OpenNote);
const documents = given === null ? [longNote(Number(args.blocks)), largestTemplate()] : [given];
const folder = await buildPages();
const path = findChromium();
if (path === null) throw new Error('no Chromium found: install one, or name it in CHROMIUM_PATH');
// Only pages of this machine are opened; the frame clock stays on, as on a screen.
const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
try {
  const results = [];
  for (const document of documents) results.push(await measure(browser, folder, document));
  if (args.json !== undefined) writeFileSync(args.json, `${JSON.stringify(results, null, 2)}\n`);
  process.exitCode = results.every(({ ratio }) => ratio <= BAR) ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
