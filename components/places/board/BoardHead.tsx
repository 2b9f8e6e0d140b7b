'use client';

import Link from 'next/link';
import { useNow, useTimeZone, useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { dayPartOf, hourIn } from '#hooks/places/greeting.ts';

interface BoardHeadProps {
  name: string;
  /** How many people are inside my spaces; null where nobody could be asked. */
  aroundCount: number | null;
  mayCreate: boolean;
}

/** The head of the dashboard: a word of welcome, how many are around, and the way to a new space. */
export function BoardHead({ name, aroundCount, mayCreate }: BoardHeadProps) {
  const t = useTranslations('spaces');
  const now = useNow();
  const timeZone = useTimeZone() ?? 'UTC';
  const greeting = t(dayPartOf(hourIn(now, timeZone)), { name });
  return (
    <div className="flex flex-col gap-5 desk:flex-row desk:items-end desk:justify-between desk:gap-8">
      <div className="min-w-0">
        <h1 className="text-32 leading-tight font-title tracking-display text-balance desk:text-40">
          {t('title')}
        </h1>
        <p className="mt-2 text-16 wrap-anywhere text-ink-soft">
          {greeting} {aroundCount !== null && t('around', { count: aroundCount })}
        </p>
      </div>
      {mayCreate && <NewSpaceLink />}
    </div>
  );
}

export function NewSpaceLink() {
  const t = useTranslations('spaces');
  return (
    <Link href="/spaces/new" className={buttonClass('primary')}>
      <Icon name="plus" size={19} />
      {t('newSpace')}
    </Link>
  );
}
