// Search by keyboard alone: what was just written is found, in its words, opened at its place, and not after the lock.
import AxeBuilder from '@axe-core/playwright';
import { commandsText } from '../shared/text/en/commands.ts';
import { wayBackText } from '../shared/text/en/frame.ts';
import { searchText } from '../shared/text/en/search.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { PalettePage } from './pages/palette.ts';
import { SearchPage } from './pages/search.ts';
import { choose, typeDate } from './pages/typing.ts';

const FIELD = 'Main point';
const NAME = 'Quillonbarrow';

test('what was written is found by its words and opened at its place, without a mouse', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill', dateOfBirth: '1980-02-03' });
  await addClient(app, { preferredName: NAME, dateOfBirth: '1975-12-01' });
  const frame = new FramePage(app.page);
  const note = new NotePage(app.page);
  await frame.openTab('notes');
  await note.begin('CBT session');
  await note.write(FIELD, 'Walk by the harbour before lunch, marmalade in hand');
  await expect(note.saved()).toBeVisible();

  const search = new SearchPage(app.page);
  await search.open();
  await expect(search.box()).toBeFocused();
  await app.page.keyboard.type('harb marmalade');
  await expect(search.of(NAME)).toHaveCount(1);
  await expect(search.marks()).toHaveText(['harbour', 'marmalade']);
  await expect(app.page.getByText(searchText.found(1, false))).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map((one) => `${colorScheme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
  }

  await search.ask('nothingofthekind');
  await expect(app.page.getByText(searchText.nothing('nothingofthekind'))).toBeVisible();
  // Words in quotation marks are not put into a second pair.
  await search.ask('"nothingofthekind here"');
  await expect(app.page.getByText('Nothing found for “nothingofthekind here”', { exact: true })).toBeVisible();
  await search.ask('quillon');
  await expect(search.of(NAME)).toHaveCount(1);
  await search.ask('"in hand"');
  await expect(search.marks()).toHaveText(['in hand']);
  await app.page.keyboard.press('ArrowDown');
  await expect(search.hits().getByRole('button').first()).toBeFocused();
  await app.page.keyboard.press('ArrowUp');
  await expect(search.box()).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(note.textField(FIELD).getByText('marmalade in hand')).toBeInViewport();
  // It stays there once every section near it has found its height.
  await app.page.evaluate(() => new Promise<void>((done) => {
    let frames = 0;
    const next = (): void => { frames += 1; if (frames < 150) requestAnimationFrame(next); else done(); };
    next();
  }));
  await expect(note.textField(FIELD).getByText('marmalade in hand')).toBeInViewport();

  await test.step('back to the search: its words, its filters and the hit', async () => {
    await expect(note.wayBack()).toHaveText(searchText.back);
    await note.wayBack().press('Enter');
    await expect(search.box()).toHaveValue('"in hand"');
    await expect(search.hits().getByRole('button')).toBeFocused();
    await choose(app.page, app.page.getByRole('combobox', { name: searchText.kinds, exact: true }), searchText.kindLabels.note);
    await choose(app.page, app.page.getByRole('combobox', { name: searchText.client, exact: true }), NAME);
    await typeDate(app.page.getByLabel(searchText.from, { exact: true }), dayFromToday(-1));
    await search.ask('kingfisher-over-lantern marmalade');
    await expect(app.page.getByText(searchText.nothing('kingfisher-over-lantern marmalade'))).toBeVisible();
    await search.ask('harbour');
    await expect(search.of(NAME)).toHaveCount(1);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect(note.textField(FIELD).getByText('harbour')).toBeInViewport();
    // From the note to a tab of the client, and on to the note from there: the way back to the search goes along.
    await app.page.keyboard.press('ControlOrMeta+2');
    await expect(frame.tab('notes')).toHaveAttribute('aria-selected', 'true');
    await note.openFirst();
    await expect(note.wayBack()).toHaveText(wayBackText.tabs.notes);
    await new PalettePage(app.page).take('leave note', commandsText.labels.closeNote);
    await expect(frame.tab('notes')).toHaveAttribute('aria-selected', 'true');
    await note.wayBack(searchText.back).press('Enter');
    await expect(search.box()).toHaveValue('harbour');
    await expect(app.page.getByRole('combobox', { name: searchText.kinds, exact: true })).toContainText(searchText.kindLabels.note);
    await expect(app.page.getByRole('combobox', { name: searchText.client, exact: true })).toContainText(NAME);
    await expect(app.page.getByLabel(searchText.from, { exact: true })).toHaveValue(dayFromToday(-1));
    await expect(search.hits().getByRole('button')).toBeFocused();
    // The key of the search puts the caret into the box, and what is typed then takes the place of the words.
    await search.open();
    await app.page.keyboard.type('marmalade');
    await expect(search.box()).toHaveValue('marmalade');
    await expect(search.of(NAME)).toHaveCount(1);
    await search.hits().getByRole('button').press('Enter');
    await expect(note.wayBack()).toHaveText(searchText.back);
  });

  await lock(app);
  await app.page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(search.box()).toHaveCount(0);
  await unlock(app);
  await search.open();
  await expect(search.box()).toBeFocused();
  await expect(search.box()).toHaveValue('');
  await app.page.keyboard.type('marmalade');
  await expect(search.of(NAME)).toHaveCount(1);
});
