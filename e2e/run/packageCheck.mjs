// `npm run package:check`: packs the app around a placeholder of Electron (whose binary cannot be had on
// every machine) and looks into app.asar. Refuses a package that holds anything but the built app.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, runTool, say } from './bootstrap.mjs';

await prepare(import.meta.url);
const { createPackage, extractFile, listPackage } = await import('@electron/asar');

const work = join(root, '.cache', 'package-check');
const placeholder = join(work, 'electron');

/** A folder with the names that electron-builder looks for; never run. */
async function makePlaceholder() {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(placeholder, 'locales'), { recursive: true });
  mkdirSync(join(placeholder, 'resources'), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'));
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(placeholder, name), 'placeholder\n');
  writeFileSync(join(placeholder, 'version'), version);
  writeFileSync(join(placeholder, 'locales', 'en-US.pak'), '');
  const app = join(work, 'default_app');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), '{}');
  await createPackage(app, join(placeholder, 'resources', 'default_app.asar'));
}

/** What must not be in the package, by path. */
const FORBIDDEN = [
  { why: 'a source map', pattern: /\.map$/ }, { why: 'a source file', pattern: /\.(ts|tsx|mts|cts)$/ }, { why: 'a dependency tree', pattern: /(^|\/)node_modules\// },
  { why: 'a test or the test host', pattern: /(^|\/)(e2e|test-results)\/|\.(test|spec|bench)\./ }, { why: 'a file of the workshop', pattern: /(^|\/)(docs|\.git|\.github|\.ci|\.cache)\/|(tsconfig|package-lock|electron\.vite|vitest|playwright)/ },
];
const ALLOWED = /^\/(package\.json|out|out\/(main|preload|renderer)(\/.*)?)$/;
/** Words of the development server, of the tests and of weakened keys that no shipped file may hold. */
const WORDS = ['ELECTRON_RENDERER_URL', 'sourceMappingURL=', 'THROUGHLINE_E2E_FOLDER', 'e2e/host', 'stand-in:'];

/** @returns {string[]} */
function faultsOfText(/** @type {string} */ path, /** @type {string} */ text) {
  const faults = WORDS.filter((word) => text.includes(word)).map((word) => `${path} holds "${word}"`);
  if (path.startsWith('/out/preload/')) {
    const names = [...text.matchAll(/\brequire\(\s*([^)]*)\)/g)].map((match) => match[1] ?? '');
    for (const name of names) if (!/^["'`]electron["'`]$/.test(name.trim())) faults.push(`${path} requires ${name}`);
    if (/\bimport\s*[({"'*]|^\s*export\s/m.test(text)) faults.push(`${path} is not a CommonJS file`);
  }
  if (path.startsWith('/out/main/')) {
    for (const [, name = ''] of text.matchAll(/^\s*import\b[^"';]*["']([^"']+)["'];?$/gm)) {
      if (!/^(electron|node:[a-z_/]+|\.{1,2}\/)/.test(name)) faults.push(`${path} imports ${name}, which does not ship`);
    }
  }
  return faults;
}

/** @returns {string[]} */
function faultsOfManifest(/** @type {string} */ text) {
  const manifest = JSON.parse(text);
  const faults = [];
  if (manifest.main !== 'out/main/index.js') faults.push('package.json does not start out/main/index.js');
  for (const key of ['devDependencies', 'scripts', 'dependencies']) if (Object.keys(manifest[key] ?? {}).length > 0) faults.push(`package.json ships its ${key}`);
  return faults;
}

/** Everything that is wrong with a packed app. */
export function inspect(/** @type {string} */ archive) {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  /** @type {string[]} */
  const faults = [];
  for (const path of paths) {
    for (const { why, pattern } of FORBIDDEN) if (pattern.test(path)) faults.push(`${path} is ${why}`);
    if (!ALLOWED.test(path)) faults.push(`${path} does not belong in the package`);
    if (/\.(js|cjs|mjs|html|css|json)$/.test(path)) {
      const text = extractFile(archive, path.slice(1)).toString('utf8');
      faults.push(...path === '/package.json' ? faultsOfManifest(text) : faultsOfText(path, text));
    }
  }
  for (const needed of ['/out/main/index.js', '/out/main/kdfWorker.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/out/main/licences.json', '/out/renderer/licences.json']) if (!paths.includes(needed)) faults.push(`${needed} is missing`);
  if (paths.filter((path) => path.startsWith('/out/preload/')).length !== 1) faults.push('the preload is not one file');
  return { paths, faults };
}

/** The fuses a shipped binary must carry (SECURITY 2.5). */
const FUSES = {
  runAsNode: false, enableCookieEncryption: true, enableNodeOptionsEnvironmentVariable: false, enableNodeCliInspectArguments: false, enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true, loadBrowserProcessSpecificV8Snapshot: false, grantFileProtocolExtraPrivileges: false,
};

/** @returns {string[]} */
function faultsOfFuses(/** @type {string} */ block) {
  return Object.entries(FUSES).filter(([name, value]) => !block.includes(`  ${name}: ${String(value)}\n`)).map(([name]) => `electron-builder.yml does not set the fuse ${name} as it must`);
}

/** The real configuration, but with the placeholder for Electron: a text file has no fuses to flip. */
function writeConfiguration() {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const fuses = /^electronFuses:\n(?: .*\n)+/m.exec(text)?.[0] ?? '';
  const path = join(work, 'builder.yml');
  writeFileSync(path, `${text.replace(fuses, '').replace('output: dist', `output: ${join(work, 'dist')}`)}electronDist: ${placeholder}\n`);
  return { path, faults: faultsOfFuses(fuses) };
}

if (!existsSync(join(root, 'out', 'main', 'index.js'))) await runTool('electron-vite/bin/electron-vite.js', ['build']);
await makePlaceholder();
const configuration = writeConfiguration();
const code = await runTool('electron-builder/cli.js', ['--linux', 'dir', '--publish', 'never', '--config', configuration.path]);
const archive = join(work, 'dist', 'linux-unpacked', 'resources', 'app.asar');
if (code !== 0 || !existsSync(archive)) {
  say('The package could not be made.');
  process.exit(1);
}
const { paths, faults } = inspect(archive);
faults.push(...configuration.faults);
process.stdout.write(`${paths.join('\n')}\n`);
for (const fault of faults) process.stdout.write(`NOT FIT: ${fault}\n`);
say(faults.length === 0 ? `The package holds ${String(paths.length)} entries and nothing that does not belong there.` : `The package has ${String(faults.length)} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
