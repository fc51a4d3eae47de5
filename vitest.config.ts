import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/harness/longest-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'sandbox/**/*.test.ts', 'test/**/*.test.ts', 'web/src/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Modules keep no state between tests, so files share processes: loading them anew takes longer than most tests.
    isolate: false,
    // More than cores: many tests wait, for the pace of a marketplace or for a process.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
  },
});
