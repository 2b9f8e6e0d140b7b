/** Words that others know of whoever chooses a password, taken apart as a guesser would. */
export function knownWords(...texts: readonly (string | undefined)[]): string[] {
  const words = texts.flatMap((text) => (text ?? '').split(/[^\p{L}\p{N}]+/u));
  return ['vicinity', ...new Set(words.filter((word) => word.length > 2))];
}
