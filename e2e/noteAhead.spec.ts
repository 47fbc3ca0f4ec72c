// A note is asked for while the pointer comes to it. What is shown is the note as it is, and going elsewhere in the
// same moment is not undone by it.
import { clientsText } from '../shared/text/en/clients.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { callIn } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

test('what changed between the pointer and the press is what is shown, and a later step is not taken back', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const note = new NotePage(page);
  await frame.openTab('notes');
  await note.begin('Narrative note');
  await note.write('Session', 'Written first.');
  await expect(note.saved()).toBeVisible();
  await note.back();
  const call = callIn(page);
  const row = page.getByRole('table', { name: clientsText.notes.title }).getByRole('row').nth(1);

  await test.step('what draws a note was drawn once in an idle moment, and is gone', async () => {
    await page.waitForFunction(() => performance.getEntriesByName('editor-warmed').length > 0);
    expect(await page.evaluate(() => performance.getEntriesByName('editor-warmed').length)).toBe(1);
    await expect(page.locator('body > div[inert]')).toHaveCount(0);
  });

  /** The pointer comes and rests; the answer to what it asked is there before the next step. */
  const restOn = async (): Promise<void> => {
    await page.mouse.move(0, 0);
    await row.hover();
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 200); }));
    await call('notes:unsigned', {});
  };

  await test.step('changed by another hand after the pointer came', async () => {
    await restOn();
    const { notes } = await call('notes:unsigned', {});
    const { id } = notes[0]?.head ?? (() => { throw new Error('no draft'); })();
    const open = await call('notes:get', { noteId: id });
    await call('notes:saveDraft', { noteId: id, revision: open.revision, header: open.value.header, document: JSON.parse(JSON.stringify(open.value.document).replace('Written first.', 'Written after.')) });
    await row.click();
    await expect(note.textField('Session')).toContainText('Written after.');
    // It is the state that is written on from here.
    await note.enterTextEnd('Session');
    await page.keyboard.type(' And here.');
    await expect(note.saved()).toBeVisible();
    expect(await note.readText('Session')).toBe('Written after. And here.');
    await note.back();
  });

  await test.step('taken away by another hand after the pointer came', async () => {
    await restOn();
    const { notes } = await call('notes:unsigned', {});
    const { id } = notes[0]?.head ?? (() => { throw new Error('no draft'); })();
    const { revision } = await call('notes:get', { noteId: id });
    await call('notes:discardDraft', { noteId: id, revision });
    await row.click();
    await expect(page.locator('.note-editable')).toHaveCount(0);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the list of notes' }).click();
  });

  await test.step('another tab pressed in the same moment', async () => {
    await note.begin('Narrative note');
    await note.write('Session', 'Once more.');
    await expect(note.saved()).toBeVisible();
    await note.back();
    const tab = await page.getByRole('tab', { name: frameText.tabs.plan }).elementHandle();
    await row.getByRole('button').first().evaluate((button, other) => { (button as HTMLElement).click(); (other as HTMLElement).click(); }, tab);
    await expect(page.getByRole('tab', { name: frameText.tabs.plan })).toHaveAttribute('aria-selected', 'true');
    // Longer than the note needs to come.
    await call('notes:unsigned', {});
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 200); }));
    await expect(page.locator('.note-editable')).toHaveCount(0);
    await expect(page.getByRole('tab', { name: frameText.tabs.plan })).toHaveAttribute('aria-selected', 'true');
  });
});
