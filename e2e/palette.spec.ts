// The palette: everything by its name, from anywhere while the vault is open; and the sheet of shortcuts. By keyboard alone.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { commandsText } from '../shared/text/en/commands.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { searchText } from '../shared/text/en/search.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { errorSentence } from '../shared/text/errorSentence.ts';
import { callIn } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { PalettePage } from './pages/palette.ts';
import { SearchPage } from './pages/search.ts';
import { UnlockPage } from './pages/unlock.ts';

const t = commandsText.palette;
const NAME = 'Quillonbarrow';
const OTHER = 'Zephyrinequill Mora';

async function findNothingBroken(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map((one) => `${colorScheme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

test('clients, notes and commands are found by a few letters, and the focus comes back', async ({ app }) => {
  // The palette is held against the rules over a long note, twice in each colour scheme.
  test.slow();
  const { page } = app;
  const { keyboard } = page;
  await firstRun(app);
  const palette = new PalettePage(page);
  const frame = new FramePage(page);
  const note = new NotePage(page);
  await palette.open();
  await expect(palette.box()).toBeFocused();
  await expect(palette.marked()).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(palette.box()).toHaveCount(0);

  await addClient(app, { preferredName: NAME, dateOfBirth: '1975-12-01' });
  await addClient(app, { preferredName: OTHER, dateOfBirth: '1980-02-03' });
  const call = callIn(page);
  const clientOf = async (name: string) => {
    const found = (await call('palette:items', {})).clients.find((client) => client.name === name);
    if (found === undefined) throw new Error('no such client');
    return found;
  };
  const notesOf = async (name: string) => (await call('notes:list', { clientId: (await clientOf(name)).clientId })).heads.length;

  await test.step('to a client by letters in order, then to a tab', async () => {
    await palette.take('quln', NAME);
    await expect(frame.strip()).toContainText(NAME);
    await palette.take('measures', commandsText.labels.tabMeasures);
    await expect(frame.tab('measures')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ControlOrMeta+2');
    await expect(frame.tab('notes')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a note is begun, and the caret comes back to the letter', async () => {
    await palette.take('cbt', t.newNote('CBT session'));
    await note.paper().waitFor();
    await note.write('Main point', 'harbour walk');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ControlOrMeta+k');
    await expect(palette.box()).toBeFocused();
    await findNothingBroken(page);
    await keyboard.type('nothingofthekind');
    await expect(page.getByText(t.nothing('nothingofthekind')).first()).toBeVisible();
    await findNothingBroken(page);
    await keyboard.press('Escape');
    await keyboard.type('X');
    await expect.poll(() => note.readText('Main point')).toBe('harbour walXk');
  });

  await test.step('commands of the note and of its text', async () => {
    await keyboard.press('Shift+ArrowLeft');
    await palette.take('bold', commandsText.labels.bold);
    await expect(note.textField('Main point').locator('strong')).toHaveText('X');
    await palette.take('section content', t.goToSection('Session content'));
    await palette.take('discard', commandsText.labels.discardDraft);
    await expect(page.getByRole('alertdialog')).toBeVisible();
    // A question must be answered first.
    await keyboard.press('ControlOrMeta+k');
    await expect(palette.box()).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+Enter');
    const signing = page.getByRole('dialog', { name: notesText.sign.title });
    await expect(signing).toBeVisible();
    // Over a dialog it opens and closes by itself, and the dialog takes its keys again.
    await palette.open();
    await expect(palette.box()).toBeFocused();
    await keyboard.press('Escape');
    await expect(palette.box()).toHaveCount(0);
    await expect(signing).toBeVisible();
    await expect(signing.locator(':focus')).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(signing).toHaveCount(0);
  });

  await test.step('what was used last comes first, and the note is there by client and kind', async () => {
    await palette.take('caseload', commandsText.labels.caseload);
    await expect(frame.caseloadHeading()).toBeVisible();
    await palette.open();
    // A kind of note is among them: without a client it asks for one.
    await expect(palette.group(t.recent).getByRole('option')).toHaveText([t.newNote('CBT session'), new RegExp(NAME)]);
    await expect(palette.group(t.notes).getByRole('option')).toHaveText([new RegExp(`${NAME}: CBT session.*${t.draft}`)]);
    await keyboard.press('Escape');
    await palette.take('quill cbt', `${NAME}${t.kindOfNote('CBT session')}`);
    await expect(note.textField('Main point')).toBeVisible();
  });

  await test.step('the last line searches everything for the words', async () => {
    await palette.open();
    await keyboard.type('harbour');
    await keyboard.press('ArrowUp');
    await expect(palette.marked()).toHaveText(t.searchFor('harbour'));
    await keyboard.press('Enter');
    const search = new SearchPage(page);
    await expect(search.box()).toHaveValue('harbour');
    await expect(search.of(NAME)).toHaveCount(1);
  });

  await test.step('a note is begun where no client is open: its client is asked for, Esc goes one step back', async () => {
    const kind = t.newNote('CBT session');
    await palette.open();
    // Faster than the names arrive: Enter waits for them instead of searching for the letters.
    await keyboard.type('cbt');
    await keyboard.press('Enter');
    await expect(palette.forClient()).toBeFocused();
    await expect(palette.forClient()).toHaveAccessibleDescription(t.forClient.lead(kind));
    await expect(palette.group(t.forClient.active).getByRole('option')).toHaveCount(2);
    // A second Enter begins nothing for whoever stands first.
    await expect(palette.marked()).toHaveCount(0);
    await keyboard.press('Enter');
    await expect(page.getByText(t.forClient.choose, { exact: true })).toBeVisible();
    await findNothingBroken(page);
    await keyboard.press('Escape');
    await expect(palette.box()).toHaveValue('cbt');
    await expect(palette.marked()).toHaveText(kind);
    await keyboard.press('Enter');
    await keyboard.type('nobodyofthisname');
    await expect(page.getByText(t.forClient.nothing('nobodyofthisname'), { exact: true })).toBeVisible();
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('zeph');
    await expect(palette.marked()).toHaveText(new RegExp(`${OTHER}.*born.*1980`));
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await note.paper().waitFor();
    await expect(frame.strip()).toContainText(OTHER);
    await expect(palette.forClient()).toHaveCount(0);
    expect(await notesOf(OTHER)).toBe(1);
    await expect(page.locator('main :focus, main:focus')).toHaveCount(1);
  });

  await test.step('a client who was archived meanwhile gets no note, and none is begun for another', async () => {
    await frame.openCaseload();
    await palette.open();
    await keyboard.type('dap note');
    await palette.marked().filter({ hasText: t.newNote('DAP note') }).waitFor();
    await keyboard.press('Enter');
    const { clientId } = await clientOf(OTHER);
    const { revision } = await call('clients:get', { clientId });
    await call('clients:archive', { clientId, revision });
    await keyboard.type('mora');
    await expect(palette.marked()).toHaveText(new RegExp(OTHER));
    await keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(errorSentence('CLIENT_ARCHIVED', {}));
    await expect(palette.forClient()).toHaveValue('mora');
    await expect(palette.forClient()).toBeFocused();
    await expect(palette.lines()).toHaveCount(0);
    expect(await notesOf(OTHER)).toBe(1);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await call('clients:restore', { clientId, revision: revision + 1 });
  });

  await test.step('a form with typed words is asked about first; whoever stays has them, and no note', async () => {
    await palette.take('settings', commandsText.labels.settings);
    const clinic = page.getByRole('textbox', { name: settingsText.you.clinic, exact: true });
    await clinic.focus();
    await keyboard.type('Elm House');
    await palette.open();
    await keyboard.type('cbt');
    await keyboard.press('Enter');
    await palette.forClient().waitFor();
    await keyboard.type('zeph');
    await keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await page.getByRole('button', { name: frameText.leave.stay }).press('Enter');
    await expect(palette.forClient()).toHaveCount(0);
    await expect(clinic).toHaveValue(/Elm House$/);
    await expect(clinic).toBeFocused();
    expect(await notesOf(OTHER)).toBe(1);
    await palette.take('caseload', commandsText.labels.caseload);
    await page.getByRole('alertdialog').getByRole('button', { name: frameText.leave.go, exact: true }).press('Enter');
    await frame.caseloadHeading().waitFor();
  });

  await test.step('two notes of a client with a very long name are told apart: the name gives way', async () => {
    const long = `Quillonbarrow ${'Aurelia Constance '.repeat(8)}Marchetti`;
    await addClient(app, { preferredName: long, dateOfBirth: '1990-05-06' });
    for (const title of ['SOAP note', 'DAP note']) {
      await palette.take(title, t.newNote(title));
      await note.paper().waitFor();
    }
    await frame.openCaseload();
    await palette.open();
    await keyboard.type('marchetti');
    const lines = palette.group(t.notes).getByRole('option');
    await expect(lines).toHaveCount(2);
    await expect(lines.filter({ hasText: `${long}${t.kindOfNote('SOAP note')}` })).toHaveCount(1);
    for (const line of await lines.all()) {
      await expect(line).toContainText(t.draft);
      const whole = await line.evaluate((element) => Object.fromEntries(['lead', 'label', 'detail'].map((part) => {
        const box = element.querySelector(`.command-box__${part}`);
        const [inner, outer] = [box?.getBoundingClientRect(), element.getBoundingClientRect()];
        return [part, box !== null && inner !== undefined && box.scrollWidth <= Math.ceil(inner.width) && inner.right <= outer.right];
      })));
      expect(whole).toEqual({ lead: false, label: true, detail: true });
    }
    await keyboard.press('Escape');
  });

  await test.step('the lock ends the second step; not while the vault is locked, and nothing used is remembered after it', async () => {
    await palette.open();
    await keyboard.type('cbt');
    await keyboard.press('Enter');
    await palette.forClient().waitFor();
    await keyboard.type('zeph');
    await keyboard.press('ControlOrMeta+l');
    await new UnlockPage(page).heading().waitFor();
    await expect(palette.forClient()).toHaveCount(0);
    await keyboard.press('ControlOrMeta+k');
    await expect(palette.box()).toHaveCount(0);
    await unlock(app);
    await palette.open();
    await expect(palette.group(t.recent)).toHaveCount(0);
    expect(await notesOf(OTHER)).toBe(1);
  });
});

test('a form that is not saved is asked about, and stays whole', async ({ app }) => {
  const { page } = app;
  await firstRun(app);
  const palette = new PalettePage(page);
  await palette.take('add cl', commandsText.labels.newClient);
  await page.getByRole('textbox', { name: clientsText.form.preferredName }).waitFor();
  await page.getByRole('textbox', { name: clientsText.form.preferredName }).focus();
  await page.keyboard.type('Marmalade');
  await palette.take('caseload', commandsText.labels.caseload);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.getByRole('button', { name: frameText.leave.stay }).press('Enter');
  await expect(page.getByRole('textbox', { name: clientsText.form.preferredName })).toHaveValue('Marmalade');
});

test('the sheet of shortcuts stands on ?, but not in a box', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  await firstRun(app);
  const palette = new PalettePage(page);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1975-12-01' });
  await new FramePage(page).tab('timeline').focus();
  await keyboard.press('?');
  await expect(palette.sheet()).toBeVisible();
  await expect(palette.sheet().getByText('Ctrl+Shift+F')).toBeVisible();
  await findNothingBroken(page);
  await keyboard.press('Escape');
  await expect(palette.sheet()).toHaveCount(0);
  await palette.take('shortcuts', commandsText.labels.shortcuts);
  await expect(palette.sheet()).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('ControlOrMeta+Shift+F');
  await expect(page.getByRole('searchbox', { name: searchText.box })).toBeFocused();
  await keyboard.press('?');
  await expect(palette.sheet()).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: searchText.box })).toHaveValue('?');
  // The menu of the system sends the same commands.
  await palette.take('colors dark', commandsText.labels.themeDark);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
