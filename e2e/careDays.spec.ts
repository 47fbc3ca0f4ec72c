// Days that care cannot have are said in the dialog that asks for them, and nothing breaks meanwhile.
import { MOST_YEARS_AHEAD } from '../shared/continuum/careDays.ts';
import { episodeText } from '../shared/text/en/episode.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { errorSentence } from '../shared/text/errorSentence.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { typeDate } from './pages/typing.ts';

const t = episodeText.starting;

test('an episode cannot begin far ahead or before the client was born; the dialog says so and keeps its words', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  await new FramePage(page).openTab('record');
  await page.getByRole('button', { name: episodeText.start, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.title });
  const first = dialog.getByLabel(t.date, { exact: true });
  const preview = dialog.getByRole('table', { name: t.preview });
  await dialog.getByRole('textbox', { name: t.program }).fill('Northgate');
  await expect(preview).toBeVisible();
  await typeDate(first, '2199-06-01');
  await expect(dialog.getByText(errorSentence('DATE_ORDER', { why: 'farAhead', years: MOST_YEARS_AHEAD })).first()).toBeVisible();
  await expect(preview).toHaveCount(0);
  await expect(page.getByText(frameText.roomBroken.title)).toHaveCount(0);
  await dialog.getByRole('button', { name: t.submit }).click();
  await expect(dialog).toBeVisible();
  await typeDate(first, '1987-03-13');
  await dialog.getByRole('button', { name: t.submit }).click();
  await expect(dialog.getByText(/before the client was born/).first()).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: t.program })).toHaveValue('Northgate');
  await typeDate(first, '2026-01-05');
  await expect(preview).toBeVisible();
  await dialog.getByRole('button', { name: t.submit }).click();
  await expect(dialog).toHaveCount(0);
});
