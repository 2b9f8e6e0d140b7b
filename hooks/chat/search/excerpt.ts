export interface ExcerptPart {
  readonly text: string;
  /** Whether it is what was looked for. */
  readonly isHit: boolean;
}

/** How many signs stand before the first hit, at most. */
const leadMost = 48;

/** The words and phrases that somebody looks for; those with a minus and the word “or” are none. */
export function searchedWords(query: string): string[] {
  const words: string[] = [];
  for (const [, minus, phrase, word] of query.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const found = folded(phrase ?? word ?? '').trim();
    if (minus === '' && found !== '' && found !== 'or') words.push(found);
  }
  return words;
}

/**
 * A stretch of a text around the first hit, with all hits in it marked, at most `most` signs long. Hits begin where words
 * do; case and accents do not matter. Where the database found another form of a word there may be none.
 */
export function excerptOf(content: string, query: string, most: number): ExcerptPart[] {
  const text = [...content.replaceAll(/\s+/g, ' ').trim()];
  const hits = hitsIn(text, searchedWords(query));
  const first = hits[0]?.from ?? 0;
  const start = startOf(text, text.length <= most ? 0 : Math.max(0, first - leadMost));
  const end = Math.min(text.length, start + most);
  const parts: ExcerptPart[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to).join(''), isHit });
  };
  let at = start;
  for (const { from, to } of hits) {
    if (from < at || from >= end) continue;
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (start > 0) parts.unshift({ text: '… ', isHit: false });
  if (end < text.length) parts.push({ text: ' …', isHit: false });
  return parts;
}

interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Stretches at which a word or phrase begins; of those that overlap the longest counts. */
function hitsIn(text: readonly string[], words: readonly string[]): readonly Hit[] {
  const plain = text.map((sign) => folded(sign));
  const hits: Hit[] = [];
  for (let from = 0; from < plain.length; from += 1) {
    if (isLetter(plain[from - 1]) && isLetter(plain[from])) continue;
    const lengths = words.map((word) => lengthOfMatch(plain, from, word));
    const length = Math.max(0, ...lengths);
    if (length === 0) continue;
    hits.push({ from, to: from + length });
    from += length - 1;
  }
  return hits;
}

/** How many signs from a place on make up a word; 0: they do not. One sign may fold to several, as `ß` does. */
function lengthOfMatch(plain: readonly string[], from: number, word: string): number {
  let rest = word;
  for (let at = from; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (!rest.startsWith(sign)) return 0;
    rest = rest.slice(sign.length);
    if (rest === '') return at - from + 1;
  }
  return 0;
}

/** Not in the middle of a word, where one begins soon after. */
function startOf(text: readonly string[], from: number): number {
  if (from === 0) return 0;
  const space = text.indexOf(' ', from);
  return space === -1 || space > from + 12 ? from : space + 1;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
