/** Something is missing or wrong outside the program: one sentence says what, and what to do. */
export class SetupFailure extends Error {
  /**
   * @param {string} sentence - for the user
   * @param {readonly string[]} [lines] - what the failed program printed last
   */
  constructor(sentence, lines = []) {
    super(sentence);
    this.name = 'SetupFailure';
    this.lines = lines;
  }
}

/** What programs print when something outside them is wrong. The first that matches is told. */
const knownTroubles = [
  {
    pattern: /ENOSPC|no space left on device/i,
    sentence: 'The disk is full: free some space (2 GB are enough) and start again.',
  },
  {
    pattern: /EROFS|read-only file system/i,
    sentence: 'This folder cannot be written to: put the checkout on a disk that is not read-only.',
  },
  {
    pattern: /EACCES|EPERM|permission denied/i,
    sentence:
      'This folder, or a file in it, belongs to somebody else: make it yours (chown) and start again.',
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|Temporary failure resolving|Could not resolve/i,
    sentence: 'The network does not answer: check the connection (or proxy) and start again.',
  },
];

/**
 * The sentence for what a program printed, or undefined when it is none of the known troubles.
 *
 * @param {string} text
 */
export function knownTrouble(text) {
  return knownTroubles.find((trouble) => trouble.pattern.test(text))?.sentence;
}

/**
 * The failure to show for whatever was thrown. Unknown errors are bugs and keep their stack.
 *
 * @param {unknown} error
 */
export function toSetupFailure(error) {
  if (error instanceof SetupFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = code === '' ? undefined : knownTrouble(code);
  if (sentence !== undefined && error instanceof Error) return new SetupFailure(sentence, [error.message]);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SetupFailure('This is a bug in the start script: please report it.', stack.split('\n'));
}
