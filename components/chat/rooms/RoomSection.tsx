'use client';

import { type ReactElement, useId } from 'react';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';

interface RoomSectionProps {
  title: string;
  rows: readonly ReactElement[];
  /** The way to a new one, beside the title. */
  action?: { label: string; onPress: () => void } | undefined;
  /** What stands there without rows; without it the section is left out. */
  empty?: string | undefined;
  /** The way to further ones, as the last line. */
  more?: { label: string; count: number; onPress: () => void } | undefined;
}

/** One part of the side list. Without rows and without a way to one it is not there. */
export function RoomSection({ title, rows, action, empty, more }: RoomSectionProps) {
  const titleId = useId();
  if (rows.length === 0 && empty === undefined && more === undefined) return null;
  return (
    <section aria-labelledby={titleId}>
      <div className="flex min-h-11 items-center ps-3 pe-0.5 pt-1">
        <h3 id={titleId} className="min-w-0 flex-1 truncate text-12 font-strong text-ink-soft">
          {title}
        </h3>
        {action && (
          <IconButton icon="plus" label={action.label} tone="soft" iconSize={19} onClick={action.onPress} />
        )}
      </div>
      {rows.length > 0 && <ul aria-labelledby={titleId}>{rows}</ul>}
      {rows.length === 0 && empty !== undefined && (
        <p className="px-3 pb-2 text-13 text-pretty text-ink-soft">{empty}</p>
      )}
      {more && (
        <button
          type="button"
          data-entry=""
          onClick={more.onPress}
          className="flex min-h-11 w-full items-center gap-3 rounded-md ps-2.5 pe-3 text-start text-14 text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <span className="inline-grid size-8 flex-none place-items-center">
            <Icon name="list" size={18} />
          </span>
          <span className="min-w-0 flex-1 truncate">{more.label}</span>
          <span className="flex-none text-12 tabular-nums">{more.count}</span>
        </button>
      )}
    </section>
  );
}
