// A note on paper: what the choices put on it, a draft that says so on every page, a long note over several pages.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { notePrintText as t, PART2_NOTICES } from '../shared/text/en/notePrint.ts';
import { planSheetText } from '../shared/text/en/planSheet.ts';
import { expect, test } from './fixtures.ts';
import { addClient, CLINICIAN, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';
import { readPdf, type ReadPdf } from './pdf.ts';

const LINE = 'She spoke about the bus stop, the sister, and the three mornings at group. ';

test('a note prints as it stands, for whom it is printed', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;
  let count = 0;
  const printed = async (): Promise<ReadPdf> => {
    const path = join(app.exports, `note-${String((count += 1))}.pdf`);
    await app.queueDialog('save', path);
    await page.getByRole('button', { name: t.savePdf }).click();
    await expect(page.getByText(planSheetText.saved)).toBeVisible();
    return readPdf(path);
  };
  const open = () => page.getByRole('button', { name: t.open, exact: true }).click();

  await note.begin('Narrative note');
  await note.enterText('Session');
  for (let line = 0; line < 60; line += 1) await page.keyboard.insertText(`${LINE.repeat(3)}\n`);

  await test.step('a draft says so on every page, and what was just typed is on it', async () => {
    await open();
    const pdf = await printed();
    expect(pdf.pages).toBeGreaterThan(2);
    expect(pdf.text.split(t.draft).length - 1).toBeGreaterThanOrEqual(pdf.pages);
    // A line may run over the end of a page, a word may not.
    expect(pdf.text.split('sister').length - 1).toBe(180);
    expect(pdf.text).toContain(`Page ${String(pdf.pages)} of ${String(pdf.pages)}`);
    await page.getByRole('button', { name: t.back }).click();
  });

  await test.step('a signed copy for someone else carries the notice on every page; for the client it does not', async () => {
    await note.times('10:00', '10:50');
    await note.risk();
    await note.giveNoPlanReason('First contact');
    await note.pick('Interventions', 'CBT');
    for (const label of ['What you did and why', 'Client response', 'Progress toward goals', 'Next steps']) await note.write(label, 'Words.');
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await note.addAddendum('One thing more.', 'Forgotten');
    await open();
    const outside = await printed();
    expect(outside.text.split(PART2_NOTICES.short).length - 1).toBe(outside.pages);
    for (const words of [...PART2_NOTICES.long, 'Zephyrinequill Mora', 'Mar 14, 1987', CLINICIAN.name, CLINICIAN.credentials, 'One thing more.', 'Forgotten', 'First contact']) expect(outside.text).toContain(words);
    expect(outside.text).not.toContain(t.draft);
    await page.getByRole('radio', { name: t.forWhom.client, exact: true }).click();
    await page.getByRole('radio', { name: t.names.initials, exact: true }).click();
    const own = await printed();
    for (const words of [PART2_NOTICES.short, 'Zephyrinequill', 'Mar 14, 1987']) expect(own.text).not.toContain(words);
    expect(own.text).toContain('Z. M.');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
});
