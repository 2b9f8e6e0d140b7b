import type { Mention } from './log.ts';

const wordSign = /[\p{L}\p{M}\p{N}_]/u;

/** How names and texts are compared: whatever their case and the way their letters are composed. */
const fold = (text: string): string => text.normalize('NFC').toLowerCase();

/** Whether folded `@name` stands in a folded text and does not go on as a longer word. */
function isNamedIn(text: string, wanted: string): boolean {
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    const after = text.codePointAt(from + wanted.length);
    if (after === undefined || !wordSign.test(String.fromCodePoint(after))) return true;
  }
  return false;
}

/**
 * Those among the candidates whom a text names as `@name`, each once, in the order of the candidates. A longer name that
 * begins with a shorter one does not name the shorter one's owner: `@Anna Lena` is not Anna, unless Anna is named, too.
 */
export function mentionsIn(text: string, candidates: readonly Mention[]): Mention[] {
  const folded = fold(text);
  const known = new Map(candidates.map((candidate) => [candidate.userId, candidate]));
  const named = [...known.values()]
    .map((mention) => ({ mention, wanted: `@${fold(mention.name)}` }))
    .filter(({ wanted }) => wanted !== '@' && isNamedIn(folded, wanted));
  const isNamedItself = (wanted: string): boolean => {
    const longer = named.filter(
      (other) => other.wanted.length > wanted.length && other.wanted.startsWith(wanted),
    );
    const rest = longer.reduce((left, other) => left.replaceAll(other.wanted, '\n'), folded);
    return isNamedIn(rest, wanted);
  };
  return named.filter(({ wanted }) => isNamedItself(wanted)).map(({ mention }) => mention);
}
