import { describe, expect, test } from 'vitest';
import { playwrightCounts, settleCounts, sumCounts, vitestCounts } from './counts.mjs';
import { summarize } from './summary.mjs';

describe('vitestCounts', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  };
  const broken = { status: 'failed', assertionResults: [] };
  const red = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };

  test('counts tests', () => {
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  test('a file that could not be loaded is one failure, a file with a failed test is none more', () => {
    expect(vitestCounts({ ...report, testResults: [broken, red] }).failed).toBe(2);
  });
});

describe('playwrightCounts', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 1 };

  test('a flaky test failed', () => {
    expect(playwrightCounts({ stats: { ...stats, flaky: 1 } })).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  test('an error of no test is a failure', () => {
    expect(playwrightCounts({ stats, errors: [{}] }).failed).toBe(1);
  });
});

describe('settleCounts', () => {
  const green = { passed: 3, failed: 0, skipped: 0 };
  const none = { passed: 0, failed: 0, skipped: 4 };

  test.each([
    ['all passed', green, { exitCode: 0, mayBeEmpty: false }, 0],
    ['all passed, but the program failed', green, { exitCode: 1, mayBeEmpty: false }, 1],
    ['no report', undefined, { exitCode: 0, mayBeEmpty: false }, 1],
    ['nothing ran', none, { exitCode: 0, mayBeEmpty: false }, 1],
    ['nothing ran, for the filter left nothing', none, { exitCode: 1, mayBeEmpty: true }, 0],
    ['failures are not counted twice', { ...green, failed: 2 }, { exitCode: 1, mayBeEmpty: false }, 2],
  ])('%s', (_, counts, circumstances, failed) => {
    expect(settleCounts(counts, circumstances).failed).toBe(failed);
  });
});

test('the last line of the summary is the sum', () => {
  const results = [
    { name: 'lint', counts: { passed: 1, failed: 0, skipped: 0 }, ms: 900 },
    { name: 'unit', counts: { passed: 20, failed: 2, skipped: 0 }, ms: 65_000 },
  ];
  expect(sumCounts(results.map((result) => result.counts))).toEqual({ passed: 21, failed: 2, skipped: 0 });
  expect(summarize(results).trimEnd().split('\n').pop()).toBe('21 passed, 2 failed');
});
