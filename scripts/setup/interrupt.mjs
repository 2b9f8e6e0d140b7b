import { constants } from 'node:os';

/**
 * Ctrl-C and its relatives. A terminal sends the signal to npm and to us, and npm sends it on once more: the
 * first one counts, and those right behind it are the same key press.
 */

/** @typedef {(signal: NodeJS.Signals) => Promise<number | void> | number | void} Duty */

/** @type {readonly ['SIGINT', 'SIGTERM', 'SIGHUP']} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const samePressMs = 1500;

/** @type {Duty[]} */
const duties = [];
/** @type {number | undefined} */
let stoppingSince;

/**
 * Registers what has to be done before this process ends by a signal; the newest is done first. A duty may answer
 * with an exit code.
 *
 * @param {Duty} duty
 * @returns {() => void} takes the duty back
 */
export function whenInterrupted(duty) {
  duties.push(duty);
  return () => {
    const index = duties.indexOf(duty);
    if (index >= 0) duties.splice(index, 1);
  };
}

/** Whether a signal has come: what fails from now on fails because of it. */
export const isInterrupted = () => stoppingSince !== undefined;

/** @param {(signal: NodeJS.Signals) => void} force - called when the user asks again, in earnest */
export function watchSignals(force) {
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (stoppingSince === undefined) {
        stoppingSince = Date.now();
        void stop(signal);
      } else if (Date.now() - stoppingSince > samePressMs) {
        force('SIGKILL');
      }
    });
  }
}

/** @param {NodeJS.Signals} signal */
async function stop(signal) {
  let exitCode = 128 + constants.signals[signal];
  for (const duty of [...duties].reverse()) {
    const answer = await duty(signal);
    if (typeof answer === 'number') exitCode = answer;
  }
  process.exit(exitCode);
}
