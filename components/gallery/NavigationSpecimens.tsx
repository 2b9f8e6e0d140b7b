'use client';

import { useTranslations } from 'use-intl';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';
import { Tabs } from '#components/ui/Tabs.tsx';
import { Specimen, Specimens } from './Specimens.tsx';

/** Ways from one view to another. */
export function NavigationSpecimens() {
  const t = useTranslations('gallery.words');
  return (
    <Specimens name="navigation">
      <Specimen name="SegmentedTabs">
        <SegmentedTabs
          label={t('pages')}
          items={[
            { href: '/gallery', label: t('general'), icon: 'gear', isCurrent: true },
            { href: '#navigation', label: t('members'), icon: 'people' },
            { href: '#people', label: t('invitations') },
          ]}
        />
      </Specimen>
      <Specimen name="Tabs">
        <Tabs
          label={t('view')}
          tabs={[
            { value: 'list', label: t('asList'), icon: 'list', content: t('welcome') },
            { value: 'map', label: t('asMap'), icon: 'map', content: t('placeholder') },
          ]}
        />
      </Specimen>
    </Specimens>
  );
}
