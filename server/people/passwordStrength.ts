import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { RefusedError } from '#lib/protocol/errors.ts';

/** Of zxcvbn's scores from 0 to 4: 3 withstands about 10^8 guesses, "safely unguessable" for a slow hash. */
const leastScore = 3;

/**
 * Judging blocks the process, and its time grows with length and with the ways to read signs as letters: with these
 * bounds the worst input takes about 30 ms instead of 600. A password whose beginning is strong is strong.
 */
const judgedLength = 32;
const substitutionsMost = 10;

let judging: Promise<ZxcvbnFactory> | undefined;

/** Its word lists are large, so they are loaded when the first password is judged. */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: substitutionsMost,
    dictionary: { ...common.dictionary, ...english.dictionary },
  });
}

const separators = /[\s@.+_-]+/;

/** Words that somebody's guesses would start with: their name, their address, the parts of both and these joined. */
function wordsOf(known: readonly (string | null)[]): string[] {
  const words = known.filter((word) => word !== null);
  const parts = words.map((word) => word.split(separators));
  const joined = parts.map((few) => few.join(''));
  return ['vicinity', ...words, ...joined, ...parts.flat()].filter((word) => word.length > 2);
}

/**
 * Refuses a password that is easy to guess.
 *
 * @param known what others know of the person: name and address.
 * Throws `RefusedError` (`weak_password`).
 */
export async function requireStrongPassword(
  password: string,
  known: readonly (string | null)[],
): Promise<void> {
  judging ??= loadJudge();
  const judge = await judging;
  const { score } = judge.check(password.slice(0, judgedLength), wordsOf(known));
  if (score < leastScore) {
    throw new RefusedError('weak_password', 'This password is easy to guess.', 'password');
  }
}
