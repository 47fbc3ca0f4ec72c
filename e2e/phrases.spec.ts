// Smart phrases in the built app: made in the settings, put in by name, filled in from blank to blank.
import AxeBuilder from '@axe-core/playwright';
import { notesText } from '../shared/text/en/notes.ts';
import { phrasesText as p } from '../shared/text/en/phrases.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { pressAndType } from './pages/typing.ts';

test('a phrase is made, put in with Tab, filled in blank by blank, taken back, and a circle is refused', async ({ app }) => {
  await firstRun(app);
  const { page } = app;
  const frame = new FramePage(page);

  await test.step('phrases are kept in the settings', async () => {
    await page.getByRole('button', { name: settingsText.title, exact: true }).click();
    await page.getByRole('button', { name: p.addExamples }).click();
    await expect(page.getByRole('list', { name: p.list }).getByRole('listitem')).toHaveCount(3);
    await page.getByRole('button', { name: p.add, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: p.formAdd });
    await dialog.getByLabel(p.name, { exact: true }).fill('loop');
    await dialog.getByLabel(p.text, { exact: true }).fill('Again {{.loop}}');
    await dialog.getByRole('button', { name: p.save }).click();
    await expect(dialog.getByText('calls itself').first()).toBeVisible();
    await dialog.getByLabel(p.text, { exact: true }).fill('First line.\nSecond [[ ]] line. {{.next');
    // Typed on while it is being saved: it stays to be saved once more, as the same phrase.
    await pressAndType(dialog.getByLabel(p.text, { exact: true }), dialog.getByRole('button', { name: p.save }), '}}');
    await expect(page.getByRole('list', { name: p.list, includeHidden: true }).getByRole('listitem', { includeHidden: true })).toHaveCount(4);
    await expect(dialog.getByText(p.blanks(4))).toBeVisible();
    await dialog.getByRole('button', { name: p.save }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect(page.getByRole('list', { name: p.list }).getByRole('listitem')).toHaveCount(4);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });

  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await frame.openTab('notes');
  const note = new NotePage(page);
  await note.begin('Narrative note');

  await test.step('a dot and a name become the text; Tab goes from blank to blank', async () => {
    await note.enterText('Session');
    await page.keyboard.type('Today. .op');
    await expect(page.getByRole('listbox', { name: p.menu })).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('on time');
    await page.keyboard.press('Tab');
    await page.keyboard.type('good spirits');
    await expect.poll(() => note.readText('Session')).toBe('Today. Came on time, in good spirits. Since last time: [[what happened]].');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText('Session')).toContain('Came [[on time or late]]');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText('Session')).toMatch(/^Today\. \.op/);
  });

  await test.step('ordinary dots are left alone, arrows choose, a name in full needs no menu', async () => {
    await note.enterTextEnd('Session');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('At 3.5 e.g. then...so .nobody');
    await page.keyboard.press('Enter');
    await page.keyboard.type('.loop');
    await page.keyboard.press('Tab');
    await expect.poll(() => note.readText('Session')).toContain('At 3.5 e.g. then...so .nobody\nFirst line.\nSecond [[ ]] line. Next session on [[day and time]].');
    await page.keyboard.type('short');
    await expect.poll(() => note.readText('Session')).toContain('Second short line.');
  });

  await test.step('a name that no phrase has is told once where it was typed; a second Tab goes on', async () => {
    await note.enterTextEnd('Session');
    await page.keyboard.type(' .nobody');
    await page.keyboard.press('Tab');
    await expect(page.getByText(p.unknown('nobody'))).toBeVisible();
    await page.keyboard.type('s');
    await expect.poll(() => note.readText('Session')).toContain('.nobodys');
    await page.keyboard.press('Tab');
    await expect(page.getByText(p.unknown('nobodys'))).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('elsewhere');
    await expect.poll(() => note.readText('Session')).not.toContain('elsewhere');
    // A figure is no name, and is left at once.
    await note.enterTextEnd('Session');
    await page.keyboard.type(' .5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('elsewhere');
    await expect.poll(() => note.readText('Session')).not.toContain('elsewhere');
    await expect(page.getByText(p.unknown('5'))).toHaveCount(0);
  });

  await test.step('what is left empty is told before signing', async () => {
    await expect(page.getByRole('button', { name: p.openBlanks('Session', ['day and time', 'step', 'step']) })).toBeVisible();
  });

  await test.step('in the boxes of short text and of a table it is the same', async () => {
    await note.back();
    await note.begin('CBT session');
    const short = page.getByRole('textbox', { name: 'Substances', exact: true });
    await short.click();
    await page.keyboard.type('At 3.5 .op');
    await expect(page.getByRole('listbox', { name: p.menu })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('listbox', { name: p.menu })).toHaveCount(0);
    await page.keyboard.type('late');
    await page.keyboard.press('Tab');
    await page.keyboard.type('low');
    await expect(short).toHaveValue('At 3.5 Came late, in low. Since last time: [[what happened]].');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(short).toHaveValue('At 3.5 Came [[on time or late]], in [[mood in their own words]]. Since last time: [[what happened]].');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(short).toHaveValue('At 3.5 .op');
    const cell = page.getByRole('group', { name: 'Agenda' }).getByRole('textbox').first();
    await cell.click();
    await page.keyboard.type('.next');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Friday');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(cell).toHaveValue('Next session on Friday. Until then the client will [[step]]; I will [[step]].');
    await expect(cell).toBeFocused();
    // What does not fit is not put in, and the words stay as they were.
    await cell.fill(`${'x'.repeat(3990)} .next`);
    await page.keyboard.press('Tab');
    await expect(page.getByText(p.notPut)).toBeVisible();
    await expect(cell).toHaveValue(`${'x'.repeat(3990)} .next`);
    await cell.fill('[[who was there]]');
    await expect(page.getByRole('button', { name: p.openBlanks('Agenda', ['who was there']) })).toBeVisible();
    // No check stands at its section while the blank is open.
    await expect(page.getByRole('button', { name: `Agenda, ${notesText.sections.partly}` })).toBeVisible();
    await cell.fill('Ana');
    // The box "From" of the line is still open.
    await expect(page.getByRole('button', { name: `Agenda, ${notesText.sections.begun}` })).toBeVisible();
  });
});
