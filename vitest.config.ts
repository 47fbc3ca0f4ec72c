import { defineConfig } from 'vitest/config';

// JSX comes from the classic transform without __source/__self, which would
// break comparisons of Slate fixtures.
export default defineConfig({
  oxc: { jsx: { development: false } },
  test: {
    include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'e2e/host/**/*.test.ts', 'e2e/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
