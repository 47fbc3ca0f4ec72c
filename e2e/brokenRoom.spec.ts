// A page that fails is told of in its place; the rail, the lock and every other page stay usable. The page is torn from
// outside, as an extension or a translator of the browser would tear it: React fails when it next draws that part.
import { clientsText } from '../shared/text/en/clients.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { breaches } from './breaches.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';

const NAME = 'Zephyrinequill Mora';
const OTHER = 'Quillonbarrow';

test('a page that fails says so and leaves the rail usable', async ({ app }) => {
  await firstRun(app);
  for (const preferredName of [NAME, OTHER]) await addClient(app, { preferredName, dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const told = page.getByRole('alert').filter({ hasText: frameText.roomBroken.title });
  const row = page.getByRole('row', { name: new RegExp(NAME) });
  const tear = async (): Promise<void> => {
    await row.waitFor();
    await row.evaluate((element) => { element.remove(); });
    // The list has to be drawn with the other client alone, and the row that should go is not there any more.
    await page.getByRole('searchbox', { name: clientsText.caseload.filter }).fill(OTHER);
    await expect(told).toContainText(frameText.roomBroken.text);
  };

  await frame.openCaseload();
  await tear();
  expect(await breaches(page)).toEqual([]);
  for (const width of [1366, 683]) {
    await page.setViewportSize({ width, height: width === 683 ? 384 : 768 });
    await expect(told.getByRole('button', { name: frameText.tryAgain })).toBeInViewport({ ratio: 1 });
    if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/broken-${String(width)}.png` });
  }
  await page.setViewportSize({ width: 1366, height: 768 });

  await test.step('it can be tried again', async () => {
    await told.getByRole('button', { name: frameText.tryAgain }).click();
    await expect(told).toHaveCount(0);
    await expect(row).toBeVisible();
  });

  await test.step('another page opens, and the one that failed opens again from the rail', async () => {
    await tear();
    await frame.openSettings();
    await expect(page.getByRole('heading', { name: settingsText.title, exact: true })).toBeVisible();
    await expect(told).toHaveCount(0);
    await frame.openCaseload();
    await expect(row).toBeVisible();
  });

  await test.step('the vault locks from there', async () => {
    await tear();
    await lock(app);
    await unlock(app);
    await expect(row).toBeVisible();
  });
});
