'use client';

import type { ReactNode } from 'react';
import { useFormatter } from 'use-intl';
import { shareOfMost } from '#hooks/chat/plots.ts';

interface Ranked {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  /** What is said of it, where that is more than the number. */
  readonly words?: string;
  readonly picture?: ReactNode;
}

/** Who or what has most, as a list of words, numbers and bars. The words say all that the bars do. */
export function RankChart({ label, items }: { label: string; items: readonly Ranked[] }) {
  const format = useFormatter();
  const most = Math.max(0, ...items.map(({ value }) => value));
  return (
    <ol aria-label={label} className="grid gap-3">
      {items.map(({ id, name, value, words, picture }) => (
        <li key={id} className="flex min-w-0 items-center gap-3">
          {picture}
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3 text-14">
              <span className="min-w-0 truncate font-medium">{name}</span>
              <span className="flex-none text-13 text-ink-soft tabular-nums">
                {words ?? format.number(value)}
              </span>
            </div>
            <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-sunken">
              <div
                className="h-full min-w-1 rounded-full bg-lagoon forced-colors:bg-[CanvasText]"
                style={{ inlineSize: `${shareOfMost(value, most)}%` }}
              />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}
