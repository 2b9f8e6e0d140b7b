/** A key of two ids. */
export const pairOf = (first: string, second: string): string => `${first}/${second}`;

/** The ids of a key that `pairOf` made. */
export function partsOf(key: string): [string, string] {
  const [first = '', second = ''] = key.split('/');
  return [first, second];
}
