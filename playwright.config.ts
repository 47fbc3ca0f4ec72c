// End-to-end tests: the built app from outside, in the stand-in or (E2E_HOST=electron) in real Electron.
import { defineConfig } from '@playwright/test';
import { suiteFolder } from './e2e/suiteFolder.ts';

suiteFolder();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/playwright',
  fullyParallel: true,
  workers: 2,
  // A test that passes only at its second run is named at the end of `npm test`: something to be found out, not a reason to refuse the rest.
  retries: 1,
  // An act that hangs ends long before (e2e/fixtures.ts); this is for a machine that does much else.
  timeout: 180_000,
  // Long, because it costs nothing where the answer comes: a sealed vault on a busy machine takes its time.
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  globalTeardown: './e2e/sweepAfterSuite.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
