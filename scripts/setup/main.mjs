import { signalAll } from './children.mjs';
import { toSetupFailure } from './failure.mjs';
import { isInterrupted, watchSignals } from './interrupt.mjs';

/**
 * Runs a script's main function: signals end what it started, failures become a sentence, its answer is the
 * exit code.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  watchSignals(signalAll);
  try {
    const code = await main();
    if (!isInterrupted()) process.exit(code);
  } catch (error) {
    // What fails now fails because it was stopped; the duties end the process.
    if (isInterrupted()) return;
    tell(error);
    process.exit(1);
  }
}

/** @param {unknown} error */
function tell(error) {
  const failure = toSetupFailure(error);
  const quoted = failure.lines.map((line) => `  │ ${line}\n`).join('');
  process.stderr.write(`\n${quoted}${quoted === '' ? '' : '\n'}${failure.message}\n`);
}
