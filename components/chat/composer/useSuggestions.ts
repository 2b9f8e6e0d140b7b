'use client';

import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl';
import { useSelfId } from '#hooks/chat/useChat.ts';
import { stepInList } from '#hooks/useListKeys.ts';
import { type OpenWord, openWordAt } from '#lib/client/chat/mentions.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { emojiMatches, loadEmoji } from './emojiData.ts';

/** Something that may take the place of the word that is being written. */
export interface Suggestion {
  readonly key: string;
  readonly label: string;
  /** Face of a person; null for an emoji. */
  readonly cast: string | null;
  /** An emoji; empty for a person. */
  readonly sign: string;
  /** What is written. */
  readonly text: string;
}

export interface SuggestionList {
  readonly word: OpenWord | null;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  setActive(index: number): void;
  /** Puts the list away until another word begins. */
  dismiss(): void;
  /** Where a key leads in the list; false for keys that are not its own. */
  step(key: string): boolean;
}

/** Most lines of the list. */
const linesMost = 8;

/** People for an `@` and emoji for a `:` at the caret. `members` is asked for when the first `@` is written. */
export function useSuggestions(
  text: string,
  caret: number,
  members: readonly PersonView[] | null,
  onNeedMembers: () => void,
): SuggestionList {
  const selfId = useSelfId();
  const [active, setActive] = useState(0);
  const [dismissedFrom, setDismissedFrom] = useState<number | null>(null);
  const found = openWordAt(text, caret);
  const word = found !== null && found.from !== dismissedFrom ? found : null;
  const emoji = useEmojiFor(word);
  const needsMembers = word?.sign === '@' && members === null;
  useEffect(() => {
    if (needsMembers) onNeedMembers();
  }, [needsMembers, onNeedMembers]);
  const suggestions =
    word === null ? [] : word.sign === ':' ? emoji : peopleFor(word.query, members ?? [], selfId);
  const place = Math.min(active, Math.max(0, suggestions.length - 1));
  return {
    word,
    suggestions,
    active: place,
    setActive,
    dismiss: () => setDismissedFrom(found?.from ?? null),
    step(key) {
      const next =
        key === 'ArrowDown' || key === 'ArrowUp' ? stepInList(key, place, suggestions.length) : null;
      if (next === null) return false;
      setActive(next);
      return true;
    },
  };
}

/** People whose name, or one of its words, begins with what was written; pure. */
export function peopleFor(
  query: string,
  members: readonly PersonView[],
  selfId: string | null,
): readonly Suggestion[] {
  const wanted = query.toLocaleLowerCase();
  return members
    .filter(({ id, name }) => id !== selfId && ` ${name.toLocaleLowerCase()}`.includes(` ${wanted}`))
    .slice(0, linesMost)
    .map(({ id, name, cast }) => ({ key: id, label: name, cast, sign: '', text: `@${name}` }));
}

function useEmojiFor(word: OpenWord | null): readonly Suggestion[] {
  const locale = useLocale();
  const query = word?.sign === ':' ? word.query : null;
  const [found, setFound] = useState<{ query: string; list: readonly Suggestion[] } | null>(null);
  useEffect(() => {
    if (query === null) return undefined;
    let isOver = false;
    loadEmoji(locale).then(
      ({ emojis }) => {
        const list = emojiMatches(emojis, query, linesMost).map(({ emoji, name }) => ({
          key: emoji,
          label: `:${name}:`,
          cast: null,
          sign: emoji,
          text: emoji,
        }));
        if (!isOver) setFound({ query, list });
      },
      (error: unknown) => console.warn('chat: no emoji to offer', error),
    );
    return () => {
      isOver = true;
    };
  }, [query, locale]);
  return found !== null && found.query === query ? found.list : [];
}
