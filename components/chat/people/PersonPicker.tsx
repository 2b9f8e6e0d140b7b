'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { usePersonSearch } from '#hooks/chat/rooms/usePersonSearch.ts';
import { useErrorWords } from '#hooks/errorWords.ts';
import { useListKeys } from '#hooks/useListKeys.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

interface PersonPickerProps {
  spaceId: string;
  /** Whether I may see the members of the space. */
  mayList: boolean;
  known?: readonly PersonView[];
  /** Ids of those who are not offered. */
  except?: readonly string[];
  /** Beside each name, what a press on it does. */
  hint?: string;
  onPick: (person: PersonView) => void;
}

const nobody: readonly never[] = [];

/** A field and the people whose names match it; arrows walk through them (WAI-ARIA Authoring Practices, combobox). */
export function PersonPicker(props: PersonPickerProps) {
  const { spaceId, mayList, known = nobody, except = nobody, hint, onPick } = props;
  const t = useTranslations('chatPeople');
  const id = useId();
  const search = usePersonSearch({ spaceId, mayList, known, except });
  const { people, query } = search;
  const keys = useListKeys(people.length, (index) => people[index] && onPick(people[index]));
  return (
    <div>
      <div className="relative">
        <Icon name="search" size={20} className="pointer-events-none absolute start-3 top-3 text-ink-soft" />
        <input
          type="search"
          role="combobox"
          aria-label={t('find')}
          aria-expanded={people.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={people.length > 0 ? `${id}-${keys.active}` : undefined}
          aria-autocomplete="list"
          placeholder={t('find')}
          autoComplete="off"
          value={query}
          maxLength={60}
          onKeyDown={keys.onKeyDown}
          onChange={(event) => {
            keys.setActive(0);
            search.setQuery(event.currentTarget.value);
          }}
          className="h-11 w-full rounded-md bg-sunken ps-10 pe-10 text-16 placeholder:text-ink-soft desk:text-14"
        />
        {search.isPending && (
          <Spinner size={18} label={null} className="absolute end-3 top-3 text-ink-soft" />
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('found')}
        className="mt-2 h-72 overflow-y-auto overscroll-contain"
      >
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === keys.active}
            onPointerMove={() => keys.setActive(index)}
            onClick={() => onPick(person)}
            className={cx(
              'flex min-h-12 cursor-pointer items-center gap-3 rounded-sm px-2.5',
              index === keys.active && 'bg-sunken forced-colors:outline-2',
            )}
          >
            <Avatar cast={person.cast} size={36} />
            <span className="min-w-0 flex-1 truncate text-14 font-medium">{person.name}</span>
            {hint !== undefined && <span className="flex-none text-12 text-ink-soft">{hint}</span>}
          </div>
        ))}
      </div>
      <PickerWords search={search} />
    </div>
  );
}

/** Why there is nobody to be seen; it has its line from the start, so that nothing moves. */
function PickerWords({ search }: { search: ReturnType<typeof usePersonSearch> }) {
  const t = useTranslations('chatPeople');
  const words = useErrorWords();
  const isEmpty = search.people.length === 0 && !search.isPending;
  return (
    <p role="status" className="mt-1 min-h-5 text-13 text-ink-soft">
      {search.error !== null && words(search.error)}
      {search.error === null && isEmpty && t('nobody')}
    </p>
  );
}
