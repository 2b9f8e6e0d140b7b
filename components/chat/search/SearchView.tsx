'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { filterCount, wordsMost } from '#hooks/chat/search/searchFilter.ts';
import { useSearch } from '#hooks/chat/search/useSearch.ts';
import { useRoom } from '#hooks/chat/useChat.ts';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';
import { SideHead } from '../SideHead.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { SearchResults } from './SearchResults.tsx';

interface SearchViewProps {
  /** The room that is open: it is looked through first. */
  roomId: string | null;
  onPick: (roomId: string, messageId: string) => void;
  onClose: () => void;
}

/** Finds messages by words, room, author, what they hold and when they were written. */
export function SearchView({ roomId, onPick, onClose }: SearchViewProps) {
  const t = useTranslations('chatSearch');
  const common = useTranslations('common');
  const format = useFormatter();
  // A room that is gone is no place to look in.
  const isThere = useRoom(roomId) !== null;
  const search = useSearch(isThere ? roomId : null);
  const field = useFocusAtFirst<HTMLInputElement>();
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const count = filterCount(search.filter);
  return (
    <>
      <SideHead title={t('label')} closeLabel={common('close')} onClose={onClose} />
      <search className="flex-none px-4 pt-3 pb-2">
        <div className="relative">
          <Icon
            name="search"
            size={20}
            className="pointer-events-none absolute start-3 top-3 text-ink-soft"
          />
          <input
            ref={field}
            type="search"
            aria-label={t('words')}
            placeholder={t('words')}
            value={search.filter.words}
            maxLength={wordsMost}
            onChange={(event) => search.change({ words: event.currentTarget.value })}
            className="h-11 w-full rounded-md bg-sunken ps-10 pe-3 text-16 placeholder:text-ink-soft desk:text-14"
          />
        </div>
        <div className="mt-2 flex items-center gap-2">
          <Button
            size="small"
            tone="ghost"
            icon="sliders"
            aria-expanded={areFiltersOpen}
            onClick={() => setFiltersOpen(!areFiltersOpen)}
          >
            {t('more')}
            {count > 0 && <span className="tabular-nums">{format.number(count)}</span>}
          </Button>
          {count > 0 && (
            <Button size="small" tone="ghost" onClick={search.clear}>
              {t('clear')}
            </Button>
          )}
        </div>
        {areFiltersOpen && <SearchFilters search={search} />}
      </search>
      <SearchResults search={search} onPick={onPick} />
    </>
  );
}
