// The figures of the checks on the Settings screen: changed, refused with a sentence, put back, and at work in
// the caseload at once.
import AxeBuilder from '@axe-core/playwright';
import { instrumentById } from '../shared/measures/loadInstruments.ts';
import { ruleText } from '../shared/text/en/rules.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { thresholdLabel, thresholdText as t } from '../shared/text/en/thresholds.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';

const CLIENT = { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' };

test('a threshold is changed, refused out of its bounds, at work at once, and put back', async ({ app }) => {
  await firstRun(app);
  await addClient(app, CLIENT);
  const { page } = app;
  const frame = new FramePage(page);
  const measures = new MeasuresPage(page);
  await frame.openTab('measures');
  await measures.choose('PHQ-9');
  await measures.askTogether();
  await measures.beginKeys();
  for (const [at, item] of instrumentById('PHQ-9').items.slice(0, 9).entries()) await measures.key(item.text, at < 8 ? '1' : '0');
  await measures.save();
  await expect(measures.history('PHQ-9')).toContainText('8 of 27');
  await expect(frame.strip()).not.toContainText(ruleText.depression(8));

  await frame.openSettings();
  const part = page.getByRole('region', { name: t.title });
  const group = part.getByText(t.groups.screening, { exact: true });
  await group.focus();
  await page.keyboard.press('Enter');
  const box = part.getByRole('spinbutton', { name: thresholdLabel('phq9Cut'), exact: true });
  await expect(part.getByText(t.hint('10', t.units.points, t.sources.own, false)).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);

  await test.step('out of its bounds it is refused with a sentence at its place', async () => {
    await box.fill('40');
    await part.getByRole('button', { name: settingsText.save, exact: true }).click();
    await expect(part.getByText(t.range(1, 27))).toBeVisible();
    await expect(box).toBeFocused();
  });

  await test.step('an order that cannot be is refused too', async () => {
    await box.fill('8');
    await part.getByText(t.groups.levels, { exact: true }).click();
    const low = part.getByRole('spinbutton', { name: thresholdLabel('iopMinHours') });
    await low.fill('30');
    await part.getByRole('button', { name: settingsText.save, exact: true }).click();
    await expect(part.getByText(t.notAbove(thresholdLabel('iopMaxHours')))).toBeVisible();
    await part.getByRole('button', { name: t.backTo(thresholdLabel('iopMinHours')) }).click();
    await expect(low).toHaveValue('9');
  });

  await test.step('saved, the caseload follows at once', async () => {
    await part.getByRole('button', { name: settingsText.save, exact: true }).click();
    await expect(part.getByText(settingsText.saved)).toBeVisible();
    await frame.openCaseload();
    await expect(page.getByRole('row', { name: new RegExp(CLIENT.preferredName) })).toContainText(ruleText.depression(8));
  });

  await test.step('all of them go back to their defaults', async () => {
    await frame.openSettings();
    await expect(part.getByText(t.changed(1))).toBeVisible();
    await part.getByRole('button', { name: t.allBack }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: t.allBackConfirm, exact: true }).click();
    await expect(part.getByText(t.changed(1))).toHaveCount(0);
    await part.getByRole('button', { name: settingsText.save, exact: true }).click();
    await expect(part.getByText(settingsText.saved)).toBeVisible();
    await frame.openCaseload();
    await expect(page.getByRole('row', { name: new RegExp(CLIENT.preferredName) })).not.toContainText(ruleText.depression(8));
  });
});
