// Notes beyond the main job: what locking, signing, impossible times and very long text do.
import { signProblemText } from '../shared/text/en/clinical.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { notesText as t } from '../shared/text/en/notes.ts';
import { expect, test, type AppFixture } from './fixtures.ts';
import { newNote, unlock, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { pressAndType, type as typeInto, typeDate } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

const NAME = 'Zephyrinequill Mora';

async function openNoteAgain(app: AppFixture): Promise<NotePage> {
  await new FramePage(app.page).openClient(NAME);
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  await note.openFirst();
  return note;
}

test('locking in the middle of a word seals all of it first', async ({ app }) => {
  const note = await newNote(app, NAME);
  await note.write('Main point', 'marmalade-thresholds up to the very last lette');
  await app.page.keyboard.press('r');
  await app.page.keyboard.press('ControlOrMeta+l');
  await new UnlockPage(app.page).heading().waitFor();
  expect(await app.page.content()).not.toContain('marmalade');
  await unlock(app);
  const again = await openNoteAgain(app);
  await expect.poll(() => again.readText('Main point')).toBe('marmalade-thresholds up to the very last letter');
});

test('quitting in the middle of a word seals all of it first', async ({ app }) => {
  const note = await newNote(app, NAME);
  await note.write('Main point', 'marmalade-thresholds before the window was closed');
  await app.quit();
  await app.restart();
  await unlock(app);
  const again = await openNoteAgain(app);
  await expect.poll(() => again.readText('Main point')).toBe('marmalade-thresholds before the window was closed');
});

test('a note with gaps cannot be signed, a signed one cannot be changed, only added to', async ({ app }) => {
  const note = await newNote(app, NAME);
  await test.step('a hint about the next appointment leads to its own box, also where it is folded away', async () => {
    const more = app.page.getByText(t.header.more, { exact: true });
    const next = app.page.getByLabel(t.header.next, { exact: true });
    const hint = app.page.getByRole('complementary').getByRole('button', { name: signProblemText.appointmentPast });
    await more.click();
    await typeDate(next, '2020-01-15');
    await app.page.getByRole('complementary').getByText(t.hints.title).waitFor();
    await more.click();
    await expect(next).toBeHidden();
    await hint.click();
    await expect(next).toBeFocused();
    await note.back();
    await note.openFirst();
    await hint.click();
    await expect(next).toBeFocused();
  });
  await note.times('10:00', '09:30');
  await expect(app.page.getByText(t.header.endBeforeStart).first()).toBeVisible();
  await note.openSigning();
  await expect(app.page.getByRole('dialog').getByRole('button', { name: t.sign.sign, exact: true })).toBeDisabled();
  // However long the list of what is missing: what is asked for stands in sight.
  await expect(app.page.getByRole('dialog').getByLabel(t.sign.passphrase, { exact: true })).toBeInViewport({ ratio: 1 });
  await app.page.keyboard.press('Escape');

  await note.times('10:00', '10:45');
  await test.step('a hint about a risk leads to the question or the box of that very risk', async () => {
    const beside = app.page.getByRole('complementary');
    const doneAbout = (kind: string) => app.page.getByRole('textbox', { name: `${t.risk.action}: ${kind}`, exact: true });
    const { overdose } = t.risk.kinds;
    await beside.getByRole('button', { name: signProblemText.riskNotAsked(overdose) }).click();
    await expect(app.page.getByRole('radiogroup', { name: overdose, exact: true }).getByRole('radio', { name: t.risk.levels.not_asked, exact: true })).toBeFocused();
    await note.risk(t.risk.levels.low);
    for (const kind of Object.values(t.risk.kinds)) {
      await beside.getByRole('button', { name: signProblemText.riskActionMissing(kind) }).click();
      await expect(doneAbout(kind)).toBeFocused();
    }
    await app.page.getByRole('radiogroup', { name: overdose, exact: true }).getByRole('radio', { name: t.risk.levels.moderate, exact: true }).click();
    await note.openSigning();
    await app.page.getByRole('dialog').getByRole('button', { name: signProblemText.riskActionMissing(overdose) }).click();
    await expect(doneAbout(overdose)).toBeFocused();
    await app.page.keyboard.type('Kit given');
    await expect(doneAbout(overdose)).toHaveValue('Kit given');
    // Words typed on the choice itself are not lost either.
    await app.page.getByRole('radiogroup', { name: t.risk.kinds.suicide, exact: true }).getByRole('radio', { name: t.risk.levels.low, exact: true }).click();
    await app.page.keyboard.type('Safety plan');
    await expect(doneAbout(t.risk.kinds.suicide)).toHaveValue('Safety plan');
  });
  await note.risk();
  for (const field of ['Main point', 'What you did and why', 'Client response', 'Progress toward goals', 'Next steps']) await note.write(field, 'kingfisher-over-lantern');
  await note.pick('Interventions', 'CBT');
  await note.giveNoPlanReason('The plan is written next week');
  await note.openSigning();
  await note.sign('not the passphrase of this vault');
  await expect(app.page.getByRole('dialog').getByLabel(t.sign.passphrase, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await note.signInTheEnd(PASSPHRASE);
  await expect(app.page.getByText('Signed by Dana Reyes, LPC, CADC II')).toBeVisible();

  await expect(note.paper()).toHaveCount(0);
  await expect(app.page.locator('[contenteditable="true"]')).toHaveCount(0);
  await note.addAddendum('The session was on the telephone for the last ten minutes.', 'Left out');
  await expect(app.page.getByText('The session was on the telephone for the last ten minutes.')).toBeVisible();

  // Typed on while it is being added: what was added is told, and what was not stays to be copied.
  await app.page.getByRole('button', { name: t.addenda.add, exact: true }).click();
  const dialog = app.page.getByRole('dialog');
  const reason = dialog.getByRole('textbox', { name: t.addenda.reason });
  await typeInto(dialog.getByRole('textbox', { name: t.addenda.text }), 'Called back at noon.');
  await typeInto(reason, 'Left out');
  await pressAndType(reason, dialog.getByRole('button', { name: t.addenda.save, exact: true }), ' too');
  await expect(dialog).toContainText(frameText.savedBefore);
  await expect(reason).toHaveValue('Left out too');
  await dialog.getByRole('button', { name: frameText.close, exact: true }).last().click();
  await expect(app.page.getByText('Called back at noon.')).toHaveCount(1);
});

test('ten thousand words are pasted, saved, and are there after a restart', async ({ app }) => {
  const note = await newNote(app, NAME);
  await note.enterText('Main point');
  const words = Array.from({ length: 10_000 }, (_none, at) => `word${String(at)}`).join(' ');
  await app.page.evaluate((text) => {
    document.addEventListener('copy', (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
    }, { capture: true, once: true });
  }, words);
  await app.page.keyboard.press('ControlOrMeta+c');
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(app.page.getByText('10,000 words').or(app.page.getByText('10000 words'))).toBeVisible();
  await note.saved().waitFor();
  await app.quit();
  await app.restart();
  await unlock(app);
  const again = await openNoteAgain(app);
  expect((await again.readText('Main point')).replaceAll('\n', ' ')).toBe(words);
});
