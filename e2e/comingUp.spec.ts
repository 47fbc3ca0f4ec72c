// Meetings, authorizations and days that come back are kept under Health and told in time on the Record tab;
// the settings about the clinic are saved by their button.
import AxeBuilder from '@axe-core/playwright';
import { triggerLabels } from '../shared/text/en/clinicalRecord.ts';
import { comingUpText as t, meetingKindLabels } from '../shared/text/en/comingUp.ts';
import { healthText } from '../shared/text/en/health.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';
import { choose, type as typeInto, typeDate } from './pages/typing.ts';

test('what is kept under Health comes up in time on the Record tab', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const measures = new MeasuresPage(page);
  const { fields } = healthText;
  await frame.openTab('health');
  const dialog = measures.dialog();

  await measures.add('meetings');
  await choose(page, dialog.getByRole('combobox', { name: fields.meetingKind }), meetingKindLabels.smart);
  await typeInto(dialog.getByRole('textbox', { name: fields.where }), 'Library, second floor');
  await measures.saveEntry();
  await expect(dialog).toHaveCount(0);
  await expect(measures.panel('meetings')).toContainText('Library, second floor');

  await measures.add('authorisations');
  await typeInto(dialog.getByRole('textbox', { name: fields.authorisationNumber }), 'A-17');
  await typeInto(dialog.getByLabel(fields.allowed), '12');
  await measures.saveEntry();
  await expect(dialog.getByText(healthText.missing(fields.lastDay)).first()).toBeVisible();
  await typeDate(dialog.getByLabel(fields.lastDay), dayFromToday(9));
  await measures.saveEntry();
  await expect(dialog).toHaveCount(0);

  await measures.add('triggers');
  await typeInto(dialog.getByRole('textbox', { name: fields.triggerText }), 'The day of the fire');
  await choose(page, dialog.getByRole('combobox', { name: fields.triggerCategory }), triggerLabels.grief);
  await typeDate(dialog.getByLabel(fields.yearly), dayFromToday(5 - 365));
  await measures.saveEntry();
  await expect(dialog).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);

  await frame.openTab('record');
  const panel = page.getByRole('region', { name: t.title });
  await expect(panel).toContainText(t.authorisation('A-17', 0, 12, t.units.sessions));
  await expect(panel).toContainText(t.yearly('The day of the fire'));
});

test('the clinic and its crisis lines are saved by their button', async ({ app }) => {
  await firstRun(app);
  const frame = new FramePage(app.page);
  await frame.openSettings();
  const part = app.page.getByRole('region', { name: settingsText.you.title });
  await typeInto(part.getByRole('textbox', { name: settingsText.you.localCrisis }), 'County line 555-0199');
  await part.getByRole('button', { name: settingsText.save, exact: true }).click();
  await expect(part.getByText(settingsText.saved)).toBeVisible();
  await frame.openCaseload();
  await frame.openSettings();
  await expect(part.getByRole('textbox', { name: settingsText.you.localCrisis })).toHaveValue('County line 555-0199');
});
