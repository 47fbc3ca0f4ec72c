// A low or zoomed window gives up the reminders beside the client's name, never a warning of danger.
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { ruleText } from '../shared/text/en/rules.ts';
import { breaches } from './breaches.ts';
import { callIn } from './bridge.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';

const CLIENT = { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' };
/** Half-height, and the ordinary window at twice and at four times its size. */
const LOW = [{ width: 1366, height: 500 }, { width: 683, height: 384 }, { width: 342, height: 256 }];

test('a warning of danger stands whole in a low or zoomed window', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const { page } = app;
  const call = callIn(page);
  const [row] = await call('clients:list', { status: 'active' });
  const clientId = row?.clientId as never;
  const phq = instrumentById('PHQ-9');
  await call('measures:record', { clientId, instrumentId: 'PHQ-9', mode: 'interview', date: dayFromToday(0) as never, time: null, answers: Object.fromEntries(phq.items.map(({ id }) => [id, 2])), note: '' });
  const frame = new FramePage(page);
  // The window does not know yet what was written past its screens.
  await frame.openCaseload();
  await test.step('nor does the caseload cut it, also where the column is narrow', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const inRow = page.getByRole('row', { name: new RegExp(CLIENT.preferredName) }).getByText(ruleText.suicide);
    await expect(inRow).toBeVisible();
    expect(await inRow.evaluate((words) => words.scrollWidth <= words.clientWidth && words.scrollHeight <= words.clientHeight && getComputedStyle(words).webkitLineClamp === 'none')).toBe(true);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
  await frame.openClient(CLIENT.preferredName);
  const danger = frame.strip().getByText(ruleText.suicide);
  const reminder = frame.strip().locator('.alert-mark:not(.alert-mark--alert)');
  await expect(danger).toBeVisible();
  await expect(reminder).toHaveCount(1);
  await expect(reminder).toBeVisible();

  await test.step('what is said about the client begins where the name begins', async () => {
    const [name, mark] = [await frame.strip().getByRole('heading').boundingBox(), await frame.strip().locator('.alert-mark').first().boundingBox()];
    expect(mark?.x).toBe(name?.x);
  });

  for (const size of LOW) {
    await test.step(`${String(size.width)} by ${String(size.height)}`, async () => {
      await page.setViewportSize(size);
      await expect(reminder).toBeHidden();
      await expect(danger).toBeInViewport({ ratio: 1 });
      // All of its words, not a line that ends in dots.
      await expect.poll(() => danger.evaluate((words) => words.scrollWidth <= words.clientWidth && words.scrollHeight <= words.clientHeight)).toBe(true);
      // And something of the page itself is left under it.
      await expect.poll(async () => (await page.getByRole('tabpanel').boundingBox())?.height ?? 0).toBeGreaterThan(48);
      if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/low-${String(size.width)}.png` });
      expect(await breaches(page)).toEqual([]);
    });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(reminder).toBeVisible();
});
