// Counseling notes in the built app: set up, written, closed, opened again, after a restart too, and found nowhere else.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { clientsText } from '../shared/text/en/clients.ts';
import { counsellingText as c } from '../shared/text/en/counselling.ts';
import { firstRunText } from '../shared/text/en/firstRun.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { searchText } from '../shared/text/en/search.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { SearchPage } from './pages/search.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NEXT = 'quiet copper kettles argue at noon';
const NAME = 'Zephyrinequill Mora';
const CANARY = 'kingfisher-over-lantern';

async function looksRight(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`counselling-${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}

test('counseling notes have a passphrase of their own, save themselves, and are in no search', async ({ app }) => {
  // Nine openings by passphrase or code, each slow by design, and every screen held against the rules twice.
  test.slow();
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const room = async () => {
    await new FramePage(app.page).openTab('notes');
    await app.page.getByRole('button', { name: c.entry }).click();
    await app.page.getByRole('heading', { name: c.title }).waitFor();
  };
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const secret = () => app.page.getByLabel(c.open.passphrase, { exact: true });
  const sheet = () => app.page.getByLabel(c.note.label, { exact: true });
  const rows = () => app.page.getByRole('table', { name: c.list.label }).getByRole('button', { name: /^Remove/ });

  await test.step('set up: what is lost without the passphrase is said first; the code is typed back', async () => {
    await room();
    await expect(app.page.getByText(c.setUp.loss)).toBeVisible();
    await looksRight(app.page, 'setUp');
    await app.page.getByLabel(c.setUp.passphrase, { exact: true }).fill(OWN);
    await app.page.getByLabel(c.setUp.again, { exact: true }).fill(OWN);
    await button(c.setUp.submit).click();
    const dialog = app.page.getByRole('dialog', { name: c.code.dialogTitle });
    const code = await dialog.getByRole('group', { name: firstRunText.code.codeLabel }).innerText();
    await looksRight(app.page, 'code');
    await dialog.getByLabel(settingsText.code.typed).fill(code);
    await dialog.getByRole('button', { name: settingsText.code.finish }).click();
    await expect(app.page.getByText(c.list.none)).toBeVisible();
  });

  await test.step('written and saved by itself; closing leaves a count', async () => {
    await button(c.list.add).click();
    await sheet().pressSequentially(`Thinking of the ${CANARY} again.`);
    await expect(app.page.getByText(/^Saved \d/)).toBeVisible();
    await looksRight(app.page, 'note');
    await sheet().pressSequentially(' And so on.');
    await button(c.list.close).click();
    await expect(app.page.getByText(c.open.count(1))).toBeVisible();
    await expect(app.page.getByText(CANARY)).toHaveCount(0);
  });

  await test.step('a wrong passphrase waits; the right one opens what was typed last', async () => {
    await secret().fill('not the words of these notes');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText('That did not open the counseling notes.')).toBeVisible();
    await looksRight(app.page, 'wrong');
    await expect(app.page.getByRole('button', { name: c.open.submit, exact: true, disabled: false })).toBeVisible();
    await secret().fill(OWN);
    await app.page.keyboard.press('Enter');
    await expect(rows()).toHaveCount(1);
    await looksRight(app.page, 'list');
    await app.page.getByRole('table', { name: c.list.label }).getByRole('button').first().click();
    await expect(sheet()).toHaveValue(`Thinking of the ${CANARY} again. And so on.`);
  });

  await test.step('locking saves what is being typed, and a restart keeps it', async () => {
    await sheet().press('ControlOrMeta+End');
    await app.page.keyboard.type(' To the end.');
    await new FramePage(app.page).lockByButton();
    await app.restart();
    await unlock(app);
    await new FramePage(app.page).openClient(NAME);
    await room();
    await expect(app.page.getByText(c.open.count(1))).toBeVisible();
    await secret().fill(OWN);
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('table', { name: c.list.label }).getByRole('button').first().click();
    await expect(sheet()).toHaveValue(/And so on\. To the end\.$/);
    await expect(app.page.getByText(frameText.status.saving, { exact: true })).toHaveCount(0);
    await button(c.note.all).click();
  });

  await test.step('the search and the list of notes know nothing of it, while they are open too', async () => {
    const search = new SearchPage(app.page);
    await search.open();
    await search.ask('kingfisher');
    await expect(app.page.getByText(searchText.nothing('kingfisher'))).toBeVisible();
    await new FramePage(app.page).openCaseload();
    await new FramePage(app.page).openClient(NAME);
    await new FramePage(app.page).openTab('notes');
    await expect(app.page.getByText(clientsText.notes.emptyTitle)).toBeVisible();
  });

  await test.step('a new code for the passphrase; the code opens them and sets another passphrase', async () => {
    await app.page.getByRole('button', { name: c.entry }).click();
    await button(c.list.newCode).click();
    const dialog = app.page.getByRole('dialog', { name: c.code.dialogTitle });
    await dialog.getByLabel(c.open.passphrase, { exact: true }).fill(OWN);
    await app.page.keyboard.press('Enter');
    const code = await dialog.getByRole('group', { name: firstRunText.code.codeLabel }).innerText();
    await dialog.getByLabel(settingsText.code.typed).fill(code);
    await dialog.getByRole('button', { name: settingsText.code.finish }).click();
    await expect(app.page.getByText(c.list.codeDone)).toBeVisible();
    await button(c.list.close).click();
    await button(c.open.useCode).click();
    await app.page.getByLabel(c.open.code, { exact: true }).fill(code);
    for (const words of [PASSPHRASE, NEXT]) {
      await app.page.getByLabel(c.open.next, { exact: true }).fill(words);
      await app.page.getByLabel(c.setUp.again, { exact: true }).fill(words);
      await app.page.keyboard.press('Enter');
      if (words === NEXT) continue;
      await expect(app.page.getByText('This is the passphrase of the vault.')).toBeVisible();
      await looksRight(app.page, 'withCode');
    }
    await expect(rows()).toHaveCount(1);
    await button(c.list.change).click();
    const change = app.page.getByRole('dialog', { name: c.change.title });
    await change.getByLabel(c.change.current, { exact: true }).fill(NEXT);
    await change.getByLabel(c.change.next, { exact: true }).fill(OWN);
    await change.getByLabel(c.change.again, { exact: true }).fill(OWN);
    await looksRight(app.page, 'change');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText(c.list.passphraseDone)).toBeVisible();
    await button(c.back).click();
  });

  await test.step('removed with a question', async () => {
    await app.page.getByRole('button', { name: c.entry }).click();
    await rows().click();
    await app.page.getByRole('alertdialog').getByRole('button', { name: c.list.removeConfirm }).click();
    await expect(app.page.getByText(c.list.none)).toBeVisible();
    await app.page.setViewportSize({ width: 1024, height: 700 });
    await looksRight(app.page, 'small');
  });
});
