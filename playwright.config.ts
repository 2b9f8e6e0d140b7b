import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './e2e/support/chromium.ts';

/** The scenarios start their own servers, each on a free port: nothing is started here. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Browsers that send and decode video fill a small machine: side by side, scenarios would time each other out.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }],
  ],
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: 'en-US',
    // Pictures of every step cost a tenth of the time, and a build server keeps none of them.
    trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: 'long/**' },
    { name: 'long', testMatch: 'long/**/*.spec.ts', timeout: 1_800_000 },
  ],
});
