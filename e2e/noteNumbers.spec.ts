// Numbers in a note as people write them: understood, or still there as typed after the note is opened
// again, and named before signing. And the keyboard on the way to them.
import { clientsText } from '../shared/text/en/clients.ts';
import { notesText as t } from '../shared/text/en/notes.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

test('what is typed for a number is understood, or kept and named before signing', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin('CBT session');
  const { page } = app;
  const { keyboard } = page;
  const step = (scale: string, value: string) => page.getByRole('radiogroup', { name: scale }).getByRole('radio', { name: value, exact: true });
  const box = (name: string) => page.getByRole('textbox', { name });

  await test.step('a new note is opened at its first field, and the numbers are typed', async () => {
    await expect(step('Mood', '0')).toBeFocused();
    await keyboard.type('9/10');
    await expect(step('Mood', '9')).toBeChecked();
    // One answer of many, none of which is needed for signing: begun, and no tick.
    await expect(page.getByRole('button', { name: `Check-in, ${t.sections.begun}`, exact: true })).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type('2-3');
    await expect(page.getByText(t.field.typed('2-3'))).toBeVisible();
    await keyboard.press('Tab');
    await keyboard.type('13');
    await expect(page.getByText(t.field.typed('13'))).toBeVisible();
    await box('Days used').fill('12/48');
    await box('Sleep').fill('5 h');
  });

  await test.step('a section of which something is missing is not marked as filled', async () => {
    await expect(page.getByRole('button', { name: new RegExp(`^Check-in.*${t.sections.partly}`) })).toBeVisible();
    await expect(page.getByRole('button', { name: /“Craving now”: “2-3” is not a number/ })).toBeVisible();
  });

  await test.step('the list of sections and the toolbar are one tab stop each', async () => {
    await expect(page.getByRole('navigation', { name: t.sections.title }).locator('[tabindex="0"]')).toHaveCount(1);
    await expect(page.getByRole('toolbar', { name: t.toolbar }).locator('[tabindex="0"]')).toHaveCount(1);
    await page.getByRole('navigation', { name: t.sections.title }).getByRole('button').first().focus();
    await keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.note-sections') === null)).toBe(true);
  });

  await test.step('Alt and a number works from the fields above the note', async () => {
    await page.getByLabel(t.header.start, { exact: true }).focus();
    await keyboard.press('Alt+5');
    await expect(page.getByRole('button', { name: 'Add thought' })).toBeFocused();
    await keyboard.press('Enter');
    await box('Belief in thought, thought 1').fill('150');
    await box('Belief in balanced thought, thought 1').fill('80%');
  });

  await test.step('everything is there when the note is opened again', async () => {
    await expect(note.saved()).toBeVisible();
    await note.back();
    // The kind of note is what a person reads the line by, and presses.
    await page.getByRole('table', { name: clientsText.notes.title }).getByRole('button', { name: /^CBT session, / }).click();
    await expect(step('Mood', '9')).toBeChecked();
    await expect(page.getByText(t.field.typed('2-3'))).toBeVisible();
    await expect(page.getByText(t.field.typed('13'))).toBeVisible();
    await expect(box('Days used')).toHaveValue('12/48');
    await expect(box('Sleep')).toHaveValue('5');
    await expect(box('Belief in thought, thought 1')).toHaveValue('150');
    await expect(box('Belief in balanced thought, thought 1')).toHaveValue('80');
  });

  await test.step('it is named before signing', async () => {
    await note.openSigning();
    const dialog = page.getByRole('dialog');
    for (const words of ['“Craving now”: “2-3” is not a number', '“Strongest craving', '“Days used', '“Thought record, thought 1, Belief in thought”: “150”']) await expect(dialog.getByText(words).first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: t.sign.sign, exact: true })).toBeDisabled();
  });
});
