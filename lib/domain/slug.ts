/** Letters of Latin alphabets that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Most signs of a slug that is made from a name: room is left for a number within the 48 that a slug may have. */
const lengthMost = 40;

/**
 * The slug that a name suggests: “Café Überblick” becomes `cafe-uberblick`. It may come out too short to be one, or
 * empty, where the name has hardly a Latin letter or a digit.
 */
export function slugFromName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøđðþłı]/g, (letter) => letters[letter] ?? '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, lengthMost)
    .replaceAll(/^-+|-+$/g, '');
}
