'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** For somebody whose role does not reach to a page of the settings. */
export function Forbidden({ space }: { space: SpaceView }) {
  const t = useTranslations('spaceSettings');
  return (
    <EmptyState
      icon="shield"
      title={t('forbiddenTitle')}
      action={
        <Link href={`/space/${space.slug}`} className={buttonClass('primary')}>
          {t('enter')}
        </Link>
      }
    >
      <p>{t('forbidden', { space: space.name })}</p>
    </EmptyState>
  );
}
