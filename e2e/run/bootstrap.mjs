// First steps of every command on a fresh clone: installs what the lockfile names when it is missing,
// then runs the script again under the project's own Node. Runs on Node 20; imports nothing installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';

/** One sentence to the person, set apart from what tools print. */
export function say(/** @type {string} */ sentence) {
  process.stdout.write(`\n> ${sentence}\n`);
}

/**
 * Runs a program with its output shown; resolves with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, timeoutMs?: number, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root, stdio: options.quiet === true ? 'ignore' : 'inherit', shell: windows && !command.endsWith('.exe'),
      env: { ...process.env, PATH: `${join(modules, '.bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...options.env },
    });
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), options.timeoutMs);
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    /** @param {number} code */
    function end(code) {
      clearTimeout(timer);
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      done(code);
    }
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal === null ? 1 : 130)));
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** True when node_modules holds what the lockfile names; by content, because a checkout changes dates. */
function isInstalled() {
  const stamp = join(modules, '.package-lock.json');
  if (!existsSync(stamp) || !existsSync(ownNode())) return false;
  const there = packagesOf(stamp);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => path === '' || there[path]?.version === wanted.version || (wanted.optional === true && there[path] === undefined));
}

/** The Node that the product is built for, once installed. */
export function ownNode() {
  return join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
}

/**
 * Installs where needed and makes sure that this script runs under the project's own Node: returns only
 * there; elsewhere it starts the script again and ends with its exit code.
 * @param {string} script `import.meta.url` of the caller
 */
export async function prepare(script) {
  if (!isInstalled()) {
    say('Installing the packages that the lockfile names (npm ci).');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      say('The packages could not be installed: is the npm registry within reach?');
      process.exit(code);
    }
  }
  if (process.execPath === ownNode() || process.env['THROUGHLINE_OWN_NODE'] === '1') return;
  const node = existsSync(ownNode()) ? ownNode() : process.execPath;
  process.exit(await run(node, ['--disable-warning=ExperimentalWarning', fileURLToPath(script), ...process.argv.slice(2)], { env: { THROUGHLINE_OWN_NODE: '1' } }));
}

/** Runs a tool of node_modules under the project's own Node. */
export function runTool(/** @type {string} */ entry, /** @type {readonly string[]} */ args, /** @type {{ env?: Record<string, string> }} */ options = {}) {
  return run(process.execPath, [join(modules, entry), ...args], options);
}
