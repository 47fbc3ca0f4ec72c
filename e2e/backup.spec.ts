// Backup and restore as a person does them: the copy is proven before "done", and a restore goes into a
// new folder and opens with the same passphrase.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstRunText } from '../shared/text/en/firstRun.ts';
import { settingsText } from '../shared/text/en/settings.ts';
import { expect, test } from './fixtures.ts';
import { addClient, firstRun, lock, PASSPHRASE, unlock } from './journey.ts';
import { FramePage } from './pages/frame.ts';
import { type as typeInto } from './pages/typing.ts';
import { UnlockPage } from './pages/unlock.ts';

const NAME = 'Zephyrinequill Mora';

test('a backup is proven, and comes back in a new folder', async ({ app }) => {
  await firstRun(app);
  await addClient(app, { preferredName: NAME, dateOfBirth: '1987-03-14' });
  const frame = new FramePage(app.page);
  await frame.openSettings();
  await app.queueDialog('open', app.exports);
  await app.page.getByRole('button', { name: settingsText.backup.now, exact: true }).click();
  await expect(app.page.getByText(/^Done and proven: /)).toBeVisible();
  const [backup = ''] = await readdir(app.exports);
  expect(backup).not.toContain('Mora');

  await lock(app);
  const target = join(app.exports, 'restored');
  await mkdir(target);
  await app.page.getByRole('button', { name: firstRunText.unlock.restore, exact: true }).click();
  await typeInto(app.page.getByLabel(firstRunText.restore.passphrase, { exact: true }), PASSPHRASE);
  await app.queueDialog('open', join(app.exports, backup));
  await app.queueDialog('open', target);
  await app.page.getByRole('button', { name: firstRunText.restore.start, exact: true }).click();
  await expect(app.page.getByRole('heading', { name: firstRunText.restore.doneTitle })).toBeVisible();
  await app.page.getByRole('button', { name: firstRunText.restore.goUnlock, exact: true }).click();
  await new UnlockPage(app.page).heading().waitFor();
  await unlock(app);
  await expect(app.page.getByRole('button', { name: NAME, exact: true })).toBeVisible();
  expect(await readdir(target)).toEqual(expect.arrayContaining(['header.a', 'segments']));
});
