// A long note comes onto the page part by part, what the window shows first. Whoever asks for a place before the rest
// has come gets it all the same.
import { notesText } from '../shared/text/en/notes.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

/** What was on the page in the first frame of the note, and where the focus or the caret went on a press at that moment. */
type FirstFrame = { readonly pending: number; readonly after: number; readonly place: string | null };

test('a place in a long note is reached in its first frame, and the rest follows by itself', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const frame = new FramePage(app.page);
  await frame.openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;
  await note.begin('Intake');
  await test.step('an empty note opens with its title and its first place in sight', async () => {
    await expect(page.getByRole('heading', { level: 1, name: /^Intake/ })).toBeInViewport({ ratio: 1 });
    const place = page.locator('.note-editable [data-stop]').first();
    await expect(place).toBeFocused();
    await expect(place).toBeInViewport({ ratio: 1 });
  });
  // A note in which nothing stands is opened with the caret in its first place; this one is not.
  await page.locator('.note-editable [data-stop=text]').first().click();
  await page.keyboard.type('Came by bus.');
  await expect(note.saved()).toBeVisible();
  await note.back();

  await test.step('a jump to the last section', async () => {
    await page.evaluate(() => {
      const seen = new Promise<FirstFrame>((done) => {
        const watch = new MutationObserver(() => {
          const pending = document.querySelectorAll('.note-editable [data-pending]').length;
          if (document.querySelector('.note-editable') === null) return;
          watch.disconnect();
          const last = document.querySelector('.note-editable')?.lastElementChild;
          const button = [...document.querySelectorAll<HTMLElement>('.note-screen__left nav button')].at(-1);
          const title = button?.textContent ?? '';
          button?.click();
          done({ pending, after: document.querySelectorAll('.note-editable [data-pending]').length, place: [document.activeElement, document.getSelection()?.anchorNode ?? null].some((node) => node !== null && last?.contains(node) === true) ? title : null });
        });
        watch.observe(document.body, { childList: true, subtree: true });
      });
      Object.assign(window, { seen });
    });
    await note.openFirst();
    const found = await page.evaluate(() => (window as unknown as { seen: Promise<FirstFrame> }).seen);
    expect(found.pending).toBeGreaterThan(3);
    expect(found.after).toBe(0);
    expect(found.place).not.toBeNull();
  });

  await test.step('left alone, all of it comes', async () => {
    await note.back();
    await note.openFirst();
    await expect(page.locator('.note-editable .note-section')).not.toHaveCount(0);
    await expect(page.locator('.note-editable [data-pending]')).toHaveCount(0);
    for (const section of await page.locator('.note-editable .note-section').all()) await expect(section.locator('[data-stop]').first()).toBeAttached();
  });

  await test.step('an editor that is built anew leaves the page where it stood', async () => {
    const last = page.locator('.note-editable .note-section').last();
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await page.evaluate(() => { dispatchEvent(new ErrorEvent('error', { message: 'Cannot resolve a DOM point from Slate point' })); });
    await expect(page.getByText(notesText.notices.restarted)).toBeVisible();
    await expect(page.locator('.note-editable [data-pending]')).toHaveCount(0);
    await expect(last).toBeInViewport();
  });
});

test('the first lines of a long text stand in its first frame, and not all of it', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  await new FramePage(page).openTab('notes');
  const note = new NotePage(page);
  await note.begin('Narrative note');
  await note.enterText('Session');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, Array.from({ length: 400 }, (_none, at) => `Line ${String(at)}`).join('\n'));
  await expect(page.locator('.note-editable')).toContainText('Line 399');
  await expect(note.saved()).toBeVisible();
  await note.back();
  await page.evaluate(() => {
    const seen = new Promise<string>((done) => {
      const watch = new MutationObserver(() => {
        const text = document.querySelector('.note-editable')?.textContent;
        if (text === undefined) return;
        watch.disconnect();
        done(text);
      });
      watch.observe(document.body, { childList: true, subtree: true });
    });
    Object.assign(window, { seen });
  });
  await note.openFirst();
  const first = await page.evaluate(() => (window as unknown as { seen: Promise<string> }).seen);
  expect(first).toContain('Line 0');
  expect(first).toContain('Line 12');
  expect(first).not.toContain('Line 100');
  await expect(page.locator('.note-editable')).toContainText('Line 399');

  await test.step('where title and first place do not fit together, the page moves no further than to that place', async () => {
    await note.back();
    await page.setViewportSize({ width: 1366, height: 600 });
    await note.begin('CBT session');
    const place = page.locator('.note-editable [data-stop]').first();
    await expect(place).toBeFocused();
    await expect(place).toBeInViewport({ ratio: 1 });
    const [box, foot] = [await place.boundingBox(), await page.getByRole('button', { name: notesText.sign.review }).boundingBox()];
    expect((foot?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0))).toBeLessThan(30);
  });
});
