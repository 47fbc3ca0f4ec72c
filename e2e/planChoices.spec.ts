// A plan says which path about medication was chosen, which parts are left out and why, and who agrees; the
// hints follow at once, and the version in force shows it all.
import AxeBuilder from '@axe-core/playwright';
import { planHintText } from '../shared/text/en/clinical.ts';
import { agreementRoleLabels, pathwayLabels, planChoicesText as t } from '../shared/text/en/planChoices.ts';
import { planText } from '../shared/text/en/plan.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { PlanPage } from './pages/plan.ts';
import { choose, type as typeInto } from './pages/typing.ts';

test('path, parts left out and agreements are written, hint by hint, and read in force', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  await new FramePage(page).openTab('plan');
  const plan = new PlanPage(page);
  await plan.start();
  await plan.fillProblem({
    ownWords: '', nextReview: '', strengths: [], problem: 'Evening urges', goal: 'Be home in the evening', objective: 'Write down three evenings without a visit to the park', metric: 'evenings', baseline: 1, target: 2, unit: 'a week', targetDate: dayFromToday(60), intervention: 'Plan evenings together', responsible: 'Dana',
  });
  const side = page.getByRole('complementary', { name: planText.hintsTitle });
  await expect(side.getByText(planHintText.medicationChoice)).toBeVisible();
  await choose(page, page.getByRole('combobox', { name: t.pathway }), pathwayLabels.no_medication);
  await expect(page.getByText(t.tolerance)).toBeVisible();
  await typeInto(page.getByRole('textbox', { name: t.informed }), 'All three were explained. "I want to try without."');
  await expect(side.getByText(planHintText.medicationChoice)).toHaveCount(0);

  await expect(side.getByText(planHintText.coOccurring)).toBeVisible();
  await side.getByText(t.notIndicatedTitle).click();
  await typeInto(side.getByRole('textbox', { name: t.because(t.parts.coOccurring) }), 'screened, nothing found');
  await expect(side.getByText(planHintText.coOccurring)).toHaveCount(0);

  await page.getByText(planText.more, { exact: true }).click();
  const agreements = page.getByRole('group', { name: t.agreements });
  await agreements.getByRole('button', { name: t.add, exact: true }).click();
  await typeInto(agreements.getByRole('textbox', { name: t.name, exact: true }), 'Mora');
  // One line tells of the save, as in a note.
  await plan.saved().waitFor();
  await expect(page.getByText(/^Saved \d/)).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ') ?? ''}`)).toEqual([]);
  await plan.activate();
  const whole = page.getByRole('region', { name: planText.basics });
  await expect(whole).toContainText(pathwayLabels.no_medication);
  await expect(whole).toContainText('I want to try without.');
  await expect(whole).toContainText(t.notIndicated(t.parts.coOccurring, 'screened, nothing found'));
  await expect(whole).toContainText(new RegExp(`${agreementRoleLabels.client} Mora: agreed`));
});
