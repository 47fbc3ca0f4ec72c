// Makes sure that a Chromium for the stand-in is installed. Says what it will do before it does it;
// refuses to touch the system except as root on Debian.
import { existsSync } from 'node:fs';
import { run, say } from './bootstrap.mjs';

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Chromium when none is there; true when there is one at the end.
 * @returns {Promise<boolean>}
 */
export async function needBrowser() {
  const { findChromium } = await import('../host/chromium.ts');
  if (findChromium() !== null) return true;
  if (isDebianRoot()) {
    say('No Chromium is installed, so apt-get installs Debian\'s chromium and poppler-utils now.');
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'poppler-utils', 'fonts-dejavu-core'], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  } else {
    say('No Chromium is installed, so Playwright downloads its own now.');
    await run('npx', ['playwright', 'install', 'chromium']);
  }
  return findChromium() !== null;
}
