// Moments in which words could get lost: an unseen character in a form line, a key pressed while a new
// element is saved for the first time, a change of mind while the signature is under way.
import { notesText as t } from '../shared/text/en/notes.ts';
import { planText as p } from '../shared/text/en/plan.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, newNote, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { PlanPage } from './pages/plan.ts';

test('a vertical tab from a word processor does not keep the note from being saved', async ({ app }) => {
  const note = await newNote(app);
  await note.write('Main point', 'before');
  await note.saved().waitFor();
  const box = app.page.getByRole('textbox', { name: t.links.noneBecause });
  await box.fill('first line\u000bsecond line');
  await expect(box).toHaveValue('first linesecond line');
  await note.write('Main point', ' and after');
  await expect(note.saved()).toBeVisible();
});

test('a signature under way cannot be closed, so nothing is written behind it', async ({ app }) => {
  const note = await newNote(app);
  await note.times('00:00', '00:01');
  await note.risk();
  for (const field of ['Main point', 'What you did and why', 'Client response', 'Progress toward goals', 'Next steps']) await note.write(field, 'kingfisher');
  await note.pick('Interventions', 'CBT');
  await note.giveNoPlanReason('The plan is written next week');
  await note.saved().waitFor();
  await note.openSigning();
  await note.sign(PASSPHRASE);
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByText(/^Signed by/).first()).toBeVisible();
});

test('words typed while a new problem is numbered are saved', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('plan');
  await new PlanPage(app.page).start();
  for (let round = 1; round <= 3; round += 1) {
    await app.page.getByRole('button', { name: p.addProblem, exact: true }).click();
    await app.page.getByRole('textbox', { name: p.statement, exact: true }).nth(round - 1).focus();
    // One word at a time, so that some fall into the first save of the element.
    for (const word of ['Uses', ' heroin', ' every', ' day']) {
      await app.page.keyboard.insertText(word);
      await app.page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => { setTimeout(done, 200); }); }));
    }
    await expect(app.page.getByRole('textbox', { name: p.statement, exact: true }).nth(round - 1)).toHaveValue('Uses heroin every day');
    await expect(app.page.getByText('stay as they were given')).toHaveCount(0);
  }
  await new FramePage(app.page).openTab('notes');
  await new FramePage(app.page).openTab('plan');
  await expect(app.page.getByRole('textbox', { name: p.statement, exact: true }).nth(2)).toHaveValue('Uses heroin every day');
});
