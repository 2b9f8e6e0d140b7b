'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import type { Search } from '#hooks/chat/search/useSearch.ts';
import { useErrorWords } from '#hooks/errorWords.ts';
import { FoundItem } from './FoundItem.tsx';

interface SearchResultsProps {
  search: Search;
  onPick: (roomId: string, messageId: string) => void;
}

/** What was found, newest first; or why there is nothing to see. */
export function SearchResults({ search, onPick }: SearchResultsProps) {
  const { found, isPending, error } = search;
  return (
    <div aria-busy={isPending} className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">
      <Situation search={search} />
      {found === null && isPending && <SkeletonRows count={4} hasFaces />}
      {found !== null && (
        <>
          <ol>
            {found.items.map(({ message, roomName }) => (
              <FoundItem
                key={message.id}
                message={message}
                roomName={roomName}
                author={found.people.get(message.userId) ?? null}
                words={found.filter.words}
                onPick={() => onPick(message.roomId, message.id)}
              />
            ))}
          </ol>
          <LoadMore
            hasMore={found.nextCursor !== null}
            isPending={isPending}
            error={error}
            onMore={search.more}
          />
        </>
      )}
    </div>
  );
}

/** How it stands, in words; read out politely when it changes. */
function Situation({ search: { filter, found, isPending, error, retry } }: { search: Search }) {
  const t = useTranslations('chatSearch');
  const wordsOf = useErrorWords();
  if (error !== null && found === null) {
    return (
      <div role="alert" className="grid justify-items-start gap-3 py-4 text-14">
        <p>{wordsOf(error)}</p>
        <Button size="small" onClick={retry}>
          {t('again')}
        </Button>
      </div>
    );
  }
  if (found === null) {
    return isPending ? null : (
      <EmptyState icon="search" title={t('start')} level={3} className="mt-2">
        <p>{t('startText')}</p>
      </EmptyState>
    );
  }
  if (found.items.length === 0) {
    return (
      <EmptyState icon="search" title={t('none')} level={3} className="mt-2">
        <p>{t('noneText')}</p>
      </EmptyState>
    );
  }
  const count = found.items.length;
  const isCurrent = found.filter === filter;
  return (
    <p role="status" className="min-h-5 py-1 text-12 text-ink-soft">
      {!isCurrent && t('searching')}
      {isCurrent && (found.nextCursor === null ? t('found', { count }) : t('foundMore', { count }))}
    </p>
  );
}
