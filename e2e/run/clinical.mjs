// Starts the clinical command on a Node that runs TypeScript. Refuses to print anything of its own on stdout,
// which belongs to the JSON.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on('error', (error) => { if (!('code' in error) || error.code !== 'EPIPE') throw error; });

const here = dirname(fileURLToPath(import.meta.url));
const bin = resolve(here, '../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { clinical } = await import('./clinical.ts');
  process.exitCode = clinical(process.argv.slice(2), { baseFolder: process.env['INIT_CWD'] ?? process.cwd(), clock: () => new Date(), out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text) });
} else if (existsSync(bin)) {
  process.exitCode = spawnSync(bin, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} else {
  process.stderr.write('This needs Node 24: run "npm ci" first, which brings it.\n');
  process.exitCode = 1;
}
