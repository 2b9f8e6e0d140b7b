import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common, ...english },
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: 10,
});

/** How hard a password is to guess, from 0 to 4 (zxcvbn); the server takes 3 and more. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/** As on the server: judging takes time that grows with length, and what begins strongly is strong. */
const judgedLength = 32;

/** Judges a password. `known` are words that others know of the person: name, address, the name of the site. */
export function judgePassword(password: string, known: readonly string[]): Strength {
  return zxcvbn.check(password.slice(0, judgedLength), [...known]).score;
}
