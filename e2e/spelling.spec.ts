// Spelling in the running app: underlined in pauses and never on the typing path, corrected by mouse and keyboard,
// own words kept in the vault, nothing asked of any network.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settingsText } from '../shared/text/en/settings.ts';
import { spellingText as t } from '../shared/text/en/spelling.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

const FIELD = "Client's report";

function underlined(page: Page): Promise<string[]> {
  return page.evaluate(() => [...CSS.highlights.get('note-spelling') ?? []].map(String));
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
    const place = await page.evaluate(() => { const [range] = CSS.highlights.get('note-spelling') ?? []; const { left, top, width, height } = (range as Range).getBoundingClientRect(); return { x: left + width / 2, y: top + height / 2 }; });
    await page.mouse.click(place.x, place.y);
    await expect(page.getByRole('dialog', { name: t.unknown('Unfinishd') }).getByRole('button', { name: 'Unfinished', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
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
    await counter('release');
    await expect.poll(() => underlined(page)).toEqual(['Unfinishd', 'wrongg', 'wordss']);
    expect(await counter('work')).toBeGreaterThan(0);
    await expect(note.saved()).toBeVisible();
  });

  await test.step('own words are in the vault after a lock, and can be removed in Settings', async () => {
    await lock(app);
    await unlock(app);
    await frame.openSettings();
    const mine = page.getByRole('list', { name: t.settings.mine });
    await expect(mine.getByRole('listitem')).toHaveText(['Larkmoor']);
    await page.getByRole('textbox', { name: t.settings.newWord }).fill('two words');
    await page.getByRole('button', { name: t.settings.addWord }).click();
    await expect(page.getByText(t.settings.oneWord)).toBeVisible();
    await page.getByRole('textbox', { name: t.settings.newWord }).fill('Quillhaven');
    await page.keyboard.press('Enter');
    await expect(mine.getByRole('listitem')).toHaveText(['Larkmoor', 'Quillhaven']);
    await mine.scrollIntoViewIfNeeded();
    await page.screenshot({ path: test.info().outputPath('spelling-settings.png') });
    await noSeriousFindings(page, 'main');
    await page.getByRole('button', { name: t.settings.remove('Larkmoor') }).click();
    await expect(mine.getByRole('listitem')).toHaveText(['Quillhaven']);
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
    expect(await underlined(page)).toEqual([]);
    expect(app.host.network()).toEqual([]);
  });
});
