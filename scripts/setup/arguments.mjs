import { SetupFailure } from './failure.mjs';

const startSwitches = ['--dev', '--lan'];

/**
 * @param {readonly string[]} args
 * @returns {{ dev: boolean, lan: boolean }}
 */
export function parseStartArguments(args) {
  const unknown = args.find((arg) => !startSwitches.includes(arg));
  if (unknown !== undefined) {
    throw new SetupFailure(
      `\`npm start\` does not know ${unknown}: it takes -- --lan, and \`npm run dev\` is --dev.`,
    );
  }
  return { dev: args.includes('--dev'), lan: args.includes('--lan') };
}

/** What can be asked for by name. `all` leaves out the long ones. */
export const suiteNames = /** @type {const} */ (['all', 'unit', 'integration', 'e2e', 'long']);

/** @typedef {(typeof suiteNames)[number]} SuiteName */

/**
 * `[suite] [filter]`; without a suite's name in front, all of it is the filter.
 *
 * @param {readonly string[]} args
 * @returns {{ suite: SuiteName, filter: string | undefined }}
 */
export function parseTestArguments(args) {
  const [first, ...others] = args;
  const suite = suiteNames.find((name) => name === first);
  const filter = (suite === undefined ? args : others).join(' ');
  return { suite: suite ?? 'all', filter: filter === '' ? undefined : filter };
}
