import { formatDuration } from '../setup/steps.mjs';
import { sumCounts } from './counts.mjs';

/**
 * @typedef {{ name: string, counts: import('./counts.mjs').Counts, ms: number, note?: string }} SuiteResult
 */

/**
 * A line per suite, and as the very last line what all of them came to: `N passed, N failed`.
 *
 * @param {readonly SuiteResult[]} results
 * @returns {string}
 */
export function summarize(results) {
  const rows = results.map(({ name, counts, ms, note }) => {
    const cells = [
      counts.failed === 0 ? '✓' : '✗',
      name.padEnd(12),
      `${counts.passed} passed`.padStart(12),
      `${counts.failed} failed`.padStart(10),
      counts.skipped === 0 ? ''.padStart(11) : `${counts.skipped} skipped`.padStart(11),
      formatDuration(ms).padStart(12),
    ];
    return `${cells.join(' ')}${note === undefined ? '' : `  ${note}`}`;
  });
  const total = sumCounts(results.map((result) => result.counts));
  return ['', ...rows, '', `${total.passed} passed, ${total.failed} failed`, ''].join('\n');
}
