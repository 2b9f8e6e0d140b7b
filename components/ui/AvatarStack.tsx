'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from './Avatar.tsx';

interface AvatarStackProps {
  people: readonly { readonly id: string; readonly name: string; readonly cast: string }[];
  /** How many there are in all, when `people` is only the first of them. */
  total?: number;
  /** Most faces to show. */
  most?: number;
  size?: 24 | 28 | 32 | 36;
}

/** A few faces that overlap, and how many more there are. Their names are read out as one list. */
export function AvatarStack({ people, total = people.length, most = 4, size = 28 }: AvatarStackProps) {
  const t = useTranslations('ui');
  const format = useFormatter();
  const shown = people.slice(0, most);
  const moreCount = Math.max(0, total - shown.length);
  const names = format.list(shown.map(({ name }) => name));
  return (
    <span className="inline-flex items-center">
      <span className="sr-only">
        {moreCount === 0 ? names : `${names} ${t('andMore', { count: moreCount })}`}
      </span>
      <span aria-hidden="true" className="inline-flex items-center">
        {shown.map(({ id, cast }) => (
          <Avatar
            key={id}
            cast={cast}
            size={size}
            className="-ms-2 rounded-full border-2 border-raised first:ms-0"
          />
        ))}
        {moreCount > 0 && (
          <span className="ms-1.5 text-12 font-medium text-ink-soft tabular-nums">+{moreCount}</span>
        )}
      </span>
    </span>
  );
}
