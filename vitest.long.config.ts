import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const RANDOM_RUNS = 3000;
const randomTests = globSync('tests/**/*.test.ts').filter((file) =>
  readFileSync(file, 'utf8').includes("from 'fast-check'"),
);

/** The random tests with many more runs, and what takes too long for every change. */
export default defineConfig({
  test: {
    include: [...randomTests, 'tests/long/**/*.test.ts'],
    setupFiles: ['tests/support/random-tests.ts'],
    env: { RANDOM_RUNS: String(RANDOM_RUNS) },
    testTimeout: 600_000,
    hookTimeout: 60_000,
    reporters: ['dot'],
  },
});
