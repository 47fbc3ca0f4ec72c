// Measures how long a note takes from the click in the list until the frame is painted in which what the window shows
// of it stands there, and until its last line is on the page too (a long note follows part by part below the fold), in
// the built app. Twice: as a hand does it (the pointer rests on the row before the press), and with pointer, press and
// release in one moment, which no hand can do. Prints a table and ends with 1 where the 95th percentile of either is
// over the bar. `--among 30` puts that many newer notes above them in the list, so that they are not among those that
// are asked for while the list stands there. Build first.
// `npm run bench -- --only opening [-- --turns 15 --bar 100 --among 0]`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startApp } from '../app.ts';
import type { AppFixture } from '../fixtures.ts';
import { addClient, firstRun } from '../journey.ts';
import { FramePage } from '../pages/frame.ts';
import { largestTemplate, longNote, type BenchDocument } from './typingDocuments.ts';

const { values: args } = parseArgs({ options: { turns: { type: 'string', default: '15' }, bar: { type: 'string', default: '100' }, among: { type: 'string', default: '0' } } });
const [TURNS, BAR, AMONG] = [Number(args.turns), Number(args.bar), Number(args.among)];

type Bridge = Record<string, Record<string, (input: unknown) => Promise<{ ok: boolean; value: never }>>>;
type Row = { readonly name: string; readonly title: string; /** Words of the last line. */ readonly last: string };

/** Writes the document as a draft of the first client, through the window's own bridge. */
async function write(page: Page, document: BenchDocument, day: string): Promise<Row> {
  await page.evaluate(async ([templateId, content, serviceDate]) => {
    const { api } = globalThis as unknown as { api: Bridge };
    const ask = async (noun: string, verb: string, input: unknown): Promise<never> => {
      const answer = await api[noun]?.[verb]?.(input);
      if (answer?.ok !== true) throw new Error(`${noun}:${verb} was refused`);
      return answer.value;
    };
    const [client] = await ask('clients', 'list', { status: 'active' }) as { clientId: string }[];
    const note = await ask('notes', 'create', { clientId: client?.clientId, templateId }) as { value: { id: string; header: object }; revision: number };
    await ask('notes', 'saveDraft', { noteId: note.value.id, revision: note.revision, header: { ...note.value.header, serviceDate }, document: content });
  }, [document.open.template.id, document.open.value.document, day] as const);
  return { name: document.name, title: document.open.template.title, last: document.last };
}

/** How the pointer comes: milliseconds on the row before the press, and from the press to the release. Hands take longer. */
const WAYS = [{ name: 'by hand', rests: 100, holds: 50 }, { name: 'in one moment', rests: 0, holds: 0 }] as const;
type Way = (typeof WAYS)[number];
type Opening = { readonly shown: number; readonly whole: number };

/** Milliseconds from the click on the row until the frame is painted that is full of the note, and to its last line. */
async function open(page: Page, { title, last }: Row, way: Way): Promise<Opening> {
  const button = page.getByRole('table').getByRole('row').filter({ hasText: title }).getByRole('button').first();
  await button.waitFor();
  const opening = await page.evaluateHandle((last) => ({ waiting: new Promise<Opening>((done) => {
    addEventListener('click', () => {
      const from = performance.now();
      let shown: number | null = null;
      const isFull = (note: Element): boolean => {
        // Below what stands on the page there is more than the window shows, or all of it is there.
        const pending = note.querySelector('[data-pending]');
        const place = pending?.parentElement?.getBoundingClientRect();
        return note.querySelector('[data-stop]') !== null && (place === undefined || place.top > innerHeight || pending?.closest('.note-chunk')?.previousElementSibling?.getBoundingClientRect().bottom as number > innerHeight);
      };
      const look = (): void => {
        requestAnimationFrame(() => {
          const note = document.querySelector('.note-editable');
          const full = note !== null && isFull(note);
          const whole = full && note.textContent.includes(last);
          // After the frame to which this callback belongs was painted.
          setTimeout(() => {
            if (full) shown ??= performance.now() - from;
            if (shown !== null && whole) done({ shown, whole: performance.now() - from });
            else look();
          });
        });
      };
      look();
    }, { once: true, capture: true });
  }) }), last);
  await page.mouse.move(0, 0);
  if (way.rests > 0) {
    await button.hover();
    await page.waitForTimeout(way.rests);
  }
  await button.click({ delay: way.holds });
  const found = await opening.evaluate(({ waiting }) => waiting);
  await opening.dispose();
  return found;
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function ms(value: number): string {
  return `${value.toFixed(0).padStart(4)} ms`;
}

const folder = await mkdtemp(join(tmpdir(), 'throughline-opening-'));
const running = await startApp({ userData: join(folder, 'data'), home: join(folder, 'home') });
try {
  const { page } = running;
  const app = { page, exports: folder, host: running, queueDialog: running.queueDialog } as unknown as AppFixture;
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const rows = [await write(page, longNote(1000), '2026-01-05'), await write(page, largestTemplate(), '2026-01-06')];
  await page.evaluate(async (among) => {
    const { api } = globalThis as unknown as { api: Bridge };
    const listed = await api['clients']?.['list']?.({ status: 'active' });
    if (listed?.ok !== true) throw new Error('the list of clients was refused');
    const [client] = listed.value as unknown as { clientId: string }[];
    for (let made = 0; made < among; made += 1) {
      const answer = await api['notes']?.['create']?.({ clientId: client?.clientId, templateId: 'dap' });
      if (answer?.ok !== true) throw new Error(`note ${String(made)} was refused`);
      // Slower than main takes them of one window.
      await new Promise((done) => { setTimeout(done, 210); });
    }
  }, AMONG);
  const frame = new FramePage(page);
  // The window does not know yet what was written past its screens.
  await frame.openCaseload();
  await frame.openClient('Zephyrinequill Mora');
  let worst = 0;
  for (const row of rows) for (const way of WAYS) {
    const times: Opening[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await frame.openTab('timeline');
      await frame.openTab('notes');
      times.push(await open(page, row, way));
      await page.getByRole('button', { name: 'Back to the list of notes' }).click();
    }
    // The first opening fetches the screen; it is shown by itself.
    const [first, ...rest] = times;
    const [shown, whole] = [rest.map((time) => time.shown), rest.map((time) => time.whole)];
    worst = Math.max(worst, at(shown, 0.95));
    process.stdout.write(`${row.name.padEnd(52)} ${way.name.padEnd(14)} in view: first ${ms(first?.shown ?? 0)}  p50 ${ms(at(shown, 0.5))}  p95 ${ms(at(shown, 0.95))} (bar ${String(BAR)})   to its last line: p50 ${ms(at(whole, 0.5))}  p95 ${ms(at(whole, 0.95))}\n`);
  }
  process.exitCode = worst <= BAR ? 0 : 1;
} finally {
  await running.quit();
  await rm(folder, { recursive: true, force: true });
}
