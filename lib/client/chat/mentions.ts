import type { Mention } from '#lib/domain/chat/log.ts';

export type MentionPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mention'; readonly userId: string; readonly name: string };

/** A text cut at each `@name` of somebody who was mentioned; the longest name that fits counts. */
export function splitMentions(text: string, mentions: readonly Mention[]): MentionPart[] {
  const byLength = mentions
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  const parts: MentionPart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const met = byLength.find(({ name }) => startsWith(text, name, at + 1));
    if (met === undefined || isWord(text[at - 1])) continue;
    if (at > from) parts.push({ kind: 'text', text: text.slice(from, at) });
    parts.push({ kind: 'mention', userId: met.userId, name: met.name });
    from = at + 1 + met.name.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** Ids of those people whose `@name` stands in a text, each once, at most 50 (as the wire takes them). */
export function mentionsIn(text: string, people: readonly { id: string; name: string }[]): string[] {
  const known = people.map(({ id, name }) => ({ userId: id, name }));
  const met = splitMentions(text, known).flatMap((part) => (part.kind === 'mention' ? [part.userId] : []));
  return [...new Set(met)].slice(0, 50);
}

function startsWith(text: string, name: string, at: number): boolean {
  const end = at + name.length;
  const isSame = text.slice(at, end).toLocaleLowerCase() === name.toLocaleLowerCase();
  return isSame && !isWord(text[end]);
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** A word that is being written behind an `@` or a `:`, from its sign on. */
export interface OpenWord {
  readonly sign: '@' | ':';
  readonly query: string;
  /** Where the sign stands. */
  readonly from: number;
}

/** What the caret stands at the end of, if names or emoji could be offered for it. */
export function openWordAt(text: string, caret: number): OpenWord | null {
  const before = text.slice(0, caret);
  const match = /(?:^|[\s([{"'»„])([@:])([\p{L}\p{N}_+\- ]{0,40})$/u.exec(before);
  if (match === null) return null;
  const [, sign, query = ''] = match;
  if (sign === ':') {
    return /^[\p{L}\p{N}_+-]{2,}$/u.test(query) ? { sign: ':', query, from: caret - query.length - 1 } : null;
  }
  // A name may hold one space; after that, it is a sentence that began with an address.
  return query.startsWith(' ') || query.split(' ').length > 3
    ? null
    : { sign: '@', query, from: caret - query.length - 1 };
}

/** A text with the open word replaced, and where the caret stands then. */
export function completed(
  text: string,
  caret: number,
  word: OpenWord,
  by: string,
): { text: string; caret: number } {
  const after = text.slice(caret);
  const gap = after.startsWith(' ') ? '' : ' ';
  const start = `${text.slice(0, word.from)}${by}${gap}`;
  return { text: start + after, caret: start.length + (gap === '' ? 1 : 0) };
}
