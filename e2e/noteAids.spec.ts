// What helps while a note is written: wording, finding, the last note, likeness before signing, and the
// same note in another format without losing a word.
import { noteAidsText as t } from '../shared/text/en/noteAids.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

const WORDS = 'Mora came on time and spoke about the weekend with her sister, the two evenings she stayed home, the call she made, and what helped her to sleep.';

const FRESH = 'Today we read the letter from court line by line, wrote three questions for her lawyer, and practiced asking each of them aloud until her voice was steady enough.';

/** The words that carry a mark of this name. */
function marked(note: NotePage, name: 'note-wording' | 'note-found' | 'note-found-current'): Promise<string[]> {
  return note.page.evaluate((mark) => [...CSS.highlights.get(mark) ?? []].map(String), name);
}

test('wording is underlined, found words are shown, the last note helps and a format can be changed', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;

  await test.step('wording is underlined, quotes are spared, and a suggestion is taken by keyboard and undone', async () => {
    await note.begin('SOAP note');
    await note.write("Client's report", `${WORDS} She relapsed, says "I am an addict".`);
    await expect.poll(() => marked(note, 'note-wording')).toEqual(['relapsed']);
    await page.keyboard.press('ControlOrMeta+.');
    await expect(page.getByRole('dialog', { name: t.wording.instead('relapsed') })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(' once');
    await expect.poll(() => note.readText("Client's report")).toContain('She returned to use once, says "I am an addict".');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText("Client's report")).toContain('She returned to use, says');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText("Client's report")).toContain('She relapsed');
    await page.keyboard.press('ControlOrMeta+.');
    await page.getByRole('button', { name: t.wording.leave }).click();
    await expect.poll(() => marked(note, 'note-wording')).toEqual([]);
  });

  await test.step('words are found in text and boxes, and Escape goes to the text at the hit', async () => {
    await page.getByRole('textbox', { name: 'Use since last visit' }).fill('alone, before sleep');
    await page.keyboard.press('ControlOrMeta+f');
    // The bar stands still whatever it says, and toolbar, bar and text begin at one edge.
    const bar = page.getByRole('search');
    const places = () => bar.locator('input, button').evaluateAll((all) => all.map((part) => { const { left, width } = part.getBoundingClientRect(); return [left, width]; }));
    const begin = await places();
    await page.keyboard.type('nowhere at all');
    await expect(page.getByText(t.find.none)).toBeVisible();
    expect(await places()).toEqual(begin);
    const [text, tool] = [await page.getByRole('heading', { name: 'Subjective' }).boundingBox(), await page.getByRole('toolbar').getByRole('button').first().locator('svg').boundingBox()];
    expect(Math.abs((text?.x ?? 0) - (tool?.x ?? 99))).toBeLessThan(2);
    expect(Math.abs((text?.x ?? 0) - (begin[0]?.[0] ?? 99))).toBeLessThan(2);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('SLEEP');
    await expect(page.getByText(t.find.count(1, 2, false))).toBeVisible();
    expect(await places()).toEqual(begin);
    await expect.poll(() => marked(note, 'note-found-current')).toEqual(['sleep']);
    await page.keyboard.press('Enter');
    await expect(page.getByText(t.find.count(2, 2, false))).toBeVisible();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.type('rest');
    await expect.poll(() => note.readText("Client's report")).toContain('what helped her to rest.');
    await expect.poll(() => marked(note, 'note-found')).toEqual([]);
    await expect(note.saved()).toBeVisible();
  });

  await test.step('the last note of this kind can be read, and gives its structure but no word', async () => {
    await note.back();
    await note.begin('SOAP note');
    await page.getByText(t.last.title).click();
    await expect(page.getByRole('region', { name: t.last.title })).toContainText('what helped her to rest');
    await page.getByRole('button', { name: t.last.structure }).click();
    expect((await note.readText("Client's report")).trim()).toBe('');
  });

  await test.step('a note that repeats an earlier one is told so before it is signed', async () => {
    await note.write("Client's report", FRESH);
    await note.openSigning();
    // No figure and no name of an earlier note where hardly anything is alike.
    await expect(page.getByRole('dialog').getByText(t.likeness.none)).toBeVisible();
    await page.keyboard.press('Escape');
    await note.enterText("Client's report");
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(WORDS);
    await note.openSigning();
    await expect(page.getByRole('dialog').getByText(/^\d+% of this text stands in an earlier note: SOAP note/)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a change of format shows what moves and keeps every word', async () => {
    await page.getByRole('button', { name: t.convert.menu }).click();
    await page.getByRole('menuitem', { name: t.convert.formats.dap }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText("Client's report → Data")).toBeVisible();
    await dialog.getByRole('button', { name: t.convert.confirm(t.convert.formats.dap) }).click();
    await expect(page.getByRole('heading', { name: t.convert.formats.dap, level: 1 })).toBeVisible();
    await expect.poll(() => note.readText('Data')).toContain(WORDS);
    await note.write('Plan', 'Meet on Monday.');
    await expect(note.saved()).toBeVisible();
  });
});
