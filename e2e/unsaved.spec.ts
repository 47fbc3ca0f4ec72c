// Typed words are never lost without a question: forms, dialogs, the lock.
import { clientsText } from '../shared/text/en/clients.ts';
import { episodeText } from '../shared/text/en/episode.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { RecordPage } from './pages/record.ts';
import { type as typeInto } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

const t = frameText.leave;
const NAME = 'Zephyrinequill Mora';

test('a half-typed client form and changed settings ask before they are left, and can be saved on the way', async ({ app }) => {
  await firstRun(app);
  const frame = new FramePage(app.page);
  const question = app.page.getByRole('alertdialog');
  await frame.openNewClient();
  await typeInto(frame.field(clientsText.form.preferredName), NAME);
  await app.page.keyboard.press('ControlOrMeta+l');
  await expect(question).toContainText(t.formTitle(clientsText.form.newTitle));
  await question.getByRole('button', { name: t.stay, exact: true }).click();
  await expect(frame.field(clientsText.form.preferredName)).toHaveValue(NAME);
  // What must be mended keeps the person here.
  await frame.rail().getByRole('button', { name: frameText.caseload }).click();
  await question.getByRole('button', { name: t.save, exact: true }).click();
  await expect(app.page.getByText(clientsText.form.errors.dateOfBirth).first()).toBeVisible();
  await frame.rail().getByRole('button', { name: frameText.caseload }).click();
  await question.getByRole('button', { name: t.go, exact: true }).click();
  await frame.caseloadHeading().waitFor();

  await frame.openSettings();
  await typeInto(app.page.getByLabel(settingsText.you.clinic, { exact: true }), 'Elm House');
  await frame.rail().getByRole('button', { name: frameText.caseload }).click();
  await question.getByRole('button', { name: t.save, exact: true }).click();
  await frame.caseloadHeading().waitFor();
  await frame.openSettings();
  await expect(app.page.getByLabel(settingsText.you.clinic, { exact: true })).toHaveValue('Elm House');
});

test('a dialog with typed words asks on Escape and at the lock, and a lock that comes by itself is told of', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const record = new RecordPage(app.page);
  const question = app.page.getByRole('alertdialog');
  await record.openStart();
  await record.submitStart();
  const open = async () => {
    await app.page.getByRole('button', { name: episodeText.returnToUse, exact: true }).click();
    await record.dialog().waitFor();
  };
  await open();
  await app.page.keyboard.press('Escape');
  await record.dialog().waitFor({ state: 'hidden' });
  await open();
  const note = record.dialog().getByRole('textbox', { name: episodeText.returning.note });
  await typeInto(note, 'Called from the bus stop');
  await app.page.keyboard.press('Escape');
  await question.getByRole('button', { name: t.stay, exact: true }).click();
  await expect(note).toHaveValue('Called from the bus stop');
  await app.page.keyboard.press('ControlOrMeta+l');
  await question.getByRole('button', { name: t.stay, exact: true }).click();
  await expect(note).toHaveValue('Called from the bus stop');
  await app.triggerPower('suspend');
  await new UnlockPage(app.page).heading().waitFor();
  await unlock(app);
  await expect(app.page.getByText(frameText.unfinished.title(episodeText.returning.title))).toBeVisible();
  await app.page.getByRole('button', { name: frameText.unfinished.understood, exact: true }).click();
  await lock(app);
  await unlock(app);
  await expect(app.page.getByText(frameText.unfinished.title(episodeText.returning.title))).toHaveCount(0);
});
