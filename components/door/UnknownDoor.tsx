'use client';

import { useTranslations } from 'use-intl';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { PageMessage } from '#components/chrome/PageMessage.tsx';
import { EmptyRoom } from '#components/places/EmptyRoom.tsx';
import { DoorLinks } from './DoorLinks.tsx';

/** For an address behind which there is nothing, or nothing for this visitor: both look the same. */
export function UnknownDoor() {
  const t = useTranslations('doorStates');
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <PageMessage
        title={t('unknownTitle')}
        picture={<EmptyRoom className="mb-8 h-auto w-full max-w-96 rounded-lg" />}
        actions={<DoorLinks />}
      >
        <p>{t('unknown')}</p>
      </PageMessage>
    </div>
  );
}
