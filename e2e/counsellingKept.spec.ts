// Counseling text that could not be saved before a lock comes back with the next opening and says so; the vault takes
// no passphrase that opens these notes. In the built app.
import { counsellingText as c } from '../shared/text/en/counselling.ts';
import { errorTexts } from '../shared/text/en/errors.ts';
import { firstRunText } from '../shared/text/en/firstRun.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, PASSPHRASE, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';

const OWN = 'eleven paper lanterns drift upstream';
const NAME = 'Zephyrinequill Mora';
const CANARY = 'kingfisher-over-lantern';

test('text that was refused before a lock is in these notes again, and their passphrase is not taken for the vault', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const { page } = app;
  const frame = new FramePage(page);
  const shot = async (name: string): Promise<void> => {
    await page.setViewportSize({ width: 1366, height: 768 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: null });
  };
  await frame.openTab('notes');
  await page.getByRole('button', { name: c.entry }).click();
  await page.getByLabel(c.setUp.passphrase, { exact: true }).fill(OWN);
  await page.getByLabel(c.setUp.again, { exact: true }).fill(OWN);
  await page.getByRole('button', { name: c.setUp.submit, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: c.code.dialogTitle });
  await dialog.getByLabel(settingsText.code.typed).fill(await dialog.getByRole('group', { name: firstRunText.code.codeLabel }).innerText());
  await dialog.getByRole('button', { name: settingsText.code.finish }).click();
  await expect(page.getByText(c.list.none)).toBeVisible();

  await test.step('a save on another state of the note is refused, and the lock keeps its text', async () => {
    const codes = await page.evaluate(async (text) => {
      type Answer = { ok: boolean; code?: string; value?: { noteId?: string; [index: number]: { clientId: string } } };
      const api = (globalThis as unknown as { api: Record<string, Record<string, (input: unknown) => Promise<Answer>>> }).api;
      const clientId = (await api['clients']?.['list']?.({ status: 'active' }))?.value?.[0]?.clientId;
      const saved = await api['counselling']?.['save']?.({ clientId, noteId: null, revision: 0, text: 'before' });
      const refused = await api['counselling']?.['save']?.({ clientId, noteId: saved?.value?.noteId, revision: 7, text });
      return [saved?.ok, refused?.code];
    }, `Thinking of the ${CANARY}.`);
    expect(codes).toEqual([true, 'SAVE_CONFLICT']);
    await frame.lockByButton();
    await unlock(app);
    await frame.openClient(NAME);
    await frame.openTab('notes');
    await page.getByRole('button', { name: c.entry }).click();
    await page.getByLabel(c.open.passphrase, { exact: true }).fill(OWN);
    await page.keyboard.press('Enter');
    await expect(page.getByText(c.list.putBack(1))).toBeVisible();
    await expect(page.getByRole('table', { name: c.list.label }).getByRole('button', { name: /^Remove/ })).toHaveCount(2);
    await shot('putBack');
  });

  await test.step('the vault refuses their passphrase at its field', async () => {
    await frame.openSettings();
    await page.getByRole('button', { name: settingsText.passphrase.change }).click();
    const change = page.getByRole('dialog', { name: settingsText.passphrase.change });
    await change.getByLabel(settingsText.passphrase.current, { exact: true }).fill(PASSPHRASE);
    await change.getByLabel(settingsText.passphrase.next, { exact: true }).fill(OWN);
    await change.getByLabel(settingsText.passphrase.again, { exact: true }).fill(OWN);
    await page.keyboard.press('Enter');
    await expect(change.getByText(errorTexts.VAULT_SAME_PASSPHRASE)).toBeVisible();
    await shot('samePassphrase');
  });
});
