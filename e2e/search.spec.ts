// Search by keyboard alone: what was just written is found, in its words, opened at its place, and not after the lock.
import AxeBuilder from '@axe-core/playwright';
import { searchText } from '../shared/text/en/search.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { SearchPage } from './pages/search.ts';

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

  await lock(app);
  await app.page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(search.box()).toHaveCount(0);
  await unlock(app);
  await search.open();
  await expect(search.box()).toBeFocused();
  await app.page.keyboard.type('marmalade');
  await expect(search.of(NAME)).toHaveCount(1);
});
