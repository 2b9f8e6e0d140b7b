/**
 * What a suite came to. `ran` counts tests, not files; a suite that breaks without naming a test counts as one
 * failure, so that nothing that went wrong is missing in the sum.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */

/**
 * From vitest's JSON report. A file that failed without a failed test (it could not be loaded) is one failure.
 *
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function vitestCounts(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((result) => result.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} [errors] - those of no test: a file that could not be loaded
 */

/**
 * From Playwright's JSON report. A test that passed on a second try did not pass.
 *
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function playwrightCounts({ stats, errors = [] }) {
  const failed = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: Math.max(failed, errors.length), skipped: stats.skipped };
}

/**
 * What a suite's report and its exit code come to together.
 *
 * @param {Counts | undefined} counts - undefined: it wrote no report
 * @param {{ exitCode: number, mayBeEmpty: boolean }} circumstances
 * @returns {Counts}
 */
export function settleCounts(counts, { exitCode, mayBeEmpty }) {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ran = known.passed + known.failed;
  if (ran === 0 && mayBeEmpty) return known;
  const broke = known.failed === 0 && (exitCode !== 0 || ran === 0);
  return broke ? { ...known, failed: 1 } : known;
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}
