// The first run: what is refused on the way, what is on the disk at the end.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstRunText as t } from '../shared/text/en/firstRun.ts';
import { expect, test } from './fixtures.ts';
import { CLINICIAN, PASSPHRASE } from './journey.ts';
import { FirstRunPage } from './pages/firstRun.ts';
import { FramePage } from './pages/frame.ts';

test('goes from nothing to an empty caseload, and shows the recovery code once', async ({ app }) => {
  const run = new FirstRunPage(app.page);
  await expect(app.page).toHaveTitle('Throughline');
  await run.start();
  await run.keepStandardPlace();

  await app.page.evaluate((words) => {
    new MutationObserver(() => { if (document.body.innerText.includes(words)) document.documentElement.setAttribute('data-told', words); }).observe(document.body, { subtree: true, childList: true });
  }, t.passphrase.working);
  await run.choosePassphrase('too short');
  await expect(app.page.getByLabel(t.passphrase.label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  // Once, and without a word about keys that are not being made.
  await expect(app.page.getByText(t.passphrase.reasons.short)).toHaveCount(1);
  expect(await app.page.locator('html').getAttribute('data-told')).toBeNull();
  await run.choosePassphrase('password123456');
  await expect(app.page.getByText(t.passphrase.reasons.common).first()).toBeVisible();
  await run.choosePassphrase(PASSPHRASE, `${PASSPHRASE}x`);
  await expect(app.page.getByText(t.passphrase.different)).toBeVisible();
  await run.choosePassphrase(PASSPHRASE);

  const code = await run.readCode();
  expect(code.replace(/[^0-9A-Z]/g, '').length).toBeGreaterThanOrEqual(33);
  await run.confirmPaper();
  await expect(app.page.getByText(code)).toHaveCount(0);
  expect(await readdir(app.userData)).not.toContain('vault');

  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
  await run.typeCode(wrong);
  await expect(app.page.getByRole('textbox', { name: t.code.typeLabel })).toHaveAttribute('aria-invalid', 'true');
  await run.typeCode(code.toLowerCase().replaceAll('-', ' '));
  await run.aboutYou(CLINICIAN);
  await expect(new FramePage(app.page).caseloadHeading()).toBeVisible();
  expect(await readdir(join(app.userData, 'vault'))).toEqual(expect.arrayContaining(['header.a', 'header.b', 'segments']));
});

test('keeps nothing when it is broken off before the code was typed back', async ({ app }) => {
  const run = new FirstRunPage(app.page);
  await run.start();
  await run.keepStandardPlace();
  await run.choosePassphrase(PASSPHRASE);
  await run.readCode();
  await app.kill();
  await app.restart();
  await expect(new FirstRunPage(app.page).heading(t.welcome.title)).toBeVisible();
});

test('warns of a folder that a company copies, and takes one that is chosen', async ({ app }) => {
  const run = new FirstRunPage(app.page);
  await run.start();
  await app.page.getByRole('radio', { name: t.place.other }).click();
  await app.queueDialog('open', join(app.exports, 'OneDrive - Clinic', 'records'));
  await run.button(t.place.choose).click();
  await expect(app.page.getByText(t.place.warnings.onedrive)).toBeVisible();
});
