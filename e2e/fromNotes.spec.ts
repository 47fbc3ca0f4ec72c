// What a session note says of itself and beyond: a visit whose panel and result do not agree, craving on the line of its
// scale; and the one question of a form that is followed over time.
import type { Page } from 'playwright-core';
import { signProblemText } from '../shared/text/en/clinical.ts';
import { analyteLabels, testResultLabels } from '../shared/text/en/clinicalRecord.ts';
import { measuresText as t } from '../shared/text/en/measures.ts';
import { breaches } from './breaches.ts';
import { callIn } from './bridge.ts';
import { dayFromToday } from './days.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun } from './journey.ts';
import { ask } from './ownChannels.ts';
import { FramePage } from './pages/frame.ts';
import { MeasuresPage } from './pages/measures.ts';
import { NotePage } from './pages/note.ts';

/** The one client of the vault. */
async function shownClient(page: Page): Promise<string> {
  const [row] = await callIn(page)('clients:list', { status: 'active' });
  if (row === undefined) throw new Error('no client');
  return row.clientId;
}

test('a note is asked about its own contradiction, and its craving stands among the measures', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const measures = new MeasuresPage(page);
  const note = new NotePage(page);

  await test.step('a visit whose panel contradicts its result is asked about beside the note and before signing, each time at the result', async () => {
    const question = signProblemText.metButDetected(analyteLabels.cocaine);
    const result = page.getByRole('combobox', { name: 'Result of the visit' });
    await frame.openTab('notes');
    await note.begin('Contingency-management visit');
    await note.pick('Target behavior', 'Test negative');
    await page.getByRole('combobox', { name: /^Substance/ }).selectOption({ label: analyteLabels.cocaine });
    await page.getByRole('combobox', { name: /^Result, / }).selectOption({ label: testResultLabels.pos });
    await result.selectOption({ label: 'N Target met' });
    await page.getByRole('button', { name: question, exact: true }).click();
    await expect(result).toBeFocused();
    await note.openSigning();
    await expect(page.getByRole('dialog')).toContainText(question);
    await page.getByRole('dialog').getByRole('button', { name: question, exact: true }).click();
    await expect(result).toBeFocused();
    await result.selectOption({ label: 'P Not met' });
    await expect(page.getByRole('button', { name: question, exact: true })).toHaveCount(0);
    await note.back();
  });

  await test.step('craving that was asked in a note stands on the line of the scale, marked, and leads to its note', async () => {
    await note.begin('Medication check-in');
    await note.rate('Craving', 6);
    await expect(note.saved()).toBeVisible();
    await note.back();
    await frame.openTab('measures');
    await expect(measures.row('Craving')).toContainText(t.fromNoteShort);
    await measures.choose('Craving');
    await expect(measures.picture('Craving')).toHaveAccessibleName(/1 score over time\. Last: 6/);
    const line = measures.history('Craving').getByRole('row').nth(1);
    await expect(line).toContainText(`6 of 10, medium`);
    await expect(line).toContainText(`${t.fromNote('Medication check-in')}, ${t.notSigned}`);
    await expect(page.getByText(`${t.noteMarks.signed} ${t.noteMarks.draft}`)).toBeVisible();
    // One from the scale joins it.
    const clientId = await shownClient(page);
    await ask(page, 'measures', 'record', { clientId, instrumentId: 'CRAVING', mode: 'interview', date: dayFromToday(-3), time: null, answers: { now: 8 }, note: '' });
    await frame.openTab('health');
    await frame.openTab('measures');
    await measures.choose('Craving');
    await expect(measures.history('Craving').getByRole('row')).toHaveCount(3);
    await expect(line).toContainText(t.down(2));
    expect(await breaches(page)).toEqual([]);
    await line.getByRole('button', { name: new RegExp(`^${t.openNote}`) }).click();
    await note.paper().waitFor();
    await expect(page.getByRole('radiogroup', { name: 'Craving' }).getByRole('radio', { name: '6', exact: true })).toBeChecked();
    await note.back();
  });

  await test.step('the BAM draws the days of opiate use beside its three parts, with 0 where no drug was used', async () => {
    const clientId = await shownClient(page);
    for (const [days, answers] of [[-60, { 6: 3, '7E': 3 }], [-30, { 6: 1, '7E': 1 }], [-1, { 6: 0 }]] as const) await ask(page, 'measures', 'record', { clientId, instrumentId: 'BAM', mode: 'interview', date: dayFromToday(days), time: null, answers, note: '' });
    await frame.openTab('health');
    await frame.openTab('measures');
    await measures.choose('BAM');
    await expect(page.getByRole('img', { name: /^BAM: Days of opiate use: 3 answers over time\. Last: 0 days/ })).toBeVisible();
    await expect(measures.history('BAM').getByRole('row').nth(3)).toContainText('Days of opiate use: 9 to 15 days');
    expect(await breaches(page)).toEqual([]);
  });
});
