// Letters are not drawn one by one while the page shows what the note holds (renderer/editor/quietTyping.ts). Whatever
// is pressed between them, the page, the note and what is on the disk stay the same text.
import type { Page } from 'playwright-core';
import { expect, test, type AppFixture } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

/** Lines and caret as a person would expect them. */
class Expected {
  lines: string[] = [''];
  #line = 0;
  #at = 0;

  press(key: string): void {
    const line = this.lines[this.#line] ?? '';
    const [before, after] = [line.slice(0, this.#at), line.slice(this.#at)];
    if (key === 'Enter') {
      this.lines.splice(this.#line, 1, before, after);
      this.#line += 1;
      this.#at = 0;
    } else if (key === 'Backspace') {
      if (this.#at > 0) this.#put(before.slice(0, -1) + after, this.#at - 1);
      else if (this.#line > 0) this.#join(this.#line - 1);
    } else if (key === 'Delete') {
      if (after !== '') this.#put(before + after.slice(1), this.#at);
      else if (this.#line < this.lines.length - 1) this.#join(this.#line);
    } else if (key === 'ArrowLeft') {
      if (this.#at > 0) this.#at -= 1;
      else if (this.#line > 0) this.#go(this.#line - 1, Infinity);
    } else if (key === 'ArrowRight') {
      if (after !== '') this.#at += 1;
      else if (this.#line < this.lines.length - 1) this.#go(this.#line + 1, 0);
    } else if (key === 'Home') this.#at = 0;
    else if (key === 'End') this.#at = line.length;
    else this.#put(before + (key === 'Space' ? ' ' : key) + after, this.#at + 1);
  }

  #put(line: string, at: number): void {
    this.lines[this.#line] = line;
    this.#at = at;
  }

  #join(line: number): void {
    const [first = '', second = ''] = this.lines.slice(line, line + 2);
    this.lines.splice(line, 2, first + second);
    this.#go(line, first.length);
  }

  #go(line: number, at: number): void {
    this.#line = line;
    this.#at = Math.min(at, this.lines[line]?.length ?? 0);
  }

  get length(): number {
    return this.lines[this.#line]?.length ?? 0;
  }

  /** True where the key would leave the text: an arrow goes on to the next one then. */
  leaves(key: string): boolean {
    return (key === 'ArrowLeft' && this.#line === 0 && this.#at === 0) || (key === 'ArrowRight' && this.#line === this.lines.length - 1 && this.#at === this.length);
  }
}

const MOVES = ['Backspace', 'Delete', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter'] as const;

/** The same keys each time: mostly letters, now and then something else. Lines stay too short to wrap. */
function keyFor(index: number, random: number, length: number): string {
  if (length > 30) return 'Enter';
  if (random % 100 < 72) return 'abcdefg'[index % 7] ?? 'a';
  return random % 100 < 80 ? 'Space' : MOVES[random % MOVES.length] ?? 'End';
}

function linesOf(page: Page): Promise<string[]> {
  return page.locator('.note-text').filter({ hasText: 'Session' }).first().locator('.note-paragraph').evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').replaceAll('\uFEFF', '').replaceAll('\u00A0', ' ')));
}

async function openNote(app: AppFixture, template: string): Promise<NotePage> {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin(template);
  return note;
}

async function openNarrative(app: AppFixture): Promise<NotePage> {
  const note = await openNote(app, 'Narrative note');
  await note.enterText('Session');
  return note;
}

test('letters, moves and deletions in any order leave the page, the note and the disk with one text', async ({ app }) => {
  const note = await openNarrative(app);
  const { page } = app;
  const expected = new Expected();
  let seed = 20_261_128;
  for (let index = 0; index < 500; index += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const key = keyFor(index, seed, expected.length);
    if (expected.leaves(key)) continue;
    expected.press(key);
    await page.keyboard.press(key);
    // Now and then the note is drawn in between.
    if (index % 61 === 60) await page.waitForTimeout(200);
    if (index % 50 === 49) await expect.poll(() => linesOf(page), `after ${String(index + 1)} keys`).toEqual(expected.lines);
  }
  await expect(note.saved()).toBeVisible();
  await note.back();
  await note.openFirst();
  await expect.poll(() => linesOf(page)).toEqual(expected.lines);
});

test('marks, undo, a click elsewhere and a paste right behind a letter find the note as it stands', async ({ app }) => {
  await openNarrative(app);
  const { page } = app;
  const keys = async (...list: string[]): Promise<void> => { for (const key of list) await page.keyboard.press(key); };
  await keys('a', 'b', 'c', 'ControlOrMeta+b', 'd', 'e', 'ControlOrMeta+b', 'f', 'Enter', 'g', 'h');
  await expect.poll(() => linesOf(page)).toEqual(['abcdef', 'gh']);
  await expect(page.locator('.note-paragraph strong')).toHaveText('de');
  // A click into the first line, in the middle of letters.
  await page.locator('.note-paragraph').first().click({ position: { x: 2, y: 8 } });
  await keys('x', 'y');
  await expect.poll(async () => (await linesOf(page))[0]).toBe('xyabcdef');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'PASTED');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await keys('z');
  await expect.poll(async () => (await linesOf(page))[0]).toBe('xyPASTEDzabcdef');
  await keys('ControlOrMeta+z');
  await expect.poll(async () => (await linesOf(page))[0]).toBe('xyPASTEDabcdef');
  await keys('ControlOrMeta+z', 'ControlOrMeta+z');
  await expect.poll(async () => (await linesOf(page))[0]).toBe('abcdef');
  // An input method at work behind a letter.
  await keys('End', 'q', 'r');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  await input.send('Input.insertText', { text: '你' });
  await keys('s');
  await expect.poll(async () => (await linesOf(page))[0]).toBe('abcdefqr你s');
});

test('an arrow key at the edge of a text goes on to the next text, and no letter goes astray between them', async ({ app }) => {
  await openNarrative(app);
  const { page } = app;
  const typed = (): Promise<string> => page.locator('.note-editable').evaluate((note) => [...note.querySelectorAll('.note-paragraph')].map((line) => (line.textContent ?? '').replaceAll('\uFEFF', '')).join(''));
  const keys = 'ArrowLeft a ArrowUp b ArrowRight c ArrowRight d ArrowDown e ArrowDown f ArrowDown g ArrowDown h ArrowRight ArrowRight i ArrowRight ArrowRight ArrowRight j ArrowLeft ArrowLeft k ArrowUp l ArrowUp m ArrowUp n'.split(' ');
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    const letters = keys.slice(0, index + 1).filter((one) => one.length === 1);
    await expect.poll(async () => [...await typed()].toSorted().join('')).toBe(letters.join(''));
  }
});

test('a click right behind a letter hits what it was aimed at, far from the caret', async ({ app }) => {
  const note = await openNote(app, 'CBT session');
  const { page } = app;
  for (const letter of 'kingfisher') {
    await note.enterText('Next steps');
    await page.keyboard.press(letter);
    await note.pick('Interventions', 'CBT');
  }
  // An even number of presses on a box that is set and cleared in turn.
  await expect(page.getByRole('group', { name: 'Interventions' }).getByRole('checkbox', { name: 'CBT', exact: true })).not.toBeChecked();
  await note.pick('Interventions', 'CBT');
  await expect(page.getByRole('group', { name: 'Interventions' }).getByRole('checkbox', { name: 'CBT', exact: true })).toBeChecked();
});
