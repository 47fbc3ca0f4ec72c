// `npm start`: installs what is missing, builds, opens the app. In Electron where its binary is there or
// can be had; else as a preview in Chromium; without a display, the tour. Refuses to leave anything behind
// from a preview: its vault is thrown away.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run, runTool, say } from './bootstrap.mjs';
import { needBrowser } from './needBrowser.mjs';

await prepare(import.meta.url);

function hasDisplay() {
  return process.platform !== 'linux' || (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Electron refuses to run as root without giving up its sandbox, which this app does not. */
function mayRunElectron() {
  return !(process.platform === 'linux' && process.getuid?.() === 0);
}

/** True when the place that Electron's binary comes from answers; a mirror is trusted to. */
async function canReachDownloads() {
  if (process.env['ELECTRON_MIRROR'] !== undefined || process.env['npm_config_electron_mirror'] !== undefined) return true;
  try {
    const answer = await fetch('https://github.com/', { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return answer.status < 500;
  } catch {
    // Offline, or behind a wall: the preview needs no network.
    return false;
  }
}

/** @returns {Promise<string | null>} */
async function electron() {
  const { electronBinary } = await import('../electronApp.ts');
  if (electronBinary() !== null || !await canReachDownloads()) return electronBinary();
  say('Downloading Electron (once).');
  await run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], { timeoutMs: 300_000 });
  return electronBinary();
}

if (await runTool('electron-vite/bin/electron-vite.js', ['build']) !== 0 || !existsSync(join(root, 'out', 'main', 'index.js'))) {
  say('The app could not be built.');
  process.exit(1);
}

if (!hasDisplay()) {
  const out = process.env['THROUGHLINE_TOUR_OUT'] ?? join(root, 'tour');
  say('There is no display here, so Throughline runs its tour without a window.');
  process.exit(await run(process.execPath, [join(root, 'e2e', 'run', 'tour.mjs'), '--no-build', '--out', out]));
}
const binary = mayRunElectron() ? await electron() : null;
if (binary !== null) {
  const from = Date.now();
  const code = await run(binary, [root, ...process.argv.slice(2)]);
  // Some systems forbid the sandbox that the app insists on; Electron then ends at once.
  if (code === 0 || Date.now() - from > 10_000) process.exit(code);
}
say(`Electron ${binary === null ? 'is not here and cannot be downloaded or run' : 'could not start on this system'}, so this is a preview in Chromium with a throw-away vault of made-up clients.`);
if (!await needBrowser()) {
  say('There is no Chromium to show the preview in: install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
const { preview } = await import('../preview.ts');
process.exit(await preview());
