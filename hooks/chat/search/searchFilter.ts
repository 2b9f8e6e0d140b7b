import { dayStart } from './dayStart.ts';

/** What messages may be looked for by; `any` stands for no choice. */
export const searchKinds = ['any', 'link', 'image', 'file', 'voice'] as const;

export type SearchKind = (typeof searchKinds)[number];

export interface SearchFilter {
  readonly words: string;
  readonly roomId: string | null;
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly has: SearchKind;
  /** Calendar days (`2026-03-01`) of the page's time zone, both included; empty: without limit. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export const noSearch: SearchFilter = {
  words: '',
  roomId: null,
  from: null,
  has: 'any',
  firstDay: '',
  lastDay: '',
};

/** Longest query, as the server takes it. */
export const wordsMost = 200;

/** How many filters are set besides the words. */
export const filterCount = ({ roomId, from, has, firstDay, lastDay }: SearchFilter): number =>
  [roomId !== null, from !== null, has !== 'any', firstDay !== '', lastDay !== ''].filter(Boolean).length;

/** Whether the first day is after the last one. */
export const areDaysWrong = ({ firstDay, lastDay }: SearchFilter): boolean =>
  firstDay !== '' && lastDay !== '' && firstDay > lastDay;

/** Whether there is something to look for: words, or a filter that says what. A room alone says where only. */
export const isAsking = (filter: SearchFilter): boolean =>
  !areDaysWrong(filter) && (filter.words.trim() !== '' || filterCount({ ...filter, roomId: null }) > 0);

interface SearchQuery {
  readonly query: string;
  readonly chatroomId?: string | undefined;
  readonly from?: string | undefined;
  readonly has?: Exclude<SearchKind, 'any'> | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** What is asked of the server. */
export function queryOf(filter: SearchFilter, timeZone: string): SearchQuery {
  const { words, roomId, from, has, firstDay, lastDay } = filter;
  return {
    query: words.trim().slice(0, wordsMost),
    chatroomId: roomId ?? undefined,
    from: from?.id,
    has: has === 'any' ? undefined : has,
    after: dayStart(firstDay, timeZone) ?? undefined,
    before: dayStart(lastDay, timeZone, 1) ?? undefined,
  };
}
