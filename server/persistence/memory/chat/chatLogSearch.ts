import type { Message } from '#lib/domain/chat/log.ts';
import { isOpen } from '../../chatSearch.ts';
import type { ChatLogRepository, Page, PageQuery } from '../../ports.ts';
import { pageByInstant } from '../pages.ts';
import type { Tables } from '../tables.ts';
import { messagesOf } from './logTables.ts';

type SearchQuery = Parameters<ChatLogRepository['search']>[0];

/** Words that must follow each other, or must not. */
interface Term {
  words: string[];
  isExcluded: boolean;
}

const wordsOf = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{N}_]+/gu)].map(([word]) => word.toLowerCase());

/**
 * What somebody typed, as PostgreSQL's `websearch_to_tsquery` understands it: words, "phrases", -not, or. A list of
 * alternatives, each of terms of which all must hold. Null where nothing is asked for, or only what is not wanted.
 */
function parse(text: string): Term[][] | null {
  const alternatives: Term[][] = [[]];
  for (const [, minus = '', phrase, word = ''] of text.matchAll(/(-*)(?:"([^"]*)"?|([^\s"-][^\s"]*))/g)) {
    if (phrase === undefined && minus === '' && word.toLowerCase() === 'or') {
      alternatives.push([]);
      continue;
    }
    const words = wordsOf(phrase ?? word);
    if (words.length > 0) alternatives.at(-1)?.push({ words, isExcluded: minus !== '' });
  }
  const meant = alternatives.filter((terms) => terms.length > 0);
  const isOpen = meant.some((terms) => terms.every(({ isExcluded }) => isExcluded));
  return meant.length === 0 || isOpen ? null : meant;
}

function holds({ words, isExcluded }: Term, text: string[]): boolean {
  const found = text.some((_, start) => words.every((word, index) => text[start + index] === word));
  return found !== isExcluded;
}

const linkPattern = /https?:\/\//i;

function hasPart({ file, type, content }: Message, has: SearchQuery['has']): boolean {
  if (has === null) return true;
  if (has === 'link') return linkPattern.test(content);
  return file !== null && (has === 'file' || type === has);
}

/** Without an index: for tests, and for bubbles, which nobody searches. */
export function search(tables: Tables, query: SearchQuery, page: PageQuery): Page<Message> {
  const { roomIds, words, fromUserId, has, before, after, hiddenUserIds } = query;
  const alternatives = words.trim() === '' ? [[]] : parse(words);
  if (alternatives === null || isOpen(query)) return { items: [], next: null };
  const found = [...new Set(roomIds)]
    .flatMap((roomId) => messagesOf(tables, roomId))
    .filter((message) => message.deletedAt === null && hasPart(message, has))
    .filter(({ userId }) => !hiddenUserIds.includes(userId) && (fromUserId === null || userId === fromUserId))
    .filter(({ at }) => (before === null || at < before) && (after === null || at >= after))
    .filter(({ content }) => {
      const text = wordsOf(content);
      return alternatives.some((terms) => terms.every((term) => holds(term, text)));
    });
  return pageByInstant(found, page, { at: ({ at }) => at, id: ({ id }) => id, direction: -1 });
}
