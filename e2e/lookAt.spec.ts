// Findings beside the note being written: what this note brings itself stands there and in the strip once it
// is saved, leads to its place, and is acknowledged without leaving the note.
import AxeBuilder from '@axe-core/playwright';
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { clientsText } from '../shared/text/en/clients.ts';
import { checksText } from '../shared/text/en/health.ts';
import { measuresText } from '../shared/text/en/measures.ts';
import { notesText } from '../shared/text/en/notes.ts';
import { ruleText } from '../shared/text/en/rules.ts';
import { presetTableText } from '../shared/text/en/templates.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';
import { NotePage } from './pages/note.ts';

const CLIENT = { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' };
const phq = instrumentById('PHQ-9');
const alert = phq.alerts[0]?.text ?? '';

test('item 9 beside a score in a note raises the check at once, here, in the strip and in the caseload', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const { page } = app;
  const frame = new FramePage(page);
  await frame.openTab('notes');
  const note = new NotePage(page);
  await note.begin('Intake and biopsychosocial assessment');
  const panel = page.getByRole('region', { name: clientsText.details.alerts });
  await expect(panel.getByText(checksText.nothing)).toBeVisible();
  await panel.getByText(checksText.inThisNote(2)).click();
  await expect(panel.getByRole('button', { name: checksText.riskOpen(5) })).toBeVisible();

  // A total says nothing about item 9, so it is asked beside it.
  await page.getByRole('textbox', { name: 'PHQ-9 total' }).fill('3');
  const item = page.getByRole('radiogroup', { name: presetTableText.urgentItem('9', phq.items[8]?.text ?? '') });
  await expect(item).toBeVisible();
  await expect(panel.getByText(ruleText.suicide)).toHaveCount(0);
  await item.getByRole('radio', { name: '1 Several days', exact: true }).click();
  // Before anything is saved.
  await expect(page.getByRole('alert').filter({ hasText: alert })).toContainText('988');
  await expect(panel.getByText(ruleText.suicide)).toBeVisible();
  await expect(frame.strip()).toContainText(ruleText.suicide);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);

  await test.step('the evidence leads to its field', async () => {
    await panel.getByRole('button', { name: /^Note/ }).click();
    await expect(page.getByRole('textbox', { name: 'PHQ-9 total' })).toBeFocused();
  });

  await test.step('it is acknowledged from here with who, when and why, and stays in the note', async () => {
    await new MeasuresPage(page).see(ruleText.suicide, 'Asked about safety, plan made together');
    await expect(panel.getByText(checksText.alreadySeen(1))).toBeVisible();
    await expect(panel.getByText(checksText.nothing)).toBeVisible();
    await expect(frame.strip()).not.toContainText(ruleText.suicide);
    await expect(page.getByRole('textbox', { name: 'PHQ-9 total' })).toHaveValue('3');
  });

  await test.step('a graver answer asks again, reaches the caseload, and is still there in the note', async () => {
    await item.getByRole('radio', { name: '3 Nearly every day', exact: true }).click();
    await expect(panel.getByText(ruleText.suicide)).toBeVisible();
    await note.back();
    await frame.openCaseload();
    await expect(page.getByRole('row', { name: new RegExp(CLIENT.preferredName) })).toContainText(ruleText.suicide);
    await frame.openClient(CLIENT.preferredName);
    await frame.openTab('notes');
    await note.openFirst();
    await expect(item.getByRole('radio', { name: '3 Nearly every day', exact: true })).toBeChecked();
  });
});

test('item 9 answered by the client reaches the counsellor the moment the window is back, and the note beside', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const { page } = app;
  const frame = new FramePage(page);
  const measures = new MeasuresPage(page);
  await frame.openTab('measures');
  await measures.choose('PHQ-9');
  await measures.handOver();
  await measures.beginKeys();
  for (const item of phq.items.slice(0, 8)) await measures.key(item.text, '0');
  await measures.key(phq.items[8]?.text ?? '', '1');
  // The client sees no alarm.
  expect(await page.locator('body').innerText()).not.toContain(alert);
  await page.getByRole('button', { name: measuresText.handed.done, exact: true }).click();
  await measures.takeBack(PASSPHRASE);
  await expect(frame.strip()).toContainText(ruleText.suicide);
  await expect(page.getByText(alert)).toBeVisible();

  await frame.openTab('notes');
  const note = new NotePage(page);
  await note.begin('SOAP note');
  const panel = page.getByRole('region', { name: clientsText.details.alerts });
  await expect(panel.getByText(ruleText.suicide)).toBeVisible();
  // Words bring nothing new; a risk that is answered does, and the later answer counts.
  await note.write("Client's report", 'Came on time.');
  const suicide = page.getByRole('radiogroup', { name: /^Suicid/ }).first();
  await suicide.getByRole('radio', { name: notesText.risk.levels.low, exact: true }).click();
  await expect(panel.getByRole('button', { name: /^Note/ })).toBeVisible();
  await panel.getByRole('button', { name: /^Measure/ }).click();
  await expect(measures.history('PHQ-9')).toBeVisible();
});
