// Keys pressed faster than the window draws, as on a machine that does much else: each goes where the person looks, and
// none into the note or the answer that stands behind. The frames are held back, so nothing here depends on a clock.
import type { Page } from 'playwright-core';
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { planText } from '../shared/text/en/plan.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, newNote } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';
import { PalettePage } from './pages/palette.ts';
import { PlanPage } from './pages/plan.ts';

/** Does `act` while nothing that waits for the next frame is done; it is done afterwards. */
async function betweenFrames(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const held = new Map<number, FrameRequestCallback>();
    const [ask, drop] = [window.requestAnimationFrame, window.cancelAnimationFrame];
    let last = 1_000_000;
    window.requestAnimationFrame = (run) => { last += 1; held.set(last, run); return last; };
    window.cancelAnimationFrame = (id) => { held.delete(id); drop.call(window, id); };
    Object.assign(window, { letGo: () => {
      Object.assign(window, { requestAnimationFrame: ask, cancelAnimationFrame: drop });
      for (const run of held.values()) ask.call(window, run);
    } });
  });
  await act();
  await page.evaluate(() => { (window as unknown as { letGo: () => void }).letGo(); });
}

test('in a note, no key of a box that opens or closes is written into the text', async ({ app }) => {
  const note = await newNote(app);
  const { page } = app;
  const { keyboard } = page;
  const palette = new PalettePage(page);
  const text = () => note.readText('Main point');
  await note.write('Main point', 'one');

  await test.step('the palette has the keyboard as it opens, and the text has it back as it closes', async () => {
    await betweenFrames(page, async () => {
      await keyboard.press('ControlOrMeta+k');
      await keyboard.type('zzqq');
      await expect(palette.box()).toHaveValue('zzqq');
      await keyboard.press('Escape');
      await keyboard.type(' two');
    });
    await expect.poll(text).toBe('one two');
  });

  await test.step('what is typed as the signing opens stays out of the note', async () => {
    const dialog = page.getByRole('dialog', { name: notesText.sign.title });
    await betweenFrames(page, async () => {
      await keyboard.press('ControlOrMeta+Enter');
      await keyboard.type('secret');
      await expect(dialog).toBeVisible();
      await expect(dialog.locator(':focus')).toHaveCount(1);
    });
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect.poll(text).toBe('one two');
  });

  await test.step('a suggestion is taken by Enter, which is no new line', async () => {
    await note.enterTextEnd('Main point');
    await keyboard.type(', she relapsed');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('note-wording')?.size)).toBe(1);
    await betweenFrames(page, async () => {
      await keyboard.press('ControlOrMeta+.');
      await keyboard.press('Enter');
    });
    await expect.poll(text).toBe('one two, she returned to use');
  });

  await test.step('a new row of a table has the keyboard as it comes', async () => {
    const cell = (row: number) => page.getByRole('textbox', { name: `1 Situation, thought ${String(row)}` });
    await page.getByRole('button', { name: 'Add thought', exact: true }).click();
    await cell(1).click();
    await betweenFrames(page, async () => {
      await keyboard.type('bus');
      await keyboard.press('Enter');
      await keyboard.type('home');
    });
    await expect(cell(1)).toHaveValue('bus');
    await expect(cell(2)).toHaveValue('home');
  });
});

test('in a plan, the words of a new problem are written into it from the first letter on', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  await new FramePage(page).openTab('plan');
  await new PlanPage(page).start();
  await page.getByRole('button', { name: planText.addProblem, exact: true }).focus();
  await betweenFrames(page, async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.type('Evenings alone');
  });
  await expect(page.getByRole('textbox', { name: planText.statement, exact: true })).toHaveValue('Evenings alone');
});

test('number keys answer one question each, however quickly they come', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('measures');
  const measures = new MeasuresPage(app.page);
  await measures.choose('GAD-7');
  await measures.askTogether();
  await measures.beginKeys();
  await betweenFrames(app.page, () => app.page.keyboard.type('1230'));
  for (const [at, item] of instrumentById('GAD-7').items.entries()) {
    const answers = app.page.getByRole('radiogroup', { name: item.text }).getByRole('radio');
    const wanted = [1, 2, 3, 0][at];
    if (wanted === undefined) await expect(answers.and(app.page.getByRole('radio', { checked: true }))).toHaveCount(0);
    else await expect(answers.nth(wanted)).toBeChecked();
  }
});
