// Questionnaires, medicines and tests from outside: filled by keyboard, handed to a client, seen again as
// scores, marks and findings; every screen of it held against the accessibility rules.
import type { Page } from 'playwright-core';
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { DEFAULT_SETTINGS } from '../shared/settings.ts';
import { analyteLabels, medicationKindLabels, medicationPurposeLabels, medicationSourceLabels, testResultLabels } from '../shared/text/en/clinicalRecord.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { healthText } from '../shared/text/en/health.ts';
import { measuresText as t } from '../shared/text/en/measures.ts';
import { ruleText } from '../shared/text/en/rules.ts';
import { timelineText } from '../shared/text/en/timeline.ts';
import { dayFromToday } from './days.ts';
import { breaches } from './breaches.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';
import { RecordPage } from './pages/record.ts';
import { choose, pressAndType, type as typeInto, typeDate } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

/** For the eye only, where SHOTS names a folder. */
async function shots(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: `${process.env['SHOTS']}/measures-${name}-${colorScheme}.png` });
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

const phq = instrumentById('PHQ-9');
const CLIENT = { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' };

test('a questionnaire is answered by keyboard, speaks of safety at once, and shows how it has moved', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const frame = new FramePage(app.page);
  const measures = new MeasuresPage(app.page);
  await frame.openTab('measures');
  await measures.choose('PHQ-9');
  await expect(app.page.getByText(phq.licence.note)).toBeVisible();
  expect(await breaches(app.page)).toEqual([]);

  await measures.askTogether();
  await measures.beginKeys();
  const alert = phq.alerts[0]?.text ?? '';
  for (const item of phq.items.slice(0, 8)) await measures.key(item.text, '1');
  await expect(measures.result()).toContainText(t.noTotal(1));
  await expect(app.page.getByText(alert)).toHaveCount(0);
  // The ninth question raises the check whatever the total.
  await measures.key(phq.items[8]?.text ?? '', '2');
  await expect(app.page.getByRole('alert').filter({ hasText: alert })).toContainText('988');
  await expect(measures.result()).toContainText('10 of 27, moderate');
  // Nine items, nine answers; the question beside them has the keyboard, and its ring is clear of the result.
  await expect(app.page.getByText(t.counted(9, 9), { exact: true })).toBeVisible();
  const beside = app.page.getByRole('listitem').filter({ hasText: phq.items[9]?.text ?? '' });
  await expect(beside).toContainText(t.beside);
  await expect(beside).not.toContainText('10');
  await expect(beside.getByRole('radio').first()).toBeFocused();
  const [row, result] = [await beside.boundingBox(), await measures.result().boundingBox()];
  expect((row?.y ?? Infinity) + (row?.height ?? 0)).toBeLessThanOrEqual(result?.y ?? 0);
  await expect(beside).toBeInViewport({ ratio: 1 });
  expect(await breaches(app.page)).toEqual([]);
  await measures.save();

  await expect(measures.history('PHQ-9').getByRole('row').nth(1)).toContainText('10 of 27, moderate');
  await expect(measures.picture('PHQ-9')).toHaveAccessibleName(/1 score over time\. Last: 10/);
  await expect(frame.strip()).toContainText(ruleText.suicide);
  expect(await breaches(app.page)).toEqual([]);

  // The client looks on: what the checks found is not above the questions.
  await measures.askTogether();
  await expect(frame.strip()).toContainText(CLIENT.preferredName);
  await expect(frame.strip()).not.toContainText(ruleText.suicide);
  if (process.env['SHOTS']) await shots(app.page, 'asked');
  // Leaving with answers that are not saved asks first.
  await measures.beginKeys();
  await measures.key(phq.items[0]?.text ?? '', '3');
  await app.page.getByRole('button', { name: t.back, exact: true }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: frameText.leave.go, exact: true }).click();

  await frame.openTab('record');
  await measures.see(ruleText.suicide, 'Risk assessed, safety plan made together');
  await expect(app.page.getByText('Risk assessed, safety plan made together')).toBeVisible();
  await expect(frame.strip()).not.toContainText(ruleText.suicide);
  expect(await breaches(app.page)).toEqual([]);

  await frame.openTab('measures');
  await measures.markError('Read out from another form');
  await expect(measures.history('PHQ-9')).toContainText('Read out from another form');
  await expect(measures.picture('PHQ-9')).toHaveCount(0);

  // Typed on while it is being saved: what is saved is told, and what is not stays to be copied.
  await measures.askTogether();
  await measures.beginKeys();
  await measures.key(phq.items[0]?.text ?? '', '3');
  const remark = app.page.getByRole('textbox', { name: t.remark });
  await pressAndType(remark, app.page.getByRole('button', { name: t.saveMissing(8), exact: true }), 'By phone');
  await expect(app.page.getByText(frameText.savedBefore)).toBeVisible();
  await expect(remark).toHaveValue('By phone');
  await app.page.getByRole('button', { name: frameText.close, exact: true }).click();
  await expect(measures.history('PHQ-9').getByRole('row')).toHaveCount(3);
});

test('a client who has the window sees one form and nothing else, and only the passphrase brings it back', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const frame = new FramePage(app.page);
  const measures = new MeasuresPage(app.page);
  await frame.openTab('measures');
  await measures.choose('GAD-7');
  await measures.handOver();
  const shown = async (): Promise<string> => app.page.locator('body').innerText();
  expect(await shown()).not.toMatch(/Zephyrinequill|Caseload|Settings|PHQ-9/);
  expect(await breaches(app.page)).toEqual([]);
  // No key of the frame answers: neither the palette nor the search nor the sheet of shortcuts.
  for (const keys of ['ControlOrMeta+k', 'ControlOrMeta+Shift+F', '?', 'ControlOrMeta+2']) await app.page.keyboard.press(keys);
  await expect(app.page.getByRole('combobox').or(app.page.getByRole('searchbox')).or(app.page.getByRole('dialog'))).toHaveCount(0);
  await measures.beginKeys();
  for (const item of instrumentById('GAD-7').items) await measures.key(item.text, '3');
  expect(await shown()).not.toMatch(/21|severe/);
  await app.page.getByRole('button', { name: t.handed.done, exact: true }).click();
  await expect(app.page.getByText(t.handed.giveBack)).toBeVisible();
  // A form that does not ask about safety says nothing of it.
  await expect(app.page.getByText(t.handed.heavy)).toHaveCount(0);
  await app.page.keyboard.press('Escape');
  expect(await shown()).not.toMatch(/Zephyrinequill|severe/);

  await measures.takeBack('not the passphrase');
  await expect(app.page.getByText(t.handed.wrong)).toBeVisible();
  expect(await breaches(app.page)).toEqual([]);
  // The pause after a wrong try has to pass: tried again, each time once the app has answered.
  const answered = app.page.getByRole('button', { name: t.handed.open, exact: true }).and(app.page.locator(':not([aria-busy])'));
  do {
    await measures.givePassphrase(PASSPHRASE);
    await frame.strip().or(answered).first().waitFor();
  } while (await frame.strip().count() === 0);
  await expect(measures.history('GAD-7').getByRole('row').nth(1)).toContainText('21 of 21, severe');
  await expect(measures.history('GAD-7')).toContainText(t.modes.self);

  // A lock meanwhile keeps what was answered, and the window stays shut.
  await measures.handOver();
  await measures.beginKeys();
  await measures.key(instrumentById('GAD-7').items[0]?.text ?? '', '2');
  await app.triggerPower('suspend');
  await expect(app.page.getByRole('button', { name: t.handed.done, exact: true })).toHaveCount(0);
  await app.page.getByRole('heading').first().waitFor();
  expect(await shown()).not.toContain('Zephyrinequill');
  await new UnlockPage(app.page).unlock(PASSPHRASE);
  // The client may still sit there: what comes is not their record, where the scores stand.
  await frame.caseloadHeading().waitFor();
  await frame.openClient(CLIENT.preferredName);
  await frame.openTab('measures');
  await expect(measures.history('GAD-7').getByRole('row').nth(1)).toContainText(t.missingShort(6));
});

test('a window taken back while the answers are being saved keeps the box of the passphrase, and saves them once', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const measures = new MeasuresPage(app.page);
  await new FramePage(app.page).openTab('measures');
  await measures.choose('GAD-7');
  await measures.handOver();
  await measures.beginKeys();
  for (const item of instrumentById('GAD-7').items) await measures.key(item.text, '1');
  await measures.takeAtOnce();
  // Saved answers are not gone back to.
  await expect(app.page.getByRole('button', { name: t.handed.goOn, exact: true })).toHaveCount(0);
  await measures.givePassphrase(PASSPHRASE);
  await expect(measures.history('GAD-7').getByRole('row')).toHaveCount(2);
  await expect(measures.history('GAD-7').getByRole('row').nth(1)).toContainText('7 of 21');
});

test('a client alone with item 9 is asked once about what is open and reads the crisis line, and the result is passed over nowhere', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const { page } = app;
  const frame = new FramePage(page);
  const measures = new MeasuresPage(page);
  const record = new RecordPage(page);
  await record.openStart();
  await record.submitStart();
  await frame.openTab('measures');
  await expect(measures.row('PHQ-9')).toContainText(t.dueFirst);
  await measures.choose('PHQ-9');
  await measures.handOver();
  const done = page.getByRole('button', { name: t.handed.done, exact: true });
  const asked = page.getByRole('alertdialog');
  const thanks = page.getByRole('heading', { name: t.handed.thanks, exact: true });
  const crisis = page.getByText(`${t.handed.heavy} ${t.handed.crisis(DEFAULT_SETTINGS.crisisLine)}`);
  await page.getByRole('radiogroup', { name: phq.items[8]?.text ?? '' }).getByText('Nearly every day').click();
  await done.click();
  await expect(asked).toContainText(t.handed.stillOpen(9));
  await expect(asked.getByRole('button', { name: t.handed.goBack, exact: true })).toBeFocused();
  expect(await breaches(page)).toEqual([]);
  if (process.env['SHOTS']) await shots(page, 'open');
  // The keyboard goes back to the first open question; a second "done" is not asked about.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup', { name: phq.items[0]?.text ?? '' }).getByRole('radio').first()).toBeFocused();
  await done.click();
  await expect(thanks).toBeFocused();
  await expect(crisis).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  if (process.env['SHOTS']) await shots(page, 'thanks');

  await measures.takeBack(PASSPHRASE);
  await expect(measures.row('PHQ-9')).toContainText(t.noScore);
  await expect(measures.row('PHQ-9')).toContainText(t.item9(3));
  // Begun is not done: it stays due.
  await expect(measures.row('PHQ-9')).toContainText(t.dueIncomplete);
  expect(await breaches(page)).toEqual([]);
  if (process.env['SHOTS']) await shots(page, 'row');
  await frame.openTab('timeline');
  const entry = page.getByRole('list', { name: timelineText.listTitle }).getByRole('button', { name: timelineText.noTotal('PHQ-9') });
  await expect(entry).toContainText(t.item9(3));
  await entry.click();
  await expect(page.getByRole('complementary').getByText(t.item9(3), { exact: true })).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  if (process.env['SHOTS']) await shots(page, 'timeline');

  // Who answers nothing reads the same: the page tells nobody anything.
  await frame.openTab('measures');
  await measures.handOver();
  await done.click();
  await asked.getByRole('button', { name: t.handed.leaveOut(10), exact: true }).click();
  await expect(thanks).toBeFocused();
  await expect(page.getByText(t.handed.giveBackNothing)).toBeVisible();
  await expect(crisis).toBeVisible();
  await measures.takeBack(PASSPHRASE);
  await expect(measures.history('PHQ-9').getByRole('row')).toHaveCount(2);
});

test('a medicine and a test are recorded, checked, and drawn on the timeline', async ({ app }) => {
  // Seven screens held against the rules in both colour schemes.
  test.slow();
  await firstRun(app);
  await addClient(app, CLIENT);
  const frame = new FramePage(app.page);
  const measures = new MeasuresPage(app.page);
  await frame.openTab('health');
  expect(await breaches(app.page)).toEqual([]);

  await measures.add('medications');
  const dialog = measures.dialog();
  // An untouched form is no medicine.
  await measures.saveEntry();
  for (const field of [healthText.fields.kind, healthText.fields.purpose, healthText.fields.source]) await expect(dialog.getByText(healthText.missing(field)).first()).toBeVisible();
  expect(await breaches(app.page)).toEqual([]);
  if (process.env['SHOTS']) await app.page.screenshot({ path: `${process.env['SHOTS']}/medicine-empty.png` });
  await choose(app.page, dialog.getByRole('combobox', { name: healthText.fields.kind }), medicationKindLabels.methadone);
  await choose(app.page, dialog.getByRole('combobox', { name: healthText.fields.purpose }), medicationPurposeLabels.maintenance);
  await choose(app.page, dialog.getByRole('combobox', { name: healthText.fields.source }), medicationSourceLabels.clientReport);
  await typeInto(dialog.getByRole('textbox', { name: healthText.fields.prescriber }), 'Dr Amari');
  await typeDate(dialog.getByLabel(healthText.fields.start, { exact: true }), dayFromToday(-20));
  await typeDate(dialog.getByLabel(healthText.fields.lastTaken), dayFromToday(3));
  expect(await breaches(app.page)).toEqual([]);
  await measures.saveEntry();
  await expect(dialog.getByText(healthText.future(healthText.fields.lastTaken)).first()).toBeVisible();
  await typeDate(dialog.getByLabel(healthText.fields.lastTaken), dayFromToday(-1));
  await measures.saveEntry();
  await expect(dialog).toHaveCount(0);
  await expect(measures.panel('medications')).toContainText('Dr Amari');

  await measures.add('tests');
  await measures.saveEntry();
  await expect(dialog.getByText(healthText.panelEmpty).first()).toBeVisible();
  await choose(app.page, dialog.getByRole('combobox', { name: analyteLabels.fentanyl }), testResultLabels.pos);
  await choose(app.page, dialog.getByRole('combobox', { name: analyteLabels.methadone }), testResultLabels.neg);
  // A result of "other" asks which substance it is about.
  await choose(app.page, dialog.getByRole('combobox', { name: analyteLabels.other, exact: true }), testResultLabels.pending);
  await measures.saveEntry();
  await expect(dialog.getByText(healthText.otherUnnamed).first()).toBeVisible();
  await typeInto(dialog.getByRole('textbox', { name: healthText.otherName }), 'Kratom');
  expect(await breaches(app.page)).toEqual([]);
  if (process.env['SHOTS']) await app.page.screenshot({ path: `${process.env['SHOTS']}/test-other.png` });
  await measures.saveEntry();
  await expect(dialog).toHaveCount(0);
  await expect(measures.panel('tests')).toContainText(healthText.lines.positive(analyteLabels.fentanyl));
  await expect(measures.panel('tests')).toContainText(healthText.lines.pending('Kratom'));
  expect(await breaches(app.page)).toEqual([]);

  await frame.openTab('timeline');
  await expect(app.page.getByRole('button', { name: new RegExp(timelineText.testPositive(analyteLabels.fentanyl)) }).first()).toBeVisible();
  await expect(app.page.getByRole('group', { name: timelineText.pictureLabel })).toContainText(medicationKindLabels.methadone);
  expect(await breaches(app.page)).toEqual([]);
  await frame.openTab('record');
  await expect(app.page.getByText(ruleText.medicationAbsent(medicationKindLabels.methadone)).first()).toBeVisible();

  await lock(app);
  expect(app.host.logs()).not.toMatch(/Zephyrinequill|Amari|[Ff]entanyl/);
});
