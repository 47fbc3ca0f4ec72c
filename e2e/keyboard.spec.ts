// A CBT session from the locked window to the signature, by keyboard alone: no click, no pointer, no focus set by the test.
import type { Locator, Page } from 'playwright-core';
import { commandsText } from '../shared/text/en/commands.ts';
import { notesText as t } from '../shared/text/en/notes.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { PalettePage } from './pages/palette.ts';
import { PlanPage } from './pages/plan.ts';
import { UnlockPage } from './pages/unlock.ts';

const NAME = 'Zephyrinequill Mora';
const MOST_STOPS = 60;

/** Seen in the next frame: at the ends of a dialog the keyboard comes round a frame later. */
const isFocused = (place: Locator): Promise<boolean> => place.evaluate((element) => new Promise<boolean>((done) => { requestAnimationFrame(() => { done(element === document.activeElement); }); }));

/** Goes there as a person does, stop by stop; fails where no stop leads there. */
async function tabTo(page: Page, place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await isFocused(place)) return;
    await page.keyboard.press(key);
  }
  await expect(place).toBeFocused();
}

/** A plan in force, so that the note has an objective to link; written with the mouse, before the test's own part. */
async function writePlan(page: Page): Promise<void> {
  const plan = new PlanPage(page);
  await new FramePage(page).openTab('plan');
  await plan.start();
  const words = {
    ownWords: 'I want my evenings back', nextReview: '2027-02-01', problem: 'Evenings alone', goal: 'Evenings without use', objective: 'Walk on four evenings a week',
    metric: 'Evenings', baseline: 1, target: 4, unit: 'evenings', targetDate: '2027-01-15', intervention: 'Plan the week together', responsible: 'Counselor', strengths: ['Honest'],
  };
  await plan.fillBasics(words);
  await plan.fillProblem(words);
  await plan.saved().waitFor();
  await plan.activate();
}

/** From here on every use of a pointer is counted. */
async function watchPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const world = globalThis as typeof globalThis & { pointerUses?: number };
    world.pointerUses = 0;
    for (const kind of ['pointerdown', 'mousedown', 'pointermove']) addEventListener(kind, () => { world.pointerUses = (world.pointerUses ?? 0) + 1; }, { capture: true });
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { pointerUses?: number }).pointerUses ?? -1);
}

test('a CBT session is written, linked to the plan and signed without a mouse', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const { keyboard } = page;
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  await writePlan(page);
  const palette = new PalettePage(page);
  const note = new NotePage(page);
  const group = (name: string) => page.getByRole('radiogroup', { name });
  const checked = (name: string) => group(name).getByRole('radio', { checked: true });
  const section = (title: string) => palette.take(`section ${title}`, commandsText.palette.goToSection(title));

  await keyboard.press('ControlOrMeta+l');
  await new UnlockPage(page).heading().waitFor();
  const pointerUses = await watchPointer(page);

  await test.step('unlock, go to the client, start the note', async () => {
    await tabTo(page, new UnlockPage(page).secret());
    await keyboard.type(PASSPHRASE);
    await new UnlockPage(page).waitForTurn();
    await keyboard.press('Enter');
    // Where one was before the lock.
    await expect(new FramePage(page).tab('plan')).toHaveAttribute('aria-selected', 'true');
    await palette.take('caseload', commandsText.labels.caseload);
    await palette.take('zeph', NAME);
    await expect(new FramePage(page).strip()).toContainText(NAME);
    await palette.take('new cbt', commandsText.palette.newNote('CBT session'));
    await note.paper().waitFor();
  });

  await test.step('fields: scales by number, words by their first letter, text, numbers', async () => {
    // Out of the first field there is a way back, and in again.
    await expect(group('Mood').getByRole('radio').first()).toBeFocused();
    await tabTo(page, page.getByRole('toolbar').getByRole('button').first(), 'Shift+Tab');
    await tabTo(page, group('Mood').getByRole('radio').first());
    await keyboard.type('7');
    await expect(checked('Mood')).toHaveText('7');
    await keyboard.press('Tab');
    await keyboard.type('10');
    await expect(checked('Craving now')).toHaveText('10');
    await keyboard.press('Tab');
    await keyboard.type('6');
    await keyboard.press('ArrowRight');
    await expect(checked('Strongest craving since last time')).toHaveText('7');
    await keyboard.press('Tab');
    await keyboard.type('2');
    await keyboard.press('Tab');
    await keyboard.type('beer, at home');
    await keyboard.press('Tab');
    await keyboard.press('s');
    await expect(checked('Medication taken as prescribed')).toHaveText('Some days missed');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Tab');
    // A long list opens as a box that has its own typing ahead.
    await keyboard.press('Tab');
    await keyboard.type('Neg');
    await keyboard.press('Tab');
    await keyboard.type('6.5');
    await keyboard.press('Tab');
    await keyboard.type('It was a long week.');
    await expect.poll(() => note.readText('In the client')).toBe('It was a long week.');
  });

  await test.step('a table, cell by cell, with a second row', async () => {
    await keyboard.press('Tab');
    await keyboard.type('The evening of the funeral');
    await keyboard.press('Tab');
    await keyboard.type('Cl');
    await keyboard.press('Enter');
    const cells = page.getByRole('textbox', { name: /^Item, item/ });
    await expect(cells.first()).toHaveValue('The evening of the funeral');
    await expect(page.getByRole('combobox', { name: /^From, item/ }).first()).toHaveValue('client');
    await expect(cells).toHaveCount(2);
    await keyboard.type('Sleep');
    await expect(cells.nth(1)).toHaveValue('Sleep');
  });

  await test.step('what signing needs', async () => {
    await section('Session content');
    await keyboard.type('Walks instead of the bar');
    await section('Interventions');
    await keyboard.press('Space');
    await expect(page.getByRole('group', { name: /^Interventions/ }).getByRole('checkbox', { checked: true })).toHaveCount(1);
    await keyboard.press('Tab');
    await keyboard.type('Looked at the evening step by step');
    for (const [title, words] of [['Client response', 'Spoke freely'], ['Progress', 'Two evenings more'], ['Next steps', 'Walk on Monday']] as const) {
      await section(title);
      await keyboard.type(words);
    }
    await section(t.risk.title);
    for (let question = 0; question < Object.keys(t.risk.kinds).length; question += 1) {
      await keyboard.press('ArrowRight');
      await keyboard.press('Tab');
    }
    await expect(page.getByRole('radio', { name: t.risk.levels.not_asked, exact: true, checked: true })).toHaveCount(0);
  });

  await test.step('times in the header', async () => {
    await section(t.header.title);
    await tabTo(page, page.getByLabel(t.header.start, { exact: true }));
    await keyboard.type('0200PM');
    await tabTo(page, page.getByLabel(t.header.end, { exact: true }));
    await keyboard.type('0250PM');
    await expect(page.getByText(t.header.minutes(50)).first()).toBeVisible();
  });

  await test.step('an objective of the plan, with its progress', async () => {
    await section('Next steps');
    const objective = page.getByRole('checkbox', { name: /Walk on four evenings/ });
    await tabTo(page, objective);
    await keyboard.press('Space');
    await expect(objective).toBeChecked();
    // And back into the text, and out again: nothing holds the keyboard.
    await tabTo(page, note.paper(), 'Shift+Tab');
    await tabTo(page, objective);
    await keyboard.press('Tab');
    await keyboard.press('ArrowRight');
    await expect(group(t.links.rating).getByRole('radio', { checked: true })).toHaveText(t.links.shorts['1']);
  });

  await test.step('sign by its key, with the passphrase', async () => {
    await keyboard.press('ControlOrMeta+Enter');
    const dialog = page.getByRole('dialog', { name: t.sign.title });
    await dialog.waitFor();
    await tabTo(page, dialog.getByLabel(t.sign.passphrase, { exact: true }));
    await keyboard.type(PASSPHRASE);
    await keyboard.press('Enter');
    await expect(page.getByText('Signed by Dana Reyes, LPC, CADC II')).toBeVisible();
    const reading = page.locator('article.reading').first();
    for (const words of ['It was a long week.', 'The evening of the funeral', 'Some days missed', 'Negative', 'Walks instead of the bar', `1.a: ${t.links.rated('1')}`]) await expect(reading).toContainText(words);
  });

  expect(await pointerUses()).toBe(0);
});
