// Finds an installed Chromium and starts it for the stand-in, in a profile of its own and with every
// network switch off. Refuses to use a person's own browser profile.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export type Browser = { endpoint: string; profile: string; process: ChildProcess; close: () => Promise<void> };

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'];

/** Path of a Chromium: the one named in CHROMIUM_PATH, Playwright's own, or an installed one; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  return [named, chromium.executablePath(), ...INSTALLED].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/** The most that a start of the browser may take, also on a machine that does much else. */
const START_MS = 60_000;

const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-breakpad',
  '--disable-domain-reliability', '--no-pings', '--disable-default-apps', '--disable-extensions', '--disable-dev-shm-usage', '--disable-search-engine-choice-screen', '--password-store=basic', '--use-mock-keychain',
  '--force-color-profile=srgb', '--hide-scrollbars=false', '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication', '--disable-popup-blocking',
  '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'];

/** Starts Chromium; resolves with its DevTools address. A window shows only where `headed` is asked for. */
export async function startChromium(options: { headed?: boolean; width?: number; height?: number } = {}): Promise<Browser> {
  const path = findChromium();
  if (path === null) throw new Error('no Chromium found: install one, or name it in CHROMIUM_PATH');
  const profile = await mkdtemp(join(tmpdir(), 'throughline-browser-'));
  const headed = options.headed === true;
  const child = spawn(path, [
    '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--incognito', '--lang=en-US', `--window-size=${options.width ?? 1366},${options.height ?? 768}`,
    ...(headed ? [] : ['--headless']), ...(process.getuid?.() === 0 || process.env['CI'] !== undefined ? ['--no-sandbox', '--test-type'] : []), ...QUIET, 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32', env: { ...process.env, LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' } });

  function killNow(): void {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      // The whole group: Chromium's helpers must not outlive it.
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  process.on('exit', killNow);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  async function close(): Promise<void> {
    killNow();
    await gone;
    process.off('exit', killNow);
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }

  const endpoint = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-20_000);
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(tooLong);
      resolve(found);
    });
    const tooLong = setTimeout(() => {
      reject(new Error(`Chromium did not answer within ${String(START_MS / 1000)} s: ${output.slice(-800)}`));
      killNow();
    }, START_MS);
    child.once('error', reject);
    child.once('exit', (code) => { clearTimeout(tooLong); reject(new Error(`Chromium ended with ${String(code)}: ${output.slice(-800)}`)); });
  });
  return { endpoint, profile, process: child, close };
}
