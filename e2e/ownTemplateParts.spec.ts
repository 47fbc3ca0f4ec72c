// The parts of an own template by hand: tables, checklists and scores, where the keyboard goes when one is taken out,
// and a preview that stays at its place. An own template says so wherever one is picked.
import { commandsText } from '../shared/text/en/commands.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { ownTemplatesText as t } from '../shared/text/en/ownTemplates.ts';
import { columnKindLabels, fieldKindLabels, templateRefusalText, templateSentence } from '../shared/text/en/templates.ts';
import { breaches } from './breaches.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { PalettePage } from './pages/palette.ts';
import { choose } from './pages/typing.ts';

const e = t.editor;
const NAME = 'Zephyrinequill Mora';

test('tables, checklists and scores are added by hand; focus and preview stay where they are looked for', async ({ app }) => {
  // A whole template by hand, with four screens held against the rules in both colour schemes.
  test.slow();
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const parts = page.getByRole('region', { name: e.parts });
  const preview = page.getByRole('region', { name: e.preview });
  const button = (name: string) => parts.getByRole('button', { name, exact: true });
  const section = parts.getByRole('list').first().locator(':scope > li').first();
  const add = async (kind: string): Promise<void> => {
    await choose(page, section.getByRole('combobox', { name: e.addFieldKind }), kind);
    await section.getByRole('button', { name: e.addField }).click();
  };

  await test.step('the list: the rail shows where it is, and nothing is in anybody’s way', async () => {
    await frame.openSettings();
    await page.getByRole('button', { name: t.openSettings }).click();
    await expect(page.getByRole('button', { name: t.makeOwnOf('SOAP note') })).toBeVisible();
    await expect(frame.rail().getByRole('button', { name: frameText.settings })).toHaveAttribute('aria-current', 'page');
    await expect(frame.rail().getByRole('button', { name: frameText.caseload })).not.toHaveAttribute('aria-current', 'page');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: t.makeOwnOf('SOAP note') }).click();
    await expect(preview.getByRole('heading', { name: 'S: Subjective' })).toBeVisible();
  });

  await test.step('a table with typed columns; a number of rows that no file may have is not taken', async () => {
    await add(fieldKindLabels.table);
    const table = parts.getByRole('group', { name: e.field(e.newField) });
    await choose(page, table.getByRole('combobox', { name: e.columnKind }), columnKindLabels.choice);
    await table.getByRole('button', { name: e.addColumn }).click();
    await choose(page, table.getByRole('combobox', { name: e.columnKind }), columnKindLabels.percent);
    await table.getByRole('button', { name: e.addColumn }).click();
    await table.getByLabel(e.options, { exact: true }).fill('Went well\nWent badly');
    await table.getByRole('group', { name: e.column(columnKindLabels.choice) }).getByLabel(e.columnLabel, { exact: true }).fill('How it went');
    await page.keyboard.press('Enter');
    await table.getByLabel(e.minRows, { exact: true }).fill('1');
    await page.keyboard.press('Enter');
    const drawn = preview.getByRole('group', { name: e.newField });
    await expect(drawn.getByText('How it went')).toBeAttached();
    await table.getByLabel(e.maxRows, { exact: true }).fill('900');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/This cannot be kept/)).toBeVisible();
    await page.getByRole('button', { name: e.save }).click();
    await expect(page.getByText(e.saved(2))).toHaveCount(0);
    await table.getByLabel(e.maxRows, { exact: true }).fill('3');
    await page.keyboard.press('Enter');
    await table.getByLabel(e.label, { exact: true }).fill('What was tried');
    await page.keyboard.press('Enter');
    await expect(preview.getByRole('group', { name: 'What was tried' })).toBeAttached();
    expect(await breaches(page)).toEqual([]);
  });

  await test.step('the keyboard goes to the neighbour of a column, a field and a section that is taken out', async () => {
    const table = parts.getByRole('group', { name: e.field('What was tried') });
    await table.getByRole('button', { name: e.remove('How it went') }).press('Enter');
    await expect(table.getByRole('button', { name: e.remove(columnKindLabels.percent) })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(table.getByRole('button', { name: e.remove(columnKindLabels.text) })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(templateRefusalText.lastColumn)).toBeVisible();
    await expect(table.getByRole('button', { name: e.remove(columnKindLabels.text) })).toBeFocused();
    await add(fieldKindLabels.date);
    await button(e.remove(e.newField)).press('Enter');
    await expect(button(e.remove('What was tried'))).toBeFocused();
    await button(e.addSection).click();
    await button(e.remove(e.newSection)).press('Enter');
    await expect(parts.locator('[data-remove]:focus')).toHaveAccessibleName(/^Take out (?!New)/);
  });

  await test.step('a checklist with its answers, and the total of a measure', async () => {
    await add(fieldKindLabels.checklist);
    const list = parts.getByRole('group', { name: e.field(e.newField) });
    await list.getByLabel(e.items, { exact: true }).fill('Slept\nAte');
    await list.getByLabel(e.states, { exact: true }).fill('Well\nSome\nNot at all');
    await list.getByLabel(e.label, { exact: true }).fill('Since last time');
    await page.keyboard.press('Enter');
    const drawn = preview.getByRole('group', { name: 'Since last time' });
    await expect(drawn.getByText('Slept')).toBeAttached();
    await expect(drawn.getByText('Not at all').first()).toBeAttached();
    await choose(page, section.getByRole('combobox', { name: e.addFieldKind }), fieldKindLabels.instrumentScore);
    await choose(page, section.getByRole('combobox', { name: e.instrument }), 'GAD-7');
    await section.getByRole('button', { name: e.addField }).click();
    await expect(preview.getByText(e.scoreLabel('GAD-7')).first()).toBeAttached();
    expect(await breaches(page)).toEqual([]);
  });

  await test.step('a number and a scale: named by the next keys, with the range, the unit and the words at their ends', async () => {
    await add(fieldKindLabels.number);
    await page.keyboard.type('Nights at home');
    await page.keyboard.press('Enter');
    const number = parts.getByRole('group', { name: e.field('Nights at home') });
    // Neither end fits the other as it was; both are taken once the boxes are left.
    await number.getByLabel(e.min, { exact: true }).fill('200');
    await page.keyboard.press('Tab');
    await page.keyboard.type('300.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nights');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await number.getByLabel(e.max, { exact: true }).fill('100');
    await page.keyboard.press('Enter');
    await expect(page.getByText(templateRefusalText.rangeEmpty)).toBeVisible();
    await number.getByLabel(e.max, { exact: true }).fill('300.5');
    await page.keyboard.press('Enter');
    await preview.getByRole('textbox', { name: 'Nights at home' }).fill('100');
    await expect(preview.getByText(notesText.field.numberRange(200, 300.5))).toBeVisible();
    await expect(preview.getByText('nights', { exact: true })).toBeVisible();
    // The lowest and the highest number decide what can be taken away; what is typed with too many decimals stays.
    const decimals = number.getByRole('combobox', { name: e.decimals });
    await choose(page, decimals, e.decimalsNames[0]);
    await expect(page.getByText(templateSentence(templateRefusalText.decimals, { at: 'Nights at home' }))).toBeVisible();
    await choose(page, decimals, e.decimalsNames[2]);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await choose(page, decimals, e.decimalsNames[1]);
    const drawnNumber = preview.getByRole('textbox', { name: 'Nights at home' });
    await drawnNumber.fill('250,25');
    await expect(preview.getByText(notesText.field.numberDecimals(1))).toBeVisible();
    await expect(drawnNumber).toHaveValue('250,25');
    await drawnNumber.fill('250,5');
    await expect(preview.getByText(notesText.field.numberDecimals(1))).toHaveCount(0);
    await expect(drawnNumber).toHaveAccessibleDescription('');
    await add(fieldKindLabels.scale);
    await page.keyboard.type('Rest');
    await page.keyboard.press('Enter');
    const scale = parts.getByRole('group', { name: e.field('Rest') });
    await scale.getByLabel(e.low, { exact: true }).fill('worn out');
    await scale.getByLabel(e.high, { exact: true }).fill('well rested');
    await page.keyboard.press('Enter');
    await expect(preview.getByText('well rested')).toBeAttached();
    await expect(preview.getByText('worn out')).toBeAttached();
    expect(await breaches(page)).toEqual([]);
  });

  await test.step('the preview goes to the part that is taken up and marks it, and then stays where it is looked at', async () => {
    const edited = preview.locator('[data-edited]');
    const last = preview.locator('[data-section]').last();
    const field = parts.getByRole('group', { name: e.field('Rest') });
    const scrolled = () => preview.evaluate((box) => box.scrollTop);
    const toEnd = () => last.evaluate((element) => { element.scrollIntoView({ block: 'start' }); });
    // By hand to the end of the note, then into fields at its beginning.
    await toEnd();
    await button(e.up('What was tried')).focus();
    await expect(edited).toContainText('What was tried');
    await expect(edited).toBeInViewport({ ratio: 1 });
    await toEnd();
    await field.getByLabel(e.prompt, { exact: true }).focus();
    await expect(edited).toContainText('Rest');
    await expect(edited).toBeInViewport({ ratio: 1 });

    // The same box, the preview scrolled away by hand: neither a letter nor what is taken moves it.
    const where = () => preview.evaluate((box) => {
      const { top } = box.getBoundingClientRect();
      const at = [...box.querySelectorAll<HTMLElement>('[data-section]')].find((each) => each.getBoundingClientRect().bottom > top);
      return `${at?.dataset['section'] ?? ''} ${String(Math.round((at?.getBoundingClientRect().top ?? 0) - top))}`;
    });
    await toEnd();
    const before = await where();
    await expect.poll(scrolled).toBeGreaterThan(200);
    await page.keyboard.type('Since the last visit');
    expect(await where()).toBe(before);
    await page.keyboard.press('Enter');
    await expect(field.getByLabel(e.prompt, { exact: true })).toHaveValue('Since the last visit');
    await expect.poll(where).toBe(before);
    await page.getByRole('button', { name: e.undo }).click();
    await expect(field.getByLabel(e.prompt, { exact: true })).toHaveValue('');
    await expect.poll(where).toBe(before);

    // What is put in is shown at once, and what was in sight stays so while it is moved.
    await add(fieldKindLabels.table);
    await expect(edited).toContainText(e.newField);
    await expect(edited).toBeInViewport({ ratio: 1 });
    for (let left = 2; left > 0; left -= 1) await button(e.up(e.newField)).press('Enter');
    await expect(edited).toContainText(e.newField);
    await expect(edited).toBeInViewport({ ratio: 1 });
    await button(e.remove(e.newField)).click();
    await expect(preview.getByRole('group', { name: e.newField })).toHaveCount(0);
    await expect(edited).toBeInViewport({ ratio: 1 });
    await section.getByText(e.sectionName, { exact: true }).first().click();
    await expect(edited).toHaveAttribute('data-section', /./);
    await expect(edited.getByRole('heading')).toBeInViewport({ ratio: 1 });
    expect(await breaches(page)).toEqual([]);
  });

  await test.step('saved, picked from the palette as one’s own, and answered in a note', async () => {
    await page.getByRole('button', { name: e.save }).click();
    await expect(page.getByText(e.saved(2))).toBeVisible();
    await page.getByRole('button', { name: e.back }).click();
    await frame.openCaseload();
    await frame.openClient(NAME);
    await page.getByRole('tab', { name: frameText.tabs.notes }).click();
    await page.getByRole('button', { name: clientsText.notes.newNote }).click();
    await expect(page.getByRole('group', { name: t.yours }).getByRole('menuitem')).toHaveText([t.copyTitle('SOAP note')]);
    await page.keyboard.press('Escape');
    const palette = new PalettePage(page);
    await palette.open();
    await page.keyboard.type('soap');
    await expect(palette.lines().filter({ hasText: commandsText.palette.ownTemplate })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await palette.take('your own', commandsText.palette.newNote(t.copyTitle('SOAP note')));
    const note = new NotePage(page);
    await expect(page.getByRole('heading', { name: t.copyTitle('SOAP note'), level: 1 })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Since last time' })).toBeAttached();
    await expect(page.getByRole('group', { name: 'What was tried' })).toBeAttached();
    await note.back();
  });
});
