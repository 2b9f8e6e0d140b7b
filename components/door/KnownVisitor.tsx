'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { buttonClass } from '#components/ui/Button.tsx';
import type { DoorVisitor } from '#hooks/places/doorVisitor.ts';

/** In place of the field for the name: as whom somebody with an account goes in, and the way to look otherwise. */
export function KnownVisitor({ visitor }: { visitor: DoorVisitor }) {
  const t = useTranslations('doorStates');
  return (
    <div className="flex min-h-16 items-center gap-3 rounded-md bg-raised py-2.5 ps-3 pe-2 inset-ring inset-ring-line">
      <Avatar cast={visitor.cast} size={40} />
      <p className="min-w-0 flex-1">
        <span className="block text-12 text-ink-soft">{t('enterAs')}</span>
        <b className="block truncate text-16 leading-snug">{visitor.name}</b>
      </p>
      <Link href="/account/profile" aria-label={t('changeLabel')} className={buttonClass('ghost', 'small')}>
        {t('change')}
      </Link>
    </div>
  );
}
