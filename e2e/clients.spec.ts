// Clients and their impossible answers: what is refused, in which words, and that nothing typed is lost.
import { clientsText } from '../shared/text/en/clients.ts';
import { frameText } from '../shared/text/en/frame.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { dayFromToday } from './days.ts';

const t = clientsText.form;

test('impossible answers are refused beside their field, and the form keeps what was typed', async ({ app }) => {
  await firstRun(app);
  const frame = new FramePage(app.page);
  await frame.openNewClient();
  await frame.submitClient();
  await expect(app.page.getByText(t.errors.preferredName).first()).toBeVisible();
  await expect(app.page.getByText(t.errors.dateOfBirth).first()).toBeVisible();

  const future = dayFromToday(20);
  await frame.fillClient({ preferredName: 'Quillonbarrow', dateOfBirth: future });
  await frame.submitClient();
  await expect(app.page.getByText(t.errors.dateOfBirthFuture).first()).toBeVisible();
  await expect(app.page.getByRole('textbox', { name: t.preferredName })).toHaveValue('Quillonbarrow');

  await frame.fillClient({ preferredName: 'Quillonbarrow', dateOfBirth: '1990-02-31' });
  await frame.submitClient();
  await expect(app.page.getByText(frameText.impossibleDay).or(app.page.getByText(t.errors.dateOfBirth)).first()).toBeVisible();

  await frame.fillClient({ preferredName: 'Q'.repeat(300), dateOfBirth: '1990-02-28' });
  await frame.submitClient();
  await expect(app.page.getByText(t.errors.nameLong).first()).toBeVisible();

  await frame.fillClient({ preferredName: 'Quillonbarrow', dateOfBirth: '1990-02-28' });
  await frame.submitClient();
  await expect(frame.tab('record')).toBeVisible();
});

test('names of other scripts and of 200 letters stay readable, can be found, archived and put back', async ({ app }) => {
  await firstRun(app);
  const frame = new FramePage(app.page);
  const names = ['Zephyrinequill Ægir-Þór', 'قمر الرمل', '月野 ことり', `Quillonbarrow ${'long '.repeat(36)}`.trim()];
  for (const preferredName of names) await addClient(app, { preferredName, dateOfBirth: '1975-12-01' });
  await frame.openCaseload();
  for (const name of names) await expect(app.page.getByRole('button', { name, exact: true })).toBeVisible();
  expect(await app.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  await app.page.getByRole('searchbox', { name: clientsText.caseload.filter }).fill('aegir');
  await app.page.getByRole('searchbox', { name: clientsText.caseload.filter }).fill('ことり');
  await expect(app.page.getByRole('button', { name: '月野 ことり', exact: true })).toBeVisible();
  await expect(app.page.getByRole('button', { name: 'قمر الرمل', exact: true })).toHaveCount(0);

  await frame.openClient('月野 ことり');
  await frame.openTab('record');
  await app.page.getByRole('button', { name: clientsText.archive.archive, exact: true }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: clientsText.archive.confirm, exact: true }).click();
  await expect(app.page.getByText(frameText.strip.archived, { exact: true }).first()).toBeVisible();
  await frame.openCaseload();
  await expect(app.page.getByRole('button', { name: '月野 ことり', exact: true })).toHaveCount(0);
});
