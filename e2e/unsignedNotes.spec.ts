// What waits for a signature, which note shares its time with another, and a draft that another window changed, removed or
// signed meanwhile: through the built app, by keyboard where a person would.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { callIn } from './bridge.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { unsignedText as t } from '../shared/text/en/unsigned.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { UnlockPage } from './pages/unlock.ts';

const FIRST = 'Zephyrinequill Mora';
const SECOND = 'Zephyrinequill Otto';

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`);
}

/** As a second window would: the newest draft is changed or signed through the app's own channels. */
async function elsewhere(app: AppFixture, act: 'change' | 'sign' | 'remove'): Promise<void> {
  await app.page.evaluate(async ({ act: what, passphrase }) => {
    type Call = (input: unknown) => Promise<{ ok: boolean; value: never }>;
    const api = (globalThis as unknown as { api: Record<string, Record<string, Call>> }).api;
    const ask = async (verb: string, input: unknown): Promise<never> => {
      const answer = await api['notes']?.[verb]?.(input);
      if (!answer?.ok) throw new Error(`notes:${verb} refused: ${JSON.stringify(answer)}`);
      return answer.value;
    };
    const { notes } = await ask('unsigned', {}) as { notes: { head: { id: string } }[] };
    const noteId = notes.at(-1)?.head.id;
    const open = await ask('get', { noteId }) as { revision: number; value: { header: object; document: unknown } };
    if (what === 'remove') {
      await ask('discardDraft', { noteId, revision: open.revision });
      return;
    }
    const header = { ...open.value.header, interpreter: 'From the other window', ...(what === 'sign' ? { serviceType: 'no_show' } : {}) };
    const { revision } = await ask('saveDraft', { noteId, revision: open.revision, header, document: open.value.document }) as { revision: number };
    if (what === 'sign') await ask('sign', { noteId, revision, name: 'Dana Reyes', credentials: '', passphrase });
  }, { act, passphrase: PASSPHRASE });
}

test('unsigned notes of every client stand in one list, and a note that shares its time says with which', async ({ app }) => {
  await firstRun(app);
  const { page } = app;
  const frame = new FramePage(page);
  const note = new NotePage(page);
  await addClient(app, { preferredName: FIRST, dateOfBirth: '1987-03-14' });
  await frame.openTab('notes');
  await note.begin('SOAP note');
  await note.times('10:00', '10:50');
  await expect(note.saved()).toBeVisible();
  await note.back();

  await test.step('the list asks again when a note that was saved is left', async () => {
    await note.openFirst();
    await note.write("Client's report", 'Came on time.');
    // Its clock shows minutes: a note that came past this window stands in for a save of a later minute.
    const [row] = await callIn(page)('clients:list', { status: 'active' });
    await callIn(page)('notes:create', { clientId: row?.clientId as never, templateId: 'narrative' as never });
    await note.back();
    await expect(page.getByRole('table', { name: clientsText.notes.title }).getByRole('row')).toHaveCount(3);
    await page.getByRole('table', { name: clientsText.notes.title }).getByRole('row').filter({ hasText: 'Narrative note' }).getByRole('button').click();
    await page.getByRole('button', { name: notesText.discard.action, exact: true }).click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: notesText.discard.confirm, exact: true }).click();
    await expect(page.getByRole('table', { name: clientsText.notes.title }).getByRole('row')).toHaveCount(2);
  });

  await test.step('overlapping times are named beside the draft and before signing, and hold nothing back', async () => {
    await note.begin('DAP note');
    await note.times('10:30', '11:20');
    const hint = page.getByRole('complementary').getByText(t.overlap.title);
    await expect(hint).toBeVisible();
    await expect(page.getByRole('complementary').getByText(/^SOAP note, .*10:00.*10:50.*not signed/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await note.openSigning();
    await expect(page.getByRole('dialog').getByText(t.overlap.title)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: t.overlap.go('SOAP note') }).click();
    await expect(page.getByRole('heading', { name: 'SOAP note', level: 1 })).toBeVisible();
    await expect(hint).toBeVisible();
    await note.times('09:00', '09:50');
    await expect(hint).toHaveCount(0);
    await note.back();
  });

  await addClient(app, { preferredName: SECOND, dateOfBirth: '1990-01-02' });
  await frame.openTab('notes');
  await note.begin('Narrative note');
  await expect(note.paper()).toBeVisible();
  await note.back();

  await test.step('a draft in which nothing was written is told as that, waits for no signature, and goes from the list', async () => {
    await frame.openCaseload();
    await page.getByRole('button', { name: t.open(2), exact: true }).click();
    const empty = page.getByRole('table', { name: t.blank.title }).getByRole('row');
    await expect(empty).toHaveCount(2);
    await expect(empty.nth(1)).toContainText(SECOND);
    expect(await faultsOf(page)).toEqual([]);
    await empty.nth(1).getByRole('button', { name: t.blank.discardOne('Narrative note', SECOND) }).click();
    await expect(page.getByRole('table', { name: t.blank.title })).toHaveCount(0);
    await expect(page.getByRole('table', { name: t.title }).getByRole('row')).toHaveCount(3);
    await frame.openCaseload();
    await frame.openClient(SECOND);
    await frame.openTab('notes');
    await note.begin('Narrative note');
    await note.write('Session', 'We');
    await expect(note.saved()).toBeVisible();
  });

  await test.step('a draft that was emptied again stands apart, without an act that would be refused', async () => {
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await expect.poll(() => note.readText('Session')).toBe('');
    await note.back();
    await frame.openCaseload();
    await page.getByRole('button', { name: t.open(2), exact: true }).click();
    const emptied = page.getByRole('table', { name: t.emptied.title }).getByRole('row');
    await expect(emptied).toHaveCount(2);
    await expect(page.getByRole('table', { name: t.blank.title })).toHaveCount(0);
    await expect(page.getByRole('button', { name: t.blank.discard })).toHaveCount(0);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: t.emptied.openOne('Narrative note', SECOND) }).click();
    await note.write('Session', 'We talked about work.');
    await expect(note.saved()).toBeVisible();
    await note.back();
    await frame.openCaseload();
    await frame.openClient(SECOND);
  });

  await test.step('the time of a save for one client does not stand under another', async () => {
    await expect(page.getByText(frameText.status.nothingToSave)).toHaveCount(0);
    await frame.openCaseload();
    await frame.openClient(FIRST);
    await expect(page.getByText(frameText.status.nothingToSave)).toBeVisible();
  });

  await test.step('the caseload counts them and leads to the list; a line opens its note and comes back', async () => {
    await frame.openCaseload();
    await page.getByRole('button', { name: t.open(3), exact: true }).click();
    const rows = page.getByRole('table', { name: t.title }).getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText(FIRST);
    await expect(rows.nth(1)).toContainText('SOAP note');
    await expect(rows.nth(1)).toContainText(t.age(0));
    await expect(rows.nth(3)).toContainText(SECOND);
    expect(await faultsOf(page)).toEqual([]);
    await rows.nth(3).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Narrative note', level: 1 })).toBeVisible();
    await note.back();
    await expect(page.getByRole('heading', { name: t.title, level: 1 })).toBeVisible();
    await page.getByRole('button', { name: t.back, exact: true }).click();
    await frame.caseloadHeading().waitFor();
  });
});

test('a draft changed, signed or removed in another window meanwhile keeps what was typed here', async ({ app }) => {
  await firstRun(app);
  const { page } = app;
  const frame = new FramePage(page);
  const note = new NotePage(page);
  await addClient(app, { preferredName: FIRST, dateOfBirth: '1987-03-14' });
  await frame.openTab('notes');
  for (const act of ['change', 'sign'] as const) {
    await test.step(act, async () => {
      await note.begin('Narrative note');
      await note.write('Session', 'Saved here. ');
      await expect(note.saved()).toBeVisible();
      await elsewhere(app, act);
      await note.enterTextEnd('Session');
      await page.keyboard.type(`Typed after the other window: ${act}.`);
      await expect(page.getByText(notesText.save.conflictTitle)).toBeVisible();
      await expect.poll(() => note.readText('Session')).toContain(`Typed after the other window: ${act}.`);
      await page.getByRole('button', { name: notesText.save.copyText }).click();
      await expect(page.getByText(notesText.save.copied)).toBeVisible();
      await page.getByRole('button', { name: notesText.save.openAgain }).click();
      await expect(page.getByText(notesText.save.conflictTitle)).toHaveCount(0);
      if (act === 'change') await expect.poll(() => note.readText('Session')).not.toContain('Typed after');
      await note.back();
      await expect(page.getByRole('table', { name: clientsText.notes.title })).toBeVisible();
    });
  }
  await test.step('remove', async () => {
    await note.begin('Narrative note');
    await note.write('Session', 'Saved here. ');
    await expect(note.saved()).toBeVisible();
    await elsewhere(app, 'remove');
    await note.enterTextEnd('Session');
    await page.keyboard.type('Typed after it was removed.');
    await expect(page.getByText(notesText.save.removedTitle)).toBeVisible();
    await expect(page.getByRole('button', { name: notesText.save.openAgain })).toHaveCount(0);
  });
  await test.step('after a lock every text is offered, until the person says what becomes of it', async () => {
    await app.triggerPower('suspend');
    await new UnlockPage(page).heading().waitFor();
    await unlock(app);
    const discard = page.getByRole('button', { name: notesText.leftover.discard, exact: true });
    await expect(discard).toHaveCount(3);
    await expect(page.getByRole('button', { name: notesText.leftover.copy, exact: true })).toHaveCount(3);
    expect(await faultsOf(page)).toEqual([]);
  });
  await test.step('the text of the note that is gone is read, and becomes a note of the same client', async () => {
    const words = page.getByText('Typed after it was removed.');
    await page.getByRole('button', { name: notesText.leftover.read, exact: true }).last().click();
    await expect(page.getByRole('dialog', { name: notesText.leftover.readTitle }).filter({ has: words })).toBeVisible();
    await page.keyboard.press('Escape');
    const left = page.getByRole('button', { name: notesText.leftover.newNote, exact: true });
    await expect(left).toHaveCount(3);
    await left.last().click();
    await expect.poll(() => note.readText('Session')).toContain('Typed after it was removed.');
    await expect(left).toHaveCount(2);
    // What is discarded is seen first.
    await page.getByRole('button', { name: notesText.leftover.discard, exact: true }).first().click();
    const question = page.getByRole('alertdialog', { name: notesText.leftover.discardTitle });
    await expect(question).toContainText('Typed after the other window: change.');
    await question.getByRole('button', { name: notesText.leftover.discard, exact: true }).click();
    await expect(left).toHaveCount(1);
  });
});
