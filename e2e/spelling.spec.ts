// Spelling in the running app, in text and in boxes: underlined in pauses and never on the typing path, corrected by mouse and keyboard,
// own words kept in the vault, nothing asked of any network.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { notesText } from '../shared/text/en/notes.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { spellingText as t } from '../shared/text/en/spelling.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

const FIELD = "Client's report";

function underlined(page: Page, name: 'note-spelling' | 'box-spelling' | 'box-wording' = 'note-spelling'): Promise<string[]> {
  return page.evaluate((mark) => [...CSS.highlights.get(mark) ?? []].map(String), name);
}

/** The middle of the first mark of that name. */
function middleOf(page: Page, name: 'note-spelling' | 'box-spelling' | 'box-wording'): Promise<{ x: number; y: number }> {
  return page.evaluate((mark) => { const [range] = CSS.highlights.get(mark) ?? []; const { left, top, width, height } = (range as Range).getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; }, name);
}

async function noSeriousFindings(page: Page, include: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include(include).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('spelling is checked offline, corrected by keyboard and mouse, and own words are kept', async ({ app }) => {
  // A whole life of a word list, with a lock in between.
  test.slow();
  const { page } = app;
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const frame = new FramePage(page);
  await frame.openTab('notes');
  const note = new NotePage(page);

  await test.step('a cell of a table is marked as text is, by key and by mouse, and undo and caret stay as they were', async () => {
    await note.begin('CBT session');
    await page.getByRole('button', { name: notesText.field.addRow('thought') }).click();
    const cell = page.getByRole('textbox', { name: /Situation/ }).first();
    await cell.click();
    await page.keyboard.type('He recieve a letter, an addict he said; Zephyrinequill was alone. Unfinishd');
    await expect.poll(() => underlined(page, 'box-spelling')).toEqual(['recieve']);
    await expect.poll(() => underlined(page, 'box-wording')).toEqual(['addict']);
    await expect(cell).toHaveAccessibleDescription('Not in the dictionary: “recieve”. Other wording is suggested for: “addict”. Ctrl+. shows what else could stand there.');
    // The marks go along while text before them grows, and a word is judged once the caret has left it.
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('When ');
    await expect.poll(() => underlined(page, 'box-spelling')).toEqual(['recieve', 'Unfinishd']);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: test.info().outputPath(`cell-${colorScheme}.png`) });
      await noSeriousFindings(page, '.note-paper');
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('ControlOrMeta+.');
    const dialog = page.getByRole('dialog', { name: t.unknown('recieve') });
    await expect(dialog.getByRole('button', { name: 'receive', exact: true })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('cell-hint.png') });
    await dialog.getByRole('button', { name: 'receive', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(cell).toHaveValue(/^When He receive a letter/);
    await expect(cell).toBeFocused();
    expect(await cell.evaluate((box: HTMLTextAreaElement) => [box.selectionStart, box.selectionEnd])).toEqual([5, 5]);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cell).toHaveValue(/^When He recieve a letter/);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(cell).toHaveValue(/^When He receive a letter/);
    const place = await middleOf(page, 'box-wording');
    await page.mouse.click(place.x, place.y);
    await page.getByRole('dialog').getByRole('button').first().click();
    await expect(cell).toHaveValue(/^When He receive a letter, an person/);
    await expect(cell).toBeFocused();
    await expect.poll(() => underlined(page, 'box-wording')).toEqual([]);
    // What is marked breaks as the box breaks it, however long and odd the text.
    const long = page.getByRole('textbox', { name: /Evidence for/ }).first();
    await long.fill(`${'She came  on time, by bus. '.repeat(40)}${'wwwww'.repeat(60)}\n\n\tstil there - ${'(a/b/c)'.repeat(30)} `);
    await expect.poll(() => underlined(page, 'box-spelling')).toContain('stil');
    expect(await long.evaluate((box) => { const sheet = box.parentElement?.querySelector('.box-sheet'); return [sheet?.clientWidth, sheet?.scrollHeight, sheet?.scrollTop]; })).toEqual(await long.evaluate((box) => [box.clientWidth, box.scrollHeight, box.scrollTop]));
    // Each line stands at the side where its writing begins, and so does its mark.
    await long.fill('שלום לכולם\nHe recieve it.');
    await expect.poll(() => underlined(page, 'box-spelling')).toContain('recieve');
    expect(await long.evaluate((box) => {
      const mark = [...CSS.highlights.get('box-spelling') ?? []].find((range) => String(range) === 'recieve') as Range;
      const { left, width } = box.getBoundingClientRect();
      return (mark.getBoundingClientRect().left - left) / width;
    })).toBeLessThan(0.3);
    // A word that is too long for a full box is not put in, and that is said.
    await long.fill(`An addict ${'so it was '.repeat(399)}`);
    await expect.poll(() => underlined(page, 'box-wording')).toEqual(['addict']);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByRole('dialog').getByRole('button').first().press('Enter');
    await expect(page.getByText(notesText.notices.wordNotPut)).toBeVisible();
    await expect(long).toHaveValue(/^An addict so it was/);
    await expect(long).toBeFocused();
    await long.fill('');
    await expect(note.saved()).toBeVisible();
    await note.back();
  });

  await test.step('slips are underlined; the client, the field and abbreviations are not', async () => {
    await note.begin('SOAP note');
    await note.write(FIELD, 'Zephyrinequill takes buprenorphine, UDS on 3rd. A sesion with Larkmoor abuot COWS. Unfinishd');
    await expect.poll(() => underlined(page)).toEqual(['sesion', 'Larkmoor', 'abuot']);
    await page.keyboard.type(' end.');
    await expect.poll(() => underlined(page)).toEqual(['sesion', 'Larkmoor', 'abuot', 'Unfinishd']);
  });

  await test.step('a key opens the nearest, a choice replaces it as one step of undo', async () => {
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    const dialog = page.getByRole('dialog', { name: t.unknown('sesion') });
    await expect(dialog.getByRole('button', { name: 'session', exact: true })).toBeVisible();
    await page.screenshot({ path: test.info().outputPath('spelling-hint.png') });
    await noSeriousFindings(page, '.wording');
    await expect(dialog.getByRole('button', { name: 'session', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => note.readText(FIELD)).toContain('A session with');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText(FIELD)).toContain('A sesion with');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => underlined(page)).toEqual(['Larkmoor', 'abuot', 'Unfinishd']);
  });

  await test.step('a word is ignored in this note, another becomes one of the own words', async () => {
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByRole('dialog', { name: t.unknown('Larkmoor') }).getByRole('button', { name: t.add }).click();
    await expect.poll(() => underlined(page)).toEqual(['abuot', 'Unfinishd']);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByRole('dialog', { name: t.unknown('abuot') }).getByRole('button', { name: t.ignore }).click();
    await expect.poll(() => underlined(page)).toEqual(['Unfinishd']);
  });

  await test.step('a click on the underline opens it', async () => {
    const place = await middleOf(page, 'note-spelling');
    await page.mouse.click(place.x, place.y);
    await expect(page.getByRole('dialog', { name: t.unknown('Unfinishd') }).getByRole('button', { name: 'Unfinished', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a box shares what the note knows, and a word of a box becomes one of the own words by keyboard alone', async () => {
    const box = page.getByRole('textbox', { name: 'Use since last visit' });
    await box.click();
    await page.keyboard.type('Larkmoor spoke abuot Stonefold, misstake. ');
    await expect.poll(() => underlined(page, 'box-spelling')).toEqual(['Stonefold', 'misstake']);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByRole('dialog', { name: t.unknown('Stonefold') }).getByRole('button', { name: t.add }).press('Enter');
    await expect.poll(() => underlined(page, 'box-spelling')).toEqual(['misstake']);
    await expect(box).toBeFocused();
    await page.keyboard.press('ControlOrMeta+.');
    const dialog = page.getByRole('dialog', { name: t.unknown('misstake') });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(box).toBeFocused();
  });

  await test.step('no key does any of this work', async () => {
    await note.enterTextEnd(FIELD);
    // Pauses are held back, so that whatever is counted belongs to a key and not to the quiet after it.
    await page.evaluate(() => {
      const held = new Map<number, () => void>();
      const [idle, set, wait, drop] = [window.requestIdleCallback, CSS.highlights.set, window.setTimeout, window.clearTimeout];
      const counter = { work: 0, release: () => { window.setTimeout = wait; for (const run of held.values()) run(); } };
      window.requestIdleCallback = (...given) => { counter.work += 1; return idle.apply(window, given); };
      CSS.highlights.set = (...given) => { counter.work += 1; return set.apply(CSS.highlights, given); };
      window.setTimeout = ((run: () => void, delay = 0, ...given: unknown[]) => {
        if (delay < 400) return wait(run, delay, ...given);
        const id = 1_000_000_000 + held.size + Math.floor(Math.random() * 1_000_000);
        held.set(id, run);
        return id;
      }) as typeof window.setTimeout;
      window.clearTimeout = (id) => { if (typeof id === 'number') held.delete(id); drop(id); };
      Object.assign(window, { counter });
    });
    await page.keyboard.type(' wrongg wordss hree');
    await expect.poll(() => note.readText(FIELD)).toContain('wrongg wordss hree');
    const counter = (act: 'work' | 'release') => page.evaluate((name) => { const { counter: it } = window as unknown as { counter: { work: number; release: () => void } }; if (name === 'release') it.release(); return it.work; }, act);
    expect(await counter('work')).toBe(0);
    // In a box with a mark, too. Going there is no key: what follows from it is over two frames later.
    await page.getByRole('textbox', { name: 'Use since last visit' }).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.evaluate(() => new Promise<void>((done) => { requestAnimationFrame(() => requestAnimationFrame(() => { (window as unknown as { counter: { work: number } }).counter.work = 0; done(); })); }));
    await page.keyboard.type('mistakke mor');
    expect(await counter('work')).toBe(0);
    await counter('release');
    await expect.poll(() => underlined(page)).toEqual(['Unfinishd', 'wrongg', 'wordss']);
    await expect.poll(() => underlined(page, 'box-spelling')).toEqual(['misstake', 'mistakke']);
    expect(await counter('work')).toBeGreaterThan(0);
    await expect(note.saved()).toBeVisible();
  });

  await test.step('own words are in the vault after a lock, and can be removed in Settings', async () => {
    await lock(app);
    await unlock(app);
    await frame.openSettings();
    const mine = page.getByRole('list', { name: t.settings.mine });
    await expect(mine.getByRole('listitem')).toHaveText(['Larkmoor', 'Stonefold']);
    await page.getByRole('textbox', { name: t.settings.newWord }).fill('two words');
    await page.getByRole('button', { name: t.settings.addWord }).click();
    await expect(page.getByText(t.settings.oneWord)).toBeVisible();
    await page.getByRole('textbox', { name: t.settings.newWord }).fill('Quillhaven');
    await page.keyboard.press('Enter');
    await expect(mine.getByRole('listitem')).toHaveText(['Larkmoor', 'Quillhaven', 'Stonefold']);
    await mine.scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('spelling-settings.png') });
    await noSeriousFindings(page, 'main');
    await page.getByRole('button', { name: t.settings.remove('Larkmoor') }).click();
    await expect(mine.getByRole('listitem')).toHaveText(['Quillhaven', 'Stonefold']);
  });

  await test.step('switched off, nothing is underlined; and no dictionary was asked of any network', async () => {
    const part = page.getByRole('region', { name: t.settings.title }).or(page.locator('section', { hasText: t.settings.lead })).last();
    await part.getByRole('combobox', { name: t.settings.language }).click();
    await page.getByRole('option', { name: t.settings.languages.off }).click();
    await part.getByRole('button', { name: settingsText.save, exact: true }).click();
    await expect(part.getByText(settingsText.saved)).toBeVisible();
    await frame.openCaseload();
    await page.getByRole('button', { name: 'Zephyrinequill Mora' }).first().click();
    await frame.openTab('notes');
    await note.openFirst();
    await note.enterTextEnd(FIELD);
    await page.keyboard.type(' She relapsed.');
    // The wording check, which works the same way, has been by: spelling would have been too.
    await expect.poll(() => page.evaluate(() => CSS.highlights.has('note-wording'))).toBe(true);
    await page.getByRole('textbox', { name: 'Use since last visit' }).click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(' An addict he sayss. ');
    await expect.poll(() => underlined(page, 'box-wording')).toEqual(['addict']);
    for (const name of ['note-spelling', 'box-spelling'] as const) expect(await underlined(page, name)).toEqual([]);
    expect(app.host.network()).toEqual([]);
  });
});
