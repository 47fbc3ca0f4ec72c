// The preview: the built app in an installed Chromium, on a throw-away vault of made-up clients, with a
// label that says so. The label and the clients come from here; the app does not know that it is shown.
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalId } from '../shared/brand.ts';
import { LocalDate } from '../shared/dates.ts';
import { seedDemo } from '../shared/demoSeed.ts';
import { type RunningApp, startApp } from './app.ts';
import { callIn } from './bridge.ts';
import { dayFromToday } from './days.ts';

export const PREVIEW_PASSPHRASE = 'quiet harbor maple seventeen kite';
const LABEL = `Preview: throw-away vault with made-up clients. Passphrase: ${PREVIEW_PASSPHRASE}`;
const SIGNER = { name: 'Dana Reyes', credentials: 'LPC, CADC II' };

/** Runs in the page: a small label at the foot of the window that nothing can be hidden under. */
function showLabel(text: string): void {
  function put(): void {
    const label = document.createElement('div');
    label.setAttribute('role', 'note');
    label.textContent = text;
    Object.assign(label.style, {
      position: 'fixed', bottom: '4px', left: '50%', transform: 'translateX(-50%)', zIndex: '2147483647', pointerEvents: 'none',
      padding: '2px 12px', borderRadius: '999px', background: '#8a4b00', color: '#ffffff', font: '600 12px system-ui, sans-serif', whiteSpace: 'nowrap',
    });
    document.body.append(label);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', put);
  else put();
}

function newLocalId(): LocalId {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  return LocalId.parse(Array.from({ length: 20 }, () => letters[randomInt(32)]).join(''));
}

/** Makes the throw-away vault and fills it with the made-up clients. */
export async function seedPreview(app: RunningApp): Promise<void> {
  const call = callIn(app.page);
  const { token } = await call('app:folders', {});
  const { recoveryCode } = await call('vault:prepare', { folderToken: token, passphrase: PREVIEW_PASSPHRASE });
  await call('vault:create', { typedRecoveryCode: recoveryCode });
  const settings = await call('settings:get', {});
  await call('settings:update', { ...settings, clinicianName: SIGNER.name, credentials: SIGNER.credentials, clinicName: 'Harbor House', clinicPhone: '555-0142' });
  await seedDemo({ call, today: LocalDate.parse(dayFromToday(0)), newId: newLocalId, passphrase: PREVIEW_PASSPHRASE, signer: SIGNER });
  await app.page.reload();
}

/** Shows the preview until its window is closed; resolves with the exit code. */
export async function preview(options: { headed?: boolean; onShown?: (app: RunningApp) => Promise<void> } = {}): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'throughline-preview-'));
  const app = await startApp({ userData: join(work, 'data'), home: join(work, 'home'), headed: options.headed ?? true });
  // Ctrl+C may come twice, from the terminal and from npm: the second must not cut the cleaning short.
  const stop = (): void => void app.kill();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await app.page.addInitScript(showLabel, LABEL);
    await app.page.evaluate(showLabel, LABEL);
    await seedPreview(app);
    process.stdout.write(`\n> The preview is open. Its passphrase is: ${PREVIEW_PASSPHRASE}\n> Close the window, or press Ctrl+C here, to end it and throw its vault away.\n`);
    await options.onShown?.(app);
    await app.exited;
  } finally {
    await app.kill();
    await rm(work, { recursive: true, force: true });
  }
  return 0;
}
