import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { runInForeground } from '../setup/children.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { playwrightCounts, settleCounts, vitestCounts } from './counts.mjs';
import { vitestFilter } from './filter.mjs';

/**
 * What there is to run, in order from quick to slow.
 *
 * @typedef {'worker' | 'web' | 'browser'} Need
 * @typedef {object} SuiteContext
 * @property {import('../setup/prepare.mjs').Prepared} prepared
 * @property {string | undefined} filter
 * @property {boolean} mayBeEmpty - a filter may leave nothing of this suite
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly import('../setup/arguments.mjs').SuiteName[]} partOf
 * @property {readonly Need[]} needs
 * @property {boolean} hasTests - false for a check of the sources as a whole, which no filter narrows
 * @property {(context: SuiteContext) => Promise<import('./counts.mjs').Counts>} run
 */

/** In a log, colors are noise. */
const isPlain = process.stdout.isTTY !== true;
const plainEnvironment = isPlain ? { NO_COLOR: '1' } : {};
const biomeColors = isPlain ? ['--colors=off'] : [];
const reports = inRoot('test-results', 'reports');
const biome = ['biome', 'bin', 'biome'];

/** @type {readonly Suite[]} */
export const suites = [
  check('format', [
    [['@biomejs', ...biome], 'ci', ...biomeColors, '--linter-enabled=false', '--assist-enabled=false', '.'],
  ]),
  check('lint', [[['@biomejs', ...biome], 'ci', ...biomeColors, '--formatter-enabled=false', '.']]),
  // The types of Next's routes are generated; without them the sources do not check.
  check('types', [
    [['next', 'dist', 'bin', 'next'], 'typegen'],
    [['typescript', 'bin', 'tsc'], '--noEmit'],
  ]),
  vitest('unit', ['all', 'unit'], 'unit', []),
  vitest('integration', ['all', 'integration'], 'integration', ['worker', 'web']),
  playwright('e2e', ['all', 'e2e'], 'e2e'),
  vitest('long', ['long'], 'long', ['worker']),
  playwright('long e2e', ['long'], 'long'),
];

/**
 * @param {string} name
 * @param {readonly (readonly [readonly string[], ...string[]])[]} commands - each a path in node_modules, and arguments
 * @returns {Suite}
 */
function check(name, commands) {
  return {
    name,
    partOf: ['all'],
    needs: [],
    hasTests: false,
    async run({ prepared }) {
      for (const [tool, ...args] of commands) {
        const code = await runTool(prepared, tool, args, {});
        if (code !== 0) return { passed: 0, failed: 1, skipped: 0 };
      }
      return { passed: 1, failed: 0, skipped: 0 };
    },
  };
}

/**
 * @param {string} name
 * @param {Suite['partOf']} partOf
 * @param {string} project - of vitest.config.ts
 * @param {readonly Need[]} needs
 * @returns {Suite}
 */
function vitest(name, partOf, project, needs) {
  return {
    name,
    partOf,
    needs,
    hasTests: true,
    async run({ prepared, filter, mayBeEmpty }) {
      const report = freshReport(`vitest-${project}`);
      const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
      args.push(`--outputFile.json=${report}`, ...vitestFilter(filter));
      const exitCode = await runTool(prepared, ['vitest', 'vitest.mjs'], args, {});
      const content = readReport(report);
      return settleCounts(content && vitestCounts(content), { exitCode, mayBeEmpty });
    },
  };
}

/**
 * @param {string} name
 * @param {Suite['partOf']} partOf
 * @param {string} project - of playwright.config.ts
 * @returns {Suite}
 */
function playwright(name, partOf, project) {
  return {
    name,
    partOf,
    needs: ['worker', 'web', 'browser'],
    hasTests: true,
    async run({ prepared, filter, mayBeEmpty }) {
      const report = freshReport(`playwright-${project}`);
      const args = ['test', '--project', project, ...(filter === undefined ? [] : ['-g', filter])];
      const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
      const exitCode = await runTool(prepared, ['@playwright', 'test', 'cli.js'], args, env);
      const content = readReport(report);
      return settleCounts(content && playwrightCounts(content), { exitCode, mayBeEmpty });
    },
  };
}

/**
 * @param {import('../setup/prepare.mjs').Prepared} prepared
 * @param {readonly string[]} tool - its script's path in node_modules
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env - on top of what is prepared
 */
function runTool(prepared, tool, args, env) {
  return runInForeground(prepared.node.path, [inRoot('node_modules', ...tool), ...args], {
    cwd: root,
    env: { ...prepared.env, ...env, ...plainEnvironment },
  });
}

/** @param {string} name */
function freshReport(name) {
  const file = `${reports}/${name}.json`;
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
  return JSON.parse(readFileSync(file, 'utf8'));
}
