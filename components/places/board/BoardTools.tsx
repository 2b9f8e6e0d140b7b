'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { fieldClass } from '#components/ui/Field.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';
import { type BoardState, boardStates } from '#hooks/places/spaceList.ts';

interface BoardToolsProps {
  state: BoardState;
  hasSearch: boolean;
  typed: string;
  /** How many spaces fit what was typed. */
  found: number;
  onType: (text: string) => void;
}

/** Which spaces are shown: by state, and by name where there are many. */
export function BoardTools({ state, hasSearch, typed, found, onType }: BoardToolsProps) {
  const t = useTranslations('spaces');
  const tabs = boardStates.map((choice) => ({
    href: choice === 'active' ? '/spaces' : `/spaces?state=${choice}`,
    label: t(choice),
    isCurrent: choice === state,
  }));
  return (
    <div className="mt-7 flex min-h-13 flex-wrap items-center justify-between gap-3">
      <SegmentedTabs label={t('filters')} items={tabs} />
      {hasSearch && <SearchField label={t('search')} typed={typed} onType={onType} />}
      <p role="status" className="sr-only">
        {typed !== '' && t('found', { count: found })}
      </p>
    </div>
  );
}

interface SearchFieldProps {
  label: string;
  typed: string;
  onType: (text: string) => void;
}

/** A field that narrows a list while one types. */
export function SearchField({ label, typed, onType }: SearchFieldProps) {
  const id = useId();
  return (
    <div className="relative w-full desk:w-72">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Icon
        name="search"
        size={19}
        className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-soft"
      />
      <input
        id={id}
        type="search"
        value={typed}
        maxLength={60}
        placeholder={label}
        autoComplete="off"
        onChange={(event) => onType(event.currentTarget.value)}
        className={cx(fieldClass, 'h-11 ps-10 pe-3 text-16 desk:text-14')}
      />
    </div>
  );
}
