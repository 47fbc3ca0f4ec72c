// A note is asked for while the pointer comes to it. What is shown is the note as it is, and going elsewhere in the
// same moment is not undone by it.
import { readdir, readFile } from 'node:fs/promises';
import { clientsText } from '../shared/text/en/clients.ts';
import { frameText, wayBackText } from '../shared/text/en/frame.ts';
import { commandsText } from '../shared/text/en/commands.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { searchText } from '../shared/text/en/search.ts';
import { timelineText } from '../shared/text/en/timeline.ts';
import { callIn } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { PalettePage } from './pages/palette.ts';
import { SearchPage } from './pages/search.ts';

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
    // The engine compiles the screen as it is fetched, not at the press.
    const assets = new URL('../out/renderer/assets/', import.meta.url);
    const screen = (await readdir(assets)).find((name) => /^NoteScreen-.*\.js$/.test(name)) ?? '';
    expect(await readFile(new URL(screen, assets), 'utf8')).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
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
    await page.getByRole('button', { name: wayBackText.tabs.notes }).click();
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

  await test.step('the note one is in, chosen in the palette and written on: it comes back with what was written', async () => {
    await frame.openTab('notes');
    await row.click();
    await note.textField('Session').waitFor();
    const palette = new PalettePage(page);
    await palette.open();
    await page.keyboard.type('narrative');
    const line = palette.lines().filter({ hasText: 'Zephyrinequill Mora: Narrative note' });
    await line.waitFor();
    await line.click();
    await palette.box().waitFor({ state: 'detached' });
    // The answer to what the choice has asked for is there.
    await call('notes:unsigned', {});
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 200); }));
    await note.enterTextEnd('Session');
    await page.keyboard.type(' Written since.');
    await expect(note.saved()).toBeVisible();
    await note.back();
    await page.evaluate(() => {
      const seen = { texts: new Set<string>() };
      new MutationObserver(() => { for (const text of document.querySelectorAll('.note-editable')) seen.texts.add(String(text.textContent?.includes('Written since.'))); }).observe(document.body, { childList: true, subtree: true });
      Object.assign(window, { seenTexts: seen.texts });
    });
    await row.click();
    await expect(note.textField('Session')).toContainText('Written since.');
    expect(await page.evaluate(() => [...(window as unknown as { seenTexts: Set<string> }).seenTexts])).toEqual(['true']);
    await note.back();
  });

  await test.step('whoever gives up what cannot be saved is asked once, also on the way to another note', async () => {
    await note.begin('Telephone contact');
    await note.back();
    await page.getByRole('row').filter({ hasText: 'Narrative note' }).getByRole('button').first().click();
    await note.textField('Session').waitFor();
    const { notes } = await call('notes:unsigned', {});
    const { id } = notes.find(({ head }) => head.templateTitle === 'Narrative note')?.head ?? (() => { throw new Error('no draft'); })();
    const { revision, value } = await call('notes:get', { noteId: id });
    await call('notes:saveDraft', { noteId: id, revision, header: value.header, document: value.document });
    await note.enterTextEnd('Session');
    await page.keyboard.type(' Overtaken.');
    await page.getByRole('alert').filter({ hasText: notesText.save.conflictTitle }).waitFor();
    const palette = new PalettePage(page);
    await palette.open();
    await page.keyboard.type('telephone');
    await palette.lines().filter({ hasText: 'Zephyrinequill Mora: Telephone contact' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByRole('button', { name: frameText.leave.go, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Telephone contact' })).toBeVisible();
    await expect(question).toHaveCount(0);
    await note.back();
    await expect(note.wayBack()).toHaveText(wayBackText.tabs.notes);
    await note.back();
  });

  /** Opens by `open` what `aim` has come to, after another hand has taken it away: only a note that was asked for before can be seen. */
  const seenAhead = async (aim: () => Promise<void>, open: () => Promise<void>): Promise<void> => {
    await aim();
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 200); }));
    const { notes } = await call('notes:unsigned', {});
    const { id } = notes[0]?.head ?? (() => { throw new Error('no draft'); })();
    const { revision } = await call('notes:get', { noteId: id });
    await call('notes:discardDraft', { noteId: id, revision });
    await page.evaluate(() => {
      const seen = { note: false };
      new MutationObserver(() => { seen.note ||= document.querySelector('.note-editable') !== null; }).observe(document.body, { childList: true, subtree: true });
      Object.assign(window, { seen });
    });
    await open();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('.note-editable')).toHaveCount(0);
    expect(await page.evaluate(() => (window as unknown as { seen: { note: boolean } }).seen.note)).toBe(true);
  };
  const writeOne = async (): Promise<void> => {
    await frame.openTab('notes');
    await note.begin('Narrative note');
    await note.write('Session', 'Heliotrope in the hallway.');
    await expect(note.saved()).toBeVisible();
    await note.back();
  };

  await test.step('from the list, without the pointer coming to rest on it', async () => {
    const { notes } = await call('notes:unsigned', {});
    for (const { head } of notes) await call('notes:discardDraft', { noteId: head.id, revision: (await call('notes:get', { noteId: head.id })).revision });
    await writeOne();
    await page.mouse.move(0, 0);
    await seenAhead(() => Promise.resolve(), () => row.getByRole('button').first().evaluate((button) => { (button as HTMLElement).click(); }));
    await note.back();
  });

  await test.step('from a hit of the search', async () => {
    const { notes } = await call('notes:unsigned', {});
    for (const { head } of notes) await call('notes:discardDraft', { noteId: head.id, revision: (await call('notes:get', { noteId: head.id })).revision });
    await writeOne();
    const search = new SearchPage(page);
    await search.open();
    await page.keyboard.type('heliotrope');
    await expect(search.hits()).toHaveCount(1);
    await seenAhead(() => page.keyboard.press('ArrowDown'), () => page.keyboard.press('Enter'));
    await expect(note.wayBack()).toHaveText(searchText.back);
    await note.back();
    // What is gone has no hit to come back to.
    await expect(search.box()).toBeFocused();
    await expect(search.box()).toHaveValue('heliotrope');
  });

  await test.step('from the line of the palette that is marked', async () => {
    await frame.openCaseload();
    await frame.openClient('Zephyrinequill Mora');
    await writeOne();
    await frame.openCaseload();
    // What the list has asked for is forgotten, as it is when the window comes back to the front.
    await page.evaluate(() => { globalThis.dispatchEvent(new Event('focus')); });
    const palette = new PalettePage(page);
    await seenAhead(async () => {
      await palette.open();
      await page.keyboard.type('zeph narrative');
      await palette.marked().filter({ hasText: 'Zephyrinequill Mora: Narrative note' }).waitFor();
    }, () => page.keyboard.press('Enter'));
    await expect(note.wayBack()).toHaveText(wayBackText.caseload);
    await note.back();
    await expect(frame.caseloadHeading()).toBeVisible();
  });

  await test.step('from an entry of the timeline', async () => {
    await frame.openClient('Zephyrinequill Mora');
    await writeOne();
    await frame.openTab('timeline');
    await page.getByRole('list', { name: timelineText.listTitle }).getByRole('button').first().click();
    const open = page.getByRole('button', { name: timelineText.openNote });
    await seenAhead(() => open.focus(), () => page.keyboard.press('Enter'));
    await expect(note.wayBack()).toHaveText(wayBackText.tabs.timeline);
    await note.back();
    await expect(frame.tab('timeline')).toHaveAttribute('aria-selected', 'true');
  });

  for (const [what, words, line] of [
    ['opened', 'zeph', `Zephyrinequill Mora${commandsText.palette.kindOfNote('Narrative note')}`], ['begun', 'narrative', commandsText.palette.newNote('Narrative note')],
  ] as const) {
    await test.step(`a form is typed into while a note is on its way to be ${what}`, async () => {
      const palette = new PalettePage(page);
      const question = page.getByRole('alertdialog');
      const name = frame.field(clientsText.form.pronouns);
      // Two, so that one is not the line that is marked and asked for ahead; making them forgets what was asked for before.
      for (let made = 0; made < 2; made += 1) {
        await frame.openTab('notes');
        await note.begin('Narrative note');
        await note.back();
      }
      await palette.take('edit client', commandsText.labels.editClient);
      // What the list has asked for is forgotten, so that the note is on its way when the letter comes.
      await page.evaluate(() => { globalThis.dispatchEvent(new Event('focus')); });
      await name.click();
      await palette.open();
      await page.keyboard.type(words);
      const wanted = palette.lines().filter({ hasText: line }).last();
      await wanted.waitFor();
      if (what === 'begun') {
        // The palette keeps the keyboard until a note that is begun is there; whoever closes it meanwhile can type.
        await wanted.evaluate((option) => {
          (option as HTMLElement).click();
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
          document.execCommand('insertText', false, 'they');
        });
      } else {
        // The palette gives the box its keyboard back and acts in the frame after that; the letter comes right behind the
        // act, before any answer of main can be heard.
        await name.evaluate((box) => {
          box.addEventListener('focus', () => {
            const ask = window.requestAnimationFrame.bind(window);
            window.requestAnimationFrame = (act) => ask((time) => {
              window.requestAnimationFrame = ask;
              act(time);
              void Array.from({ length: 50 }).reduce<Promise<void>>((before) => before.then(() => undefined), Promise.resolve())
                .then(() => document.execCommand('insertText', false, 'they'));
            });
          }, { once: true });
        });
        await wanted.evaluate((option) => { (option as HTMLElement).click(); });
      }
      await expect(question).toContainText(frameText.leave.formTitle(clientsText.form.editTitle));
      await question.getByRole('button', { name: frameText.leave.stay, exact: true }).click();
      await expect(name).toHaveValue(/they/);
      await expect(page.locator('.note-editable')).toHaveCount(0);
      // Gone elsewhere, it is not asked about again.
      await frame.rail().getByRole('button', { name: frameText.caseload }).click();
      await question.getByRole('button', { name: frameText.leave.go, exact: true }).click();
      await frame.caseloadHeading().waitFor();
      await frame.openClient('Zephyrinequill Mora');
    });
  }
});
