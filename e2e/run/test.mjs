// `npm test`: everything that must hold before a change is taken in, one step after the other. Prints
// as it goes and ends with one line, `N passed, N failed`. Refuses to stop at the first failure.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root, run, runTool, say } from './bootstrap.mjs';
import { needBrowser } from './needBrowser.mjs';

await prepare(import.meta.url);

/** @typedef {{ passed: number, failed: number }} Count */

const results = join(root, 'test-results');
/** @type {string[]} */
const remarks = [];

/** @returns {any} */
function readJson(/** @type {string} */ name) {
  const path = join(results, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** @returns {Count} */
function asStep(/** @type {number} */ code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * A tool that failed without a failed test of its own still counts as one failure.
 * @returns {Count}
 */
function withExit(/** @type {number} */ code, /** @type {Count} */ count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function unit() {
  const code = await runTool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json']);
  const report = readJson('unit.json');
  return withExit(code, { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 });
}

/**
 * Titles of the tests that passed only at their second run, of one file of tests and those inside.
 * @returns {string[]}
 */
function shaky(/** @type {any} */ suite) {
  const own = (suite.specs ?? []).filter((/** @type {any} */ spec) => spec.tests.some((/** @type {any} */ test) => test.status === 'flaky')).map((/** @type {any} */ spec) => `${spec.file}:${spec.line} ${spec.title}`);
  return [...own, ...(suite.suites ?? []).flatMap(shaky)];
}

async function endToEnd() {
  const code = await runTool('@playwright/test/cli.js', ['test']);
  const report = readJson('e2e.json');
  const stats = report?.stats;
  remarks.push(...(report?.suites ?? []).flatMap(shaky).map((/** @type {string} */ title) => `Passed only at its second run: ${title}`));
  return withExit(code, { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 });
}

async function faults() {
  const code = await run(process.execPath, ['e2e/run/faults.mjs', '--json', 'test-results/faults.json']);
  /** @type {{ cases: number, failures: number }[]} */
  const families = readJson('faults.json')?.families ?? [];
  const failed = families.filter((family) => family.failures > 0 || family.cases === 0).length;
  return withExit(code, { passed: families.length - failed, failed });
}

/** @type {[string, () => Promise<Count>][]} */
const steps = [
  ['types', async () => asStep(await runTool('typescript/bin/tsc', ['-b']))],
  ['lint', async () => asStep(await runTool('oxlint/bin/oxlint', ['--deny-warnings']))],
  ['build', async () => asStep(await runTool('electron-vite/bin/electron-vite.js', ['build']))],
  ['unit tests', unit],
  ['end-to-end tests', endToEnd],
  ['faults', faults],
  ['package check', async () => asStep(await run(process.execPath, ['e2e/run/packageCheck.mjs']))],
];

const only = process.argv.slice(2);
rmSync(results, { recursive: true, force: true });
if (!await needBrowser()) {
  say('No Chromium could be installed, and the end-to-end tests need one.');
  process.stdout.write('0 passed, 1 failed\n');
  process.exit(1);
}

/** @type {Count} */
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const lines = [];
for (const [name, step] of steps) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  say(name);
  const from = Date.now();
  const count = await step();
  total.passed += count.passed;
  total.failed += count.failed;
  lines.push(`${name.padEnd(18)} ${String(count.passed).padStart(6)} passed ${String(count.failed).padStart(4)} failed ${((Date.now() - from) / 1000).toFixed(1).padStart(7)} s`);
}
process.stdout.write(`\n${[...lines, ...remarks].join('\n')}\n${String(total.passed)} passed, ${String(total.failed)} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
