'use client';

import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Field } from '#components/ui/Field.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { allZones, type ZoneChoice, zonesMatching } from '#hooks/account/timeZones.ts';
import { browserZone } from '#hooks/timeZone.ts';
import { useListKeys } from '#hooks/useListKeys.ts';

interface ZoneSearchProps {
  value: string | null;
  onChoose: (zone: string | null) => void;
}

/** A search field over every time zone; the first entry follows the browser. */
export function ZoneSearch({ value, onChoose }: ZoneSearchProps) {
  const t = useTranslations('profile');
  const listId = useId();
  const [query, setQuery] = useState('');
  const zones = useMemo(allZones, []);
  const found = zonesMatching(zones, query);
  const entries: readonly (ZoneChoice | null)[] = query.trim() === '' ? [null, ...found] : found;
  const keys = useListKeys(entries.length, (index) => onChoose(entries[index]?.id ?? null));
  const list = useRef<HTMLDivElement>(null);
  const field = useFocusInWindow();
  useActiveInView(list, keys.active);

  return (
    <div className="grid gap-2">
      <Field
        ref={field}
        label={t('timeZoneFind')}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${keys.active}`}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onKeyDown={keys.onKeyDown}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          keys.setActive(0);
        }}
      />
      <p role="status" className="text-12 text-ink-soft">
        {found.length === 0 ? t('timeZoneNone') : t('timeZones', { count: found.length })}
      </p>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('timeZone')}
        className="h-72 overflow-y-auto rounded-md bg-sunken p-1"
      >
        {entries.map((zone, index) => (
          <ZoneOption
            key={zone?.id ?? 'browser'}
            id={`${listId}-${index}`}
            zone={zone}
            isActive={index === keys.active}
            isChosen={(zone?.id ?? null) === value}
            onChoose={() => onChoose(zone?.id ?? null)}
          />
        ))}
      </div>
    </div>
  );
}

interface ZoneOptionProps {
  id: string;
  /** Null: like the browser. */
  zone: ZoneChoice | null;
  isActive: boolean;
  isChosen: boolean;
  onChoose: () => void;
}

function ZoneOption({ id, zone, isActive, isChosen, onChoose }: ZoneOptionProps) {
  const t = useTranslations('profile');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the search field, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: see above; it is reached by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-active={isActive}
      onClick={onChoose}
      className={cx(
        'flex min-h-11 cursor-pointer items-center gap-2 rounded-sm px-3 hover:bg-raised',
        isActive && 'bg-raised inset-ring-2 inset-ring-focus',
      )}
    >
      <span className="min-w-0 flex-1 truncate text-14">
        {zone === null ? t('timeZoneBrowser', { zone: zoneName(browserZone()) }) : zone.place}
      </span>
      {zone !== null && <span className="truncate text-12 text-ink-soft">{zone.region}</span>}
      {isChosen && <Icon name="check" size={18} className="text-lagoon-text" />}
    </div>
  );
}

const zoneName = (id: string): string => id.replaceAll('_', ' ');

/** Keeps the entry that the keys are on in view. */
function useActiveInView(list: RefObject<HTMLElement | null>, active: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry may be out of view
  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [list, active]);
}

/** Gives the keyboard to the field once its window has taken it: the window remembers where it came from. */
function useFocusInWindow(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return field;
}
