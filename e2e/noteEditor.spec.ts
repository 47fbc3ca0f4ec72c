// The note editor by keyboard in the running app: fields in their order, undo across text and fields, and
// an editor that breaks without losing a word.
import { frameText } from '../shared/text/en/frame.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

test('fields take the keyboard, undo reaches them, and a broken editor comes back with its text', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin('CBT session');
  const { page } = app;
  const keyboard = page.keyboard;
  const scale = (name: string) => page.getByRole('radiogroup', { name });

  await test.step('Tab walks from field to field', async () => {
    await scale('Mood').getByRole('radio', { name: '0', exact: true }).focus();
    for (const key of ['7', 'Tab', '1', '0', 'Tab', '4', 'Tab']) await keyboard.press(key);
    await keyboard.type('3');
    await keyboard.press('Tab');
    await keyboard.type('heroin, smoked');
    for (const key of ['Tab', 's', 'Tab', 'Tab']) await keyboard.press(key);
    await keyboard.type('5,5');
    await keyboard.press('Tab');
    await keyboard.type('said in passing');
    await expect(scale('Mood').getByRole('radio', { name: '7', exact: true })).toBeChecked();
    await expect(scale('Craving now').getByRole('radio', { name: '10', exact: true })).toBeChecked();
    await expect(scale('Strongest craving').getByRole('radio', { name: '4', exact: true })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Days used' })).toHaveValue('3');
    await expect(page.getByRole('textbox', { name: 'Substances' })).toHaveValue('heroin, smoked');
    await expect(page.getByRole('radio', { name: 'Some days missed' })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Sleep' })).toHaveValue('5,5');
    await expect.poll(() => note.readText("In the client's words")).toContain('said in passing');
    await keyboard.press('Shift+Tab');
    await expect(page.getByRole('textbox', { name: 'Sleep' })).toBeFocused();
  });

  await test.step('each number of a scale is a button of its own, the ends are named, and the chosen one is told apart without its color', async () => {
    const mood = page.getByRole('radiogroup', { name: 'Mood', exact: true }).first();
    const steps = mood.getByRole('radio');
    const sizes = await steps.evaluateAll((all) => all.map((step) => [(step as HTMLElement).offsetWidth, (step as HTMLElement).offsetHeight]));
    expect(sizes).toHaveLength(11);
    for (const [width = 0, height = 0] of sizes) expect([width >= 24, height >= 32]).toEqual([true, true]);
    await expect(mood.getByText('very low', { exact: true })).toBeVisible();
    await expect(mood.getByText('very good', { exact: true })).toBeVisible();
    const shape = (value: string) => mood.getByRole('radio', { name: value, exact: true }).evaluate((step) => [getComputedStyle(step).fontWeight, getComputedStyle(step).textDecorationLine]);
    const [chosen, other] = [await shape('7'), await shape('6')];
    expect(chosen[0]).not.toBe(other[0]);
    expect(chosen[1]).not.toBe(other[1]);
  });

  await test.step('one line tells of the save', async () => {
    await expect(page.getByText(/^Saved \d/)).toHaveCount(1);
    await expect(page.getByText(frameText.status.saving, { exact: true })).toHaveCount(0);
  });

  await test.step('undo takes back text and fields in turn', async () => {
    await keyboard.press('ControlOrMeta+z');
    await expect.poll(() => note.readText("In the client's words")).not.toContain('said in passing');
    await keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('textbox', { name: 'Sleep' })).toHaveValue('');
    await keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('radio', { name: 'Some days missed' })).not.toBeChecked();
    for (let turn = 0; turn < 3; turn += 1) await keyboard.press('ControlOrMeta+Shift+z');
    await expect.poll(() => note.readText("In the client's words")).toContain('said in passing');
  });

  await test.step('Alt and a number goes to a section', async () => {
    await keyboard.press('Alt+5');
    await expect(page.getByRole('button', { name: 'Add thought' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '1 Situation' })).toBeFocused();
  });

  await test.step('the list of sections marks the one that is written in, and the one that is read while the page is scrolled', async () => {
    const here = page.getByRole('navigation', { name: notesText.sections.title }).locator('[aria-current="location"]');
    await expect(here).toHaveText('Thought record');
    await expect(here).toHaveAccessibleName(`Thought record, ${notesText.sections.empty}`);
    await page.getByRole('heading', { name: 'Thought record' }).hover();
    const scrollTo = (far: number, title: string) => expect(async () => {
      await page.mouse.wheel(0, far);
      await expect(here).toHaveText(title, { timeout: 2000 });
    }).toPass();
    await scrollTo(20_000, 'Next steps');
    await scrollTo(-20_000, notesText.header.title);
    await note.write('Main point', 'o');
    await expect(here).toHaveText('Session content');
    await expect(here).toHaveAccessibleName(`Session content, ${notesText.sections.filled}`);
    await keyboard.press('Backspace');
    // From text to text the focus stays, and at the end of the page nothing scrolls: only the caret says where one is.
    await note.enterText('Next steps');
    await expect(here).toHaveText('Next steps');
    for (const [key, title] of [['Shift+Tab', 'Progress'], ['Tab', 'Next steps'], ['ArrowUp', 'Progress'], ['ArrowDown', 'Next steps']] as const) {
      await keyboard.press(key);
      await expect(here).toHaveText(title);
    }
  });

  await test.step('an error of the editor costs no word', async () => {
    await note.write('Main point', 'one');
    await keyboard.press('Enter');
    await keyboard.type('two');
    await keyboard.press('Enter');
    await keyboard.type('three');
    // What a browser extension or a bad input method would do to the page: React then finds it torn.
    await note.textField('Main point').getByRole('paragraph').nth(1).evaluate((element) => element.remove());
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Backspace');
    await expect(page.getByText(notesText.notices.restarted)).toBeVisible();
    await note.write('Main point', 'still here');
    await expect.poll(() => note.readText('Main point')).toContain('still here');
    await expect.poll(() => note.readText("In the client's words")).toContain('said in passing');
    await expect(note.saved()).toBeVisible();
  });

  await test.step('an editor that fails again and again is given up with a sentence, and every word is still shown', async () => {
    const fail = () => page.evaluate(() => { dispatchEvent(new ErrorEvent('error', { message: 'Cannot resolve a DOM point from Slate point' })); });
    for (let time = 0; time < 5; time += 1) {
      await fail();
      await page.evaluate(() => new Promise((done) => { requestAnimationFrame(done); }));
    }
    await expect(page.getByText(notesText.notices.stopped)).toBeVisible();
    await expect(note.paper()).toHaveCount(0);
    await expect(page.locator('article.reading')).toContainText('still here');
    await note.back();
    await note.openFirst();
    await expect.poll(() => note.readText('Main point')).toContain('still here');
  });

  await test.step('a word that is chosen moves no other', async () => {
    const words = page.getByRole('radiogroup', { name: notesText.risk.kinds.suicide, exact: true }).getByRole('radio').or(page.getByRole('group', { name: 'Interventions' }).getByRole('checkbox'));
    const places = () => words.evaluateAll((all) => all.map((word) => [(word as HTMLElement).offsetLeft, (word as HTMLElement).offsetTop, (word as HTMLElement).offsetWidth]));
    const before = await places();
    expect(before.length).toBeGreaterThan(8);
    await words.nth(2).click();
    await words.nth(6).click();
    await expect(words.nth(2)).toBeChecked();
    await expect(words.nth(6)).toBeChecked();
    expect(await places()).toEqual(before);
  });

  await test.step('an answer under the pointer does not look like a chosen one', async () => {
    const answers = page.getByRole('radiogroup', { name: notesText.risk.kinds.violence, exact: true });
    const look = (level: string) => answers.getByRole('radio', { name: level, exact: true }).evaluate((answer) => [getComputedStyle(answer).backgroundColor, getComputedStyle(answer).fontWeight]);
    const { levels } = notesText.risk;
    for (const chosen of [levels.not_asked, levels.low]) {
      await answers.getByRole('radio', { name: chosen, exact: true }).click();
      await answers.getByRole('radio', { name: levels.none, exact: true }).hover();
      // No fill and no weight, which are what tells a choice; the edge is the pointer's.
      expect(await look(levels.none)).toEqual(await look(levels.high));
      const [fill, weight] = await look(chosen);
      expect(fill).not.toBe((await look(levels.none))[0]);
      expect(weight).not.toBe((await look(levels.none))[1]);
    }
    await answers.getByRole('radio', { name: levels.not_asked, exact: true }).click();
  });

  await test.step('a field that another answer makes required is marked as soon as it is', async () => {
    await note.back();
    await note.begin('Care coordination');
    const mark = (label: string) => page.locator('[data-field-id]').filter({ has: page.getByText(label) }).getByLabel(notesText.field.required);
    const why = 'If without consent, why';
    await expect(mark('What allows it')).toBeVisible();
    await expect(mark(why)).toHaveCount(0);
    const basis = page.locator('[data-field-id=basis]').getByRole('combobox');
    await basis.selectOption({ label: 'Medical emergency' });
    await expect(mark(why)).toBeVisible();
    await basis.selectOption({ label: 'Signed consent' });
    await expect(mark(why)).toHaveCount(0);
    await basis.focus();
    await keyboard.press('ControlOrMeta+z');
    await expect(mark(why)).toBeVisible();
  });

  await test.step('a draft can be discarded', async () => {
    await page.getByRole('button', { name: notesText.discard.action, exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: notesText.discard.confirm }).click();
    await expect(page.getByRole('button', { name: 'New note' }).first()).toBeVisible();
  });
});

test('the key to the end leads behind the last word of the note, also where that is out of sight', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin('CBT session');
  const { keyboard } = app.page;
  const end = process.platform === 'darwin' ? 'Meta+ArrowDown' : 'Control+End';
  await note.write('Next steps', 'last words');
  await note.write("In the client's words", 'zero');
  await keyboard.press(end);
  await keyboard.type(' here');
  await expect.poll(() => note.readText('Next steps')).toBe('last words here');
  await expect(note.textField('Next steps').getByRole('paragraph')).toBeInViewport();
  // With Shift, all that is written from the caret on.
  await note.enterText("In the client's words");
  await keyboard.press('Home');
  await keyboard.press(`Shift+${end}`);
  await keyboard.type('x');
  await expect.poll(() => note.readText("In the client's words")).toBe('x');
  await expect.poll(() => note.readText('Next steps')).toBe('');
  await keyboard.press('ControlOrMeta+z');
  await expect.poll(() => note.readText('Next steps')).toBe('last words here');
});
