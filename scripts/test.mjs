#!/usr/bin/env node
import { parseTestArguments } from './setup/arguments.mjs';
import { toSetupFailure } from './setup/failure.mjs';
import { runMain } from './setup/main.mjs';
import { prepareBase, prepareWeb, prepareWorker } from './setup/prepare.mjs';
import { createSteps } from './setup/steps.mjs';
import { prepareBrowser } from './testing/browser.mjs';
import { suites } from './testing/suites.mjs';
import { summarize } from './testing/summary.mjs';

/**
 * @typedef {import('./testing/suites.mjs').Suite} Suite
 * @typedef {import('./testing/suites.mjs').Need} Need
 * @typedef {import('./testing/summary.mjs').SuiteResult} SuiteResult
 * @typedef {import('./setup/prepare.mjs').Prepared} Prepared
 */

const steps = createSteps();

/** `npm test`: what it needs, then every suite whatever the others came to, then one line that says it all. */
await runMain(async () => {
  const { suite: wanted, filter } = parseTestArguments(process.argv.slice(2));
  const chosen = suites.filter(
    (suite) => suite.partOf.includes(wanted) && (filter === undefined || suite.hasTests),
  );
  const mayBeEmpty = filter !== undefined && chosen.length > 1;
  /** @type {SuiteResult[]} */
  const results = [];
  try {
    const prepared = await prepareBase(steps);
    const troubles = await prepareNeeds(prepared, chosen);
    for (const suite of chosen) {
      results.push(await runSuite(suite, { prepared, filter, mayBeEmpty }, troubles));
    }
  } catch (error) {
    results.push(brokenSetup(error));
  }
  const ran = results.reduce((sum, { counts }) => sum + counts.passed + counts.failed, 0);
  if (ran === 0) results.push(brokenSetup(new Error(`No test matches "${filter}".`)));
  process.stdout.write(summarize(results));
  return results.some(({ counts }) => counts.failed > 0) ? 1 : 0;
});

/**
 * Obtains what the chosen suites need. What cannot be had fails those that need it, and no others.
 *
 * @param {Prepared} prepared
 * @param {readonly Suite[]} chosen
 * @returns {Promise<Map<Need, string>>} what is wrong with a need
 */
async function prepareNeeds(prepared, chosen) {
  /** @type {Map<Need, () => Promise<void>>} */
  const ways = new Map([
    ['worker', () => prepareWorker(steps, prepared)],
    ['web', () => prepareWeb(steps, prepared)],
    ['browser', () => prepareBrowser(steps, prepared)],
  ]);
  /** @type {Map<Need, string>} */
  const troubles = new Map();
  for (const [need, obtain] of ways) {
    if (!chosen.some((suite) => suite.needs.includes(need))) continue;
    try {
      await obtain();
    } catch (error) {
      troubles.set(need, explain(error));
    }
  }
  return troubles;
}

/**
 * @param {Suite} suite
 * @param {import('./testing/suites.mjs').SuiteContext} context
 * @param {ReadonlyMap<Need, string>} troubles
 * @returns {Promise<SuiteResult>}
 */
async function runSuite(suite, context, troubles) {
  steps.say(`\n── ${suite.name} ${'─'.repeat(Math.max(0, 60 - suite.name.length))}`);
  const missing = suite.needs.find((need) => troubles.has(need));
  if (missing !== undefined) {
    const note = troubles.get(missing);
    return { name: suite.name, counts: { passed: 0, failed: 1, skipped: 0 }, ms: 0, note };
  }
  const since = Date.now();
  const counts = await suite.run(context);
  return { name: suite.name, counts, ms: Date.now() - since };
}

/**
 * @param {unknown} error
 * @returns {SuiteResult}
 */
function brokenSetup(error) {
  return { name: 'setup', counts: { passed: 0, failed: 1, skipped: 0 }, ms: 0, note: explain(error) };
}

/**
 * Shows what a failed program printed, and answers with the sentence for the summary.
 *
 * @param {unknown} error
 */
function explain(error) {
  const failure = toSetupFailure(error);
  for (const line of failure.lines) steps.say(`  │ ${line}`);
  return failure.message;
}
