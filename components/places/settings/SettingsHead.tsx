'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { buttonClass } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';
import { type SettingsTab, settingsPath } from '#hooks/places/settingsTabs.ts';
import { useCurrentTab } from '#hooks/places/useCurrentTab.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { PageTitle } from '../PageTitle.tsx';

interface SettingsHeadProps {
  space: SpaceView;
  /** The pages that may be seen. */
  tabs: readonly SettingsTab[];
}

/** Above every page of the settings: whose they are, the way back, and the other pages. */
export function SettingsHead({ space, tabs }: SettingsHeadProps) {
  const t = useTranslations('spaceSettings');
  const current = useCurrentTab();
  const isOpen = space.archivedAt === null && space.deletedAt === null;
  const items = tabs.map((tab) => ({
    href: settingsPath(space.slug, tab),
    label: t(tab),
    isCurrent: tab === current,
  }));
  return (
    <>
      <Link
        href="/spaces"
        className="inline-flex min-h-11 items-center gap-1.5 text-13 font-medium text-ink-soft hover:text-ink"
      >
        <Icon name="back" size={17} className="rtl:-scale-x-100" />
        {t('back')}
      </Link>
      <div className="mt-1 flex flex-wrap items-end justify-between gap-4">
        <PageTitle title={space.name} />
        {isOpen && (
          <Link href={`/space/${space.slug}`} className={buttonClass('line')}>
            {t('enter')}
          </Link>
        )}
      </div>
      {items.length > 1 && (
        <div className="mt-6">
          <SegmentedTabs label={t('nav', { space: space.name })} items={items} />
        </div>
      )}
      {space.deletedAt !== null && (
        <Notice tone="bad" icon="bin" className="mt-5">
          {t('deletedNote')}
        </Notice>
      )}
      {space.deletedAt === null && space.archivedAt !== null && (
        <Notice icon="archive" className="mt-5">
          {t('archivedNote')}
        </Notice>
      )}
    </>
  );
}
