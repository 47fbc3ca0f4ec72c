// Locking and unlocking: the ways in, the ways out, and what a locked window still holds.
import { firstRunText as t } from '../shared/text/en/firstRun.ts';
import { wayBackText } from '../shared/text/en/frame.ts';
import { searchText } from '../shared/text/en/search.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, PASSPHRASE, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { SearchPage } from './pages/search.ts';
import { type as typeInto } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

const NAME = 'Zephyrinequill Mora';

test('locks by button, keys, sleep and screen lock, and shows nothing of any client then', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const ways: (() => Promise<void>)[] = [
    () => new FramePage(app.page).lockByButton(),
    () => app.page.keyboard.press('ControlOrMeta+l'),
    () => app.triggerPower('suspend'),
    () => app.triggerPower('lock-screen'),
  ];
  for (const lockIt of ways) {
    await app.page.evaluate(() => { Object.assign(window, { before: true }); });
    await lockIt();
    await new UnlockPage(app.page).heading().waitFor();
    // The box for the passphrase comes with the fresh page: in the page before, what is typed would go with it.
    expect(await app.page.evaluate(() => 'before' in window)).toBe(false);
    expect(await app.page.content()).not.toContain('Zephyrinequill');
    await new UnlockPage(app.page).unlock(PASSPHRASE);
    // Where one was before, and nowhere else.
    await expect(new FramePage(app.page).strip()).toContainText(NAME);
    await expect(new FramePage(app.page).tab('record')).toHaveAttribute('aria-selected', 'true');
  }

  const note = new NotePage(app.page);
  const search = new SearchPage(app.page);
  const lockAndUnlock = async (): Promise<void> => {
    await app.page.keyboard.press('ControlOrMeta+l');
    await new UnlockPage(app.page).unlock(PASSPHRASE);
  };
  await test.step('a note opens again; what led to it does not', async () => {
    await new FramePage(app.page).openTab('notes');
    await note.begin('Narrative note');
    await note.write('Session', 'She walked by the harbour.');
    await expect(note.saved()).toBeVisible();
    await search.open();
    await app.page.keyboard.type('harbour');
    await expect(search.hits()).toHaveCount(1);
    await search.hits().getByRole('button').press('Enter');
    await expect(note.wayBack()).toHaveText(searchText.back);
    await lockAndUnlock();
    await expect(note.textField('Session')).toContainText('harbour');
    await expect(note.wayBack()).toHaveText(wayBackText.tabs.notes);
  });

  await test.step('a search is there again, without its words', async () => {
    await search.open();
    await app.page.keyboard.type('harbour');
    await expect(search.hits()).toHaveCount(1);
    await lockAndUnlock();
    await expect(search.box()).toHaveValue('');
    await expect(app.page.getByText('harbour')).toHaveCount(0);
  });
});

test('a wrong passphrase gives one neutral sentence, a growing wait, and no way to wipe', async ({ app }) => {
  await firstRun(app);
  await lock(app);
  const page = new UnlockPage(app.page);
  await page.unlock('not the right passphrase');
  await expect(page.secret()).toHaveAttribute('aria-invalid', 'true');
  await expect(app.page.getByRole('button', { name: /delete|reset|start over/i })).toHaveCount(0);
  await expect(app.page.getByRole('button', { name: t.unlock.unlock, exact: true })).toBeEnabled();
  await page.unlock('not this one either');
  // It stands there for two seconds only.
  await app.page.getByRole('timer').waitFor();
  // Starting again does not shorten the wait.
  await app.quit();
  await app.restart();
  await expect(app.page.getByRole('button', { name: t.unlock.unlock, exact: true })).toBeEnabled();
  await unlock(app);
});

test('the recovery code opens the vault and asks for a new passphrase', async ({ app }) => {
  const code = await firstRun(app);
  await lock(app);
  const page = new UnlockPage(app.page);
  await page.unlockWithCode(code);
  await page.setNewPassphrase('winter lamp otter seven canal');
  await new FramePage(app.page).caseloadHeading().waitFor();
  await lock(app);
  await page.unlock(PASSPHRASE);
  await expect(page.secret()).toHaveAttribute('aria-invalid', 'true');
  await unlock(app, 'winter lamp otter seven canal');
});

test('locks by itself after the set minutes without a key or the mouse', async ({ app }) => {
  // The minute itself has to pass, and the first run comes before it.
  test.slow();
  await firstRun(app);
  await new FramePage(app.page).openSettings();
  await typeInto(app.page.getByLabel(settingsText.window.idle, { exact: true }), '1');
  await app.page.getByRole('region', { name: settingsText.window.title }).getByRole('button', { name: settingsText.save, exact: true }).click();
  await expect(app.page.getByText(settingsText.saved, { exact: true }).first()).toBeVisible();
  await new UnlockPage(app.page).heading().waitFor({ timeout: 240_000 });
});

test('the data is there after an ordinary end and a new start', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  await app.quit();
  await app.restart();
  await new UnlockPage(app.page).unlock(PASSPHRASE);
  // Another run of the app knows nothing of the place.
  await new FramePage(app.page).caseloadHeading().waitFor();
  await expect(app.page.getByRole('button', { name: NAME, exact: true })).toBeVisible();
});
