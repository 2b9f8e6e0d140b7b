import { defineConfig } from 'vitest/config';

const notOurs = ['**/node_modules/**', '.next/**', '.generated/**', '.data/**', 'e2e/**'];
const integrationFiles = '**/*.integration.test.ts';
const longFiles = '**/*.long.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...notOurs, integrationFiles, longFiles],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integrationFiles],
          exclude: notOurs,
          // These start servers, workers and databases: two at once already fill a small machine.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [longFiles],
          exclude: notOurs,
          maxWorkers: 1,
          testTimeout: 600_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
