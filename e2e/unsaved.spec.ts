// Typed words are never lost without a question: forms, dialogs, the lock.
import { clientsText } from '../shared/text/en/clients.ts';
import { episodeText } from '../shared/text/en/episode.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { spellingText } from '../shared/text/en/spelling.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { RecordPage } from './pages/record.ts';
import { pressAndType, type as typeInto } from './pages/typing.ts';
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
  const clinic = app.page.getByLabel(settingsText.you.clinic, { exact: true });
  await expect(clinic).toHaveValue('Elm House');

  await test.step('what is typed while the settings are being saved is not said to be saved', async () => {
    const form = app.page.locator('form').filter({ has: clinic });
    const save = form.getByRole('button', { name: settingsText.save, exact: true });
    await pressAndType(clinic, save, ' East');
    // The answer has come: the button can be pressed again.
    await expect(save).not.toHaveAttribute('aria-busy', 'true');
    await expect(app.page.getByText(frameText.status.pending)).toBeVisible();
    await expect(form.getByText(settingsText.saved)).toHaveCount(0);
    await frame.rail().getByRole('button', { name: frameText.caseload }).click();
    await expect(question).toContainText(t.formTitle(settingsText.you.title));
    await question.getByRole('button', { name: t.save, exact: true }).click();
    await frame.caseloadHeading().waitFor();
    await frame.openSettings();
    await expect(clinic).toHaveValue('Elm House East');
  });

  await test.step('the index of the settings leads to a section by keys, marks it, and leaves typed words alone', async () => {
    const { keyboard } = app.page;
    const entry = (name: string) => app.page.getByRole('navigation', { name: settingsText.index }).getByRole('button', { name, exact: true });
    await expect(entry(settingsText.you.title)).toHaveAttribute('aria-current', 'true');
    await typeInto(clinic, 'Oak House');
    await entry(settingsText.you.title).focus();
    await keyboard.press('End');
    await expect(entry(settingsText.about.title)).toBeFocused();
    await keyboard.press('b');
    await keyboard.press('Enter');
    await expect(entry(settingsText.backup.title)).toHaveAttribute('aria-current', 'true');
    await expect(entry(settingsText.you.title)).not.toHaveAttribute('aria-current', 'true');
    await expect(app.page.getByRole('button', { name: settingsText.backup.now, exact: true })).toBeInViewport();
    await keyboard.press('Tab');
    await expect(app.page.getByRole('button', { name: settingsText.backup.now, exact: true })).toBeFocused();
    await expect(clinic).toHaveValue('Oak House');
    // The one in which somebody writes is the one that is marked.
    await clinic.focus();
    await expect(entry(settingsText.you.title)).toHaveAttribute('aria-current', 'true');
    const form = app.page.locator('form').filter({ has: clinic });
    await form.getByRole('button', { name: settingsText.save, exact: true }).press('Enter');
    await expect(form.getByText(settingsText.saved)).toBeVisible();
  });

  await test.step('a word typed on while it is being added is not taken away', async () => {
    const word = app.page.getByRole('textbox', { name: spellingText.settings.newWord });
    await typeInto(word, 'Zephyrine');
    await pressAndType(word, app.page.getByRole('button', { name: spellingText.settings.addWord, exact: true }), 'quill');
    await expect(app.page.getByText(spellingText.settings.added('Zephyrine'))).toBeVisible();
    await expect(word).toHaveValue('Zephyrinequill');
  });

  await test.step('what is typed while a client is being saved keeps the form, and one client is made', async () => {
    await frame.openCaseload();
    await frame.openNewClient();
    await frame.fillClient({ preferredName: NAME, dateOfBirth: '1987-03-14' });
    const name = app.page.getByRole('textbox', { name: clientsText.form.preferredName });
    await pressAndType(name, app.page.getByRole('button', { name: clientsText.form.create, exact: true }), ' Otto');
    await expect(question).toContainText(t.formTitle(clientsText.form.newTitle));
    await question.getByRole('button', { name: t.stay, exact: true }).click();
    await expect(name).toHaveValue(`${NAME} Otto`);
    await expect(app.page.getByText(frameText.status.pending)).toBeVisible();
    await frame.submitClient();
    await frame.tab('record').waitFor();
    await frame.openCaseload();
    await expect(app.page.getByRole('button', { name: `${NAME} Otto`, exact: true })).toBeVisible();
    await expect(app.page.getByRole('button', { name: NAME, exact: true })).toHaveCount(0);
  });
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
  // Typed on while it is being saved: what is saved is told, and what is not stays to be copied.
  await pressAndType(note, record.dialog().getByRole('button', { name: episodeText.returning.submit, exact: true }), ', and again');
  await expect(record.dialog()).toContainText(frameText.savedBefore);
  await expect(note).toHaveValue('Called from the bus stop, and again');
  await record.dialog().getByRole('button', { name: frameText.close, exact: true }).last().click();
  await record.dialog().waitFor({ state: 'hidden' });
  await open();
  await typeInto(note, 'Called once more');
  await app.triggerPower('suspend');
  await new UnlockPage(app.page).heading().waitFor();
  await unlock(app);
  await expect(app.page.getByText(frameText.unfinished.title(episodeText.returning.title))).toBeVisible();
  await app.page.getByRole('button', { name: frameText.unfinished.understood, exact: true }).click();
  await lock(app);
  await unlock(app);
  await expect(app.page.getByText(frameText.unfinished.title(episodeText.returning.title))).toHaveCount(0);
});
