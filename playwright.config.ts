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
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  globalTeardown: './e2e/sweepAfterSuite.ts',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
});
