/**
 * The flags of England, Scotland and Wales are a black flag and a few tag signs (Unicode UTS #51, ED-14a); more of them
 * would be a text that nobody sees.
 */
const taggedFlag = String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]{1,7}\u{e007f}`;

/** Lines, tabs, the joiners that scripts and emoji need, and everything that is seen. */
const seen = String.raw`[\n\t\u200c\u200d]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]`;

/** What a message may be made of: no control or direction signs, no halves of characters. */
export const wordsPattern = new RegExp(`^(?:${taggedFlag}|${seen})*$`, 'u');

const partsPattern = new RegExp(`${taggedFlag}|${seen}`, 'gu');

/** A text without what no message may have, such as the soft hyphens of a page that it was copied from. Pure. */
export function cleanedWords(text: string): string {
  const lines = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return (lines.match(partsPattern) ?? []).join('').trim();
}
