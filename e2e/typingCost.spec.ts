// What a key may touch in a long note, by count: speed itself is shown by the benchmark, and held by these.
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

type Counter = { mutations: number; boxes: number; styles: number };

test('a key in a note of a thousand paragraphs touches its own line and nothing that grows with the note', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;
  await note.begin('Narrative note');
  await note.enterText('Session');
  const perKey = async (): Promise<Counter> => {
    await page.evaluate(() => {
      const counter = { mutations: 0, boxes: 0, styles: 0 };
      const root = document.querySelector('.note-editable');
      if (root) new MutationObserver((records) => { counter.mutations += records.length; }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      const [box, style] = [Element.prototype.getBoundingClientRect, window.getComputedStyle];
      Element.prototype.getBoundingClientRect = function counted() { counter.boxes += 1; return box.call(this); };
      window.getComputedStyle = (...given) => { counter.styles += 1; return style(...given); };
      Object.assign(window, { counter });
    });
    await page.keyboard.type('abcde');
    // One frame later the page has caught up; pauses have not begun.
    return page.evaluate(() => new Promise<Counter>((done) => { requestAnimationFrame(() => { done((window as unknown as { counter: Counter }).counter); }); }));
  };
  const small = await perKey();
  await page.keyboard.press('Enter');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, Array.from({ length: 1000 }, (_none, index) => `She spoke about the weekend and the call she made, ${String(index)}.`).join('\n'));
  await expect.poll(() => page.locator('.note-paragraph').count()).toBeGreaterThan(1000);
  await page.keyboard.press('ControlOrMeta+End');
  const large = await perKey();
  expect(small.mutations).toBeGreaterThan(0);
  expect(large.mutations).toBeLessThanOrEqual(small.mutations + 10);
  expect(large.boxes).toBeLessThanOrEqual(small.boxes + 10);
  expect(large.styles).toBeLessThanOrEqual(small.styles + 10);
  // React must not read the selection as offsets into the whole note (renderer/editor/typingCost.ts), and the browser must.
  expect(await page.locator('.note-editable').evaluate((root) => [(root as HTMLElement).contentEditable, (root as HTMLElement).isContentEditable, root.getAttribute('contenteditable')])).toEqual(['inherit', true, 'true']);
});
