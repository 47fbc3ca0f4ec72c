// Earlier versions of a note through the built app: seen, compared, put back, and begun anew from a signed note.
import AxeBuilder from '@axe-core/playwright';
import { clientsText } from '../shared/text/en/clients.ts';
import { versionsText as v } from '../shared/text/en/versions.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { NotePage } from './pages/note.ts';

test('every save of a note can be seen, compared and put back', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: 'Zephyrinequill Mora', dateOfBirth: '1987-03-14' });
  await new FramePage(app.page).openTab('notes');
  const note = new NotePage(app.page);
  const { page } = app;
  const dialog = page.getByRole('dialog', { name: v.title });

  await test.step('a draft shows what differs and takes old words back', async () => {
    await note.begin('Narrative note');
    await note.write('Session', 'She came on time and spoke about the weekend.');
    // Looking at the versions saves what was typed first.
    await page.getByRole('button', { name: v.open, exact: true }).click();
    await dialog.getByRole('button', { name: v.close }).last().click();
    await note.enterTextEnd('Session');
    await page.keyboard.type(' Then she left early.');
    await page.getByRole('button', { name: v.open, exact: true }).click();
    // Newest first: as it is now, before the second sentence or within it, the first sentence.
    const saves = dialog.getByRole('button', { name: /^Saved / });
    // The save that is compared stands open and marked; folded away, its sitting says so.
    await expect(saves.nth(1)).toHaveAttribute('aria-pressed', 'true');
    const compared = await saves.nth(1).textContent() ?? '';
    await dialog.getByRole('button', { name: /^Hide the saves/ }).click();
    await expect(saves).toHaveCount(0);
    await expect(dialog.getByText(v.inside(compared.replace(v.save(''), '')))).toBeVisible();
    await dialog.getByRole('button', { name: /^Show each save/ }).click();
    await expect.poll(() => saves.count()).toBeGreaterThan(2);
    await saves.last().click();
    await expect(dialog.locator('ins').first()).toContainText('She came on time');
    await dialog.getByRole('button', { name: v.whole }).click();
    await expect(dialog.getByText('Not filled in')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await dialog.getByRole('button', { name: v.restore }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => note.readText('Session')).toBe('');
    await page.getByRole('button', { name: v.open, exact: true }).click();
    await saves.nth(1).click();
    await dialog.getByRole('button', { name: v.restore }).click();
    await expect.poll(() => note.readText('Session')).toContain('She came on time and spoke about the weekend. Then she left early.');
  });

  await test.step('from a signed note a new draft begins, and the signed one stays', async () => {
    await note.times('10:00', '10:50');
    await note.risk();
    await note.giveNoPlanReason('First contact');
    await note.pick('Interventions', 'CBT');
    for (const label of ['What you did and why', 'Client response', 'Progress toward goals', 'Next steps']) await note.write(label, 'Words.');
    await note.openSigning();
    await note.sign(PASSPHRASE);
    await page.getByRole('button', { name: v.open, exact: true }).click();
    await expect(dialog.getByText(v.asNewHint)).toBeVisible();
    await dialog.getByRole('button', { name: v.asNew }).click();
    await expect(page.getByRole('button', { name: 'Review and sign' })).toBeVisible();
    await note.back();
    await expect(page.getByRole('table', { name: clientsText.notes.title }).getByRole('row')).toHaveCount(3);
  });
});
