// F13: hostile clipboards pasted into a note of the running app by real key presses. No script runs, nothing
// is asked of the network, the words stay, and the note that reaches the vault is of the note vocabulary.
import { checkDocument } from '../shared/notes/checkDocument.ts';
import { NoteDocument } from '../shared/notes/document.ts';
import { documentText } from '../shared/notes/plainText.ts';
import type { NoteTemplate } from '../shared/notes/template.ts';
import { CANARY, HOSTILE_PASTES, type HostilePaste } from '../renderer/editor/__fixtures__/hostilePastes.ts';
import { writeFamily } from './families.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

const FIELD = 'Main point';
/** Stands in the field before each paste and must give way to it. */
const BEFORE = 'to be replaced';
type Saved = { revision: number; document: unknown; template: NoteTemplate };

/** A long text that only repeats its beginning travels to the page as that beginning and a count. */
function packed(text: string): { unit: string; times: number } {
  for (let length = 1; text.length > 100_000 && length <= 32; length += 1) {
    const unit = text.slice(0, length);
    if (text.length % length === 0 && unit.repeat(text.length / length) === text) return { unit, times: text.length / length };
  }
  return { unit: text, times: 1 };
}

/** Puts data on the clipboard by a real copy, so that a real paste brings it back. */
async function fillClipboard(app: AppFixture, data: Readonly<Record<string, string>>): Promise<void> {
  await app.page.evaluate((entries) => {
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.clearData();
      for (const { type, unit, times } of entries) event.clipboardData?.setData(type, unit.repeat(times));
    }, { capture: true, once: true });
  }, Object.entries(data).map(([type, text]) => ({ type, ...packed(text) })));
  await app.page.keyboard.press('ControlOrMeta+c');
}

/** The only draft of the only client, as the vault holds it. */
async function saved(app: AppFixture): Promise<Saved> {
  return await app.page.evaluate(async () => {
    type Call = (input: unknown) => Promise<{ ok: boolean; value: never }>;
    const api = (globalThis as unknown as { api: Record<string, Record<string, Call>> }).api;
    const ask = async (noun: string, verb: string, input: unknown): Promise<never> => {
      const answer = await api[noun]?.[verb]?.(input);
      if (!answer?.ok) throw new Error(`${noun}:${verb} refused: ${JSON.stringify(answer)}`);
      return answer.value;
    };
    const [client] = await ask('clients', 'list', { status: 'active' }) as { clientId: string }[];
    const { heads: [head] } = await ask('notes', 'list', { clientId: client?.clientId }) as { heads: { id: string }[] };
    const open = await ask('notes', 'get', { noteId: head?.id }) as { revision: number; value: { document: unknown }; template: never };
    return { revision: open.revision, document: open.value.document, template: open.template };
  });
}

/** What is wrong with the note that the vault holds after a paste; null when nothing is. */
async function savedFault(app: AppFixture, paste: HostilePaste): Promise<string | null> {
  const note = await saved(app);
  const parsed = NoteDocument.safeParse(note.document);
  if (!parsed.success) return `not of the vocabulary: ${parsed.error.message.slice(0, 200)}`;
  checkDocument(parsed.data, note.template);
  const text = documentText(parsed.data, note.template);
  if (text.includes(BEFORE)) return 'nothing was pasted';
  const lost = (paste.keeps ?? []).find((words) => !text.includes(words.trim()));
  if (lost !== undefined) return `lost: ${lost}`;
  const kept = (paste.drops ?? []).find((words) => text.includes(words));
  return kept === undefined ? null : `kept: ${kept}`;
}

/** What went wrong with one paste; null when nothing did. */
async function pasteFault(app: AppFixture, paste: HostilePaste): Promise<string | null> {
  const { page } = app;
  // A paste may leave a list or a quote and no paragraph: the place itself is clicked.
  await new NotePage(page).textField(FIELD).locator('[data-stop="text"]').click({ position: { x: 6, y: 10 } });
  await page.keyboard.press('ControlOrMeta+a');
  if ((paste.keeps ?? []).length > 0) await page.keyboard.type(BEFORE);
  await page.keyboard.press('ControlOrMeta+a');
  await fillClipboard(app, paste.data());
  await page.keyboard.press('ControlOrMeta+v');
  // Leaving the window saves what is there.
  await page.evaluate(() => globalThis.dispatchEvent(new Event('blur')));
  let fault: string | null = null;
  await expect.poll(async () => { fault = await savedFault(app, paste); return fault; }, { timeout: 30_000, intervals: [30, 100, 300] }).toBeNull().catch((error: unknown) => { fault ??= String(error); });
  return fault ?? (await page.evaluate((name) => Object.hasOwn(globalThis, name), CANARY) ? 'a script ran' : null);
}

test(`${String(HOSTILE_PASTES.length)} hostile pastes run nothing, ask nothing and are saved as plain words`, async ({ app }) => {
  test.setTimeout(900_000);
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  await new NotePage(app.page).begin('CBT session');
  const requests: string[] = [];
  app.page.on('request', (request) => { requests.push(request.url()); });
  const policy: string[] = [];
  app.page.on('console', (message) => { if (/Content Security Policy|Trusted/i.test(message.text())) policy.push(message.text()); });
  const faults: string[] = [];
  for (const paste of HOSTILE_PASTES) {
    const fault = await pasteFault(app, paste).catch((error: unknown) => `stopped: ${String(error).slice(0, 300)}`);
    if (fault !== null) faults.push(`${paste.name}: ${fault}`);
  }
  if (requests.length > 0) faults.push(`requests: ${requests.slice(0, 5).join(' ')}`);
  if (policy.length > 0) faults.push(`policy: ${policy.slice(0, 5).join(' ')}`);
  await writeFamily('F13', { id: 'F13', cases: HOSTILE_PASTES.length, failures: faults.length });
  expect(faults).toEqual([]);
  expect(app.host.network()).toEqual([]);
});

test('copying writes plain text and nothing of the editor', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.begin('CBT session');
  await note.write(FIELD, 'words to copy');
  await app.page.keyboard.press('ControlOrMeta+a');
  const copied = await app.page.evaluate(async () => {
    const seen = new Promise<Record<string, string>>((resolve) => {
      document.addEventListener('copy', (event) => {
        // The editor below has filled it by now.
        resolve(Object.fromEntries([...event.clipboardData?.types ?? []].map((type) => [type, event.clipboardData?.getData(type) ?? ''])));
      }, { once: true });
    });
    document.execCommand('copy');
    return await seen;
  });
  expect(Object.keys(copied).toSorted()).toEqual(['application/x-throughline-fragment', 'text/plain']);
  expect(copied['text/plain']).toBe('words to copy');
  expect(JSON.stringify(copied)).not.toContain('slate');
});
