// Own note templates through the built app: made from a shipped one, changed with a preview, used, written out and read in.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { frameText } from '../shared/text/en/frame.ts';
import { ownTemplatesText as t } from '../shared/text/en/ownTemplates.ts';
import { templateFileText, templateRefusalText, templateSentence } from '../shared/text/en/templates.ts';
import { breaches } from './breaches.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { choose } from './pages/typing.ts';

const e = t.editor;
const NOTICE = 'Notice under 42 CFR 2.32';

test('a practice makes a template of its own, and notes keep the version they were made from', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const note = new NotePage(page);
  const toTemplates = async (): Promise<void> => {
    await frame.openSettings();
    await page.getByRole('button', { name: t.openSettings }).click();
  };
  const parts = page.getByRole('region', { name: e.parts });
  const preview = page.getByRole('region', { name: e.preview });
  const button = (name: string) => parts.getByRole('button', { name, exact: true });
  const saved = (version: number) => expect(page.getByText(e.saved(version))).toBeVisible();

  await test.step('made from a shipped one, renamed, added to, moved and undone, with a preview that follows', async () => {
    await toTemplates();
    await page.getByRole('button', { name: t.makeOwnOf('SOAP note') }).click();
    await parts.getByLabel(e.name, { exact: true }).fill('Morning check');
    await parts.getByLabel(e.name, { exact: true }).press('Enter');
    await expect(preview.getByRole('heading', { name: 'Morning check' })).toBeVisible();
    await parts.getByRole('button', { name: e.addSection }).click();
    await expect(preview.getByRole('heading', { name: e.newSection })).toBeAttached();
    // It stands open with its name chosen, and so does its first field: the next key names it.
    await expect(parts.getByLabel(e.sectionName, { exact: true }).and(page.locator(':focus'))).toHaveValue(e.newSection);
    await expect(parts.getByRole('group', { name: e.field(e.newField) })).toBeVisible();
    await parts.getByRole('button', { name: e.up(e.newSection) }).click();
    await expect(page.getByText(/is now at place/)).toBeVisible();
    await parts.getByRole('group', { name: e.field(e.newField) }).getByLabel(e.label, { exact: true }).fill('What the morning was like');
    await page.keyboard.press('Enter');
    await expect(preview.getByRole('group', { name: 'What the morning was like' })).toBeAttached();
    await page.getByRole('button', { name: e.undo }).click();
    await expect(preview.getByRole('group', { name: 'What the morning was like' })).toHaveCount(0);
    await parts.getByLabel(e.name, { exact: true }).fill('');
    await parts.getByLabel(e.name, { exact: true }).press('Enter');
    await expect(page.getByText(templateRefusalText.nameEmpty)).toBeVisible();
    await parts.getByRole('button', { name: e.addSection }).click();
    await page.getByRole('button', { name: e.save }).click();
    await expect(page.getByText(e.notTaken)).toBeVisible();
    await expect(page.getByText(e.saved(2))).toHaveCount(0);
    await page.getByRole('button', { name: e.undo }).click();
    await parts.getByLabel(e.name, { exact: true }).fill('Morning check');
    await parts.getByLabel(e.name, { exact: true }).press('Enter');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await page.getByRole('button', { name: e.save }).click();
    await saved(2);
    // Kept all the same: what still has no name of its own is only said.
    await expect(page.getByText(e.stillNamed([e.place(e.newSection), e.placeIn(e.newField, e.newSection)]))).toBeVisible();
    await page.getByRole('button', { name: e.back }).click();
  });

  await test.step('a note made from it stays as it was when the template changes or is archived', async () => {
    await frame.openCaseload();
    await frame.openClient('Zephyrinequill Mora');
    await frame.openTab('notes');
    await note.begin('Morning check');
    await note.write(e.newField, 'Written on the second version.');
    await note.back();
    await toTemplates();
    await page.getByRole('button', { name: t.editOf('Morning check') }).click();
    await parts.getByRole('button', { name: e.remove(e.newSection) }).click();
    await expect(preview.getByRole('heading', { name: e.newSection })).toHaveCount(0);
    await page.getByRole('button', { name: e.save }).click();
    await saved(3);
    await page.getByRole('button', { name: e.back }).click();
    await page.getByRole('button', { name: t.archiveOf('Morning check') }).click();
    await expect(page.getByRole('button', { name: t.bringBackOf('Morning check') })).toBeVisible();
    await frame.openCaseload();
    await frame.openClient('Zephyrinequill Mora');
    await frame.openTab('notes');
    await note.openFirst();
    await expect.poll(() => note.readText(e.newField)).toContain('Written on the second version.');
    await note.back();
  });

  await test.step('leaving with a change asks; a file is written, and a broken one is refused', async () => {
    await toTemplates();
    await page.getByRole('button', { name: t.editOf('Morning check') }).click();
    await parts.getByRole('button', { name: e.addSection }).click();
    await page.getByRole('button', { name: e.back }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: frameText.leave.go }).click();
    const path = join(app.exports, 'template.json');
    await app.queueDialog('save', path);
    await page.getByRole('button', { name: t.exportOf('Morning check') }).click();
    await expect(page.getByText(t.exported)).toBeVisible();
    await app.queueDialog('open', path);
    await page.getByRole('button', { name: t.importFile }).click();
    await expect(page.getByText(t.importedCopy('Morning check'))).toBeVisible();
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -20));
    await app.queueDialog('open', path);
    await page.getByRole('button', { name: t.importFile }).click();
    await expect(page.getByText(templateFileText.notJson)).toBeVisible();
  });

  await test.step('a field that must be filled in because of another answer says so, and holds that answer', async () => {
    await page.getByRole('button', { name: t.makeOwnOf('Care coordination and case management') }).click();
    const basis = button(e.remove('What allows it'));
    await basis.click();
    await expect(page.getByText(templateSentence(templateRefusalText.condition, { at: 'Consent' }))).toBeVisible();
    const c = e.condition;
    const formOf = async (label: string) => {
      await parts.locator('summary').filter({ hasText: new RegExp(`^${label} `) }).click();
      return parts.getByRole('group', { name: e.field(label), exact: true });
    };
    const answersOf = (form: Locator, label: string) => form.getByRole('group', { name: c.answers(label), exact: true });
    const consent = await formOf('Consent');
    await expect(answersOf(consent, 'What allows it').getByRole('checkbox', { checked: true })).toHaveAccessibleName('Signed consent');
    const reason = await formOf('If without consent, why');
    await expect(answersOf(reason, 'What allows it').getByRole('checkbox', { name: 'Court order', exact: true })).toBeChecked();

    // An answer given other words in its line keeps what depends on it; one taken out is refused, and stays.
    const asked = await formOf('What allows it');
    const lines = asked.getByLabel(e.options, { exact: true });
    await lines.fill((await lines.inputValue()).replace('Signed consent', 'Consent on paper'));
    await lines.blur();
    await expect(answersOf(consent, 'What allows it').getByRole('checkbox', { checked: true })).toHaveAccessibleName('Consent on paper');
    await lines.fill((await lines.inputValue()).replace('Consent on paper\n', ''));
    await lines.blur();
    await expect(page.getByText(templateSentence(templateRefusalText.condition, { at: 'Consent' }))).toBeVisible();
    await lines.fill(`Consent on paper\n${await lines.inputValue()}`);
    await lines.blur();

    // Set on another field: nothing counts as saved until an answer is ticked.
    await choose(page, consent.getByRole('combobox', { name: c.ask }), c.none);
    await expect(answersOf(consent, 'What allows it')).toHaveCount(0);
    await choose(page, reason.getByRole('combobox', { name: c.ask }), c.none);
    const role = await formOf('Role');
    await choose(page, role.getByRole('combobox', { name: c.ask }), c.field(NOTICE, 'What was said'));
    await expect(role.getByText(c.tickOne)).toBeVisible();
    await page.getByRole('button', { name: e.save }).click();
    await expect(page.getByText(e.notTaken)).toBeVisible();
    await answersOf(role, NOTICE).getByRole('checkbox').nth(1).click();
    await answersOf(role, NOTICE).getByRole('checkbox').nth(2).click();
    await expect(role.getByText(c.tickOne)).toHaveCount(0);
    expect(await breaches(page)).toEqual([]);
    await basis.click();
    await expect(basis).toHaveCount(0);
    await page.getByRole('button', { name: e.save }).click();
    await saved(2);
  });
});
