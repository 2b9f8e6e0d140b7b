'use client';

import { useTranslations } from 'use-intl';
import { ClosedDoor, DoorWays, DoorWords } from './ClosedDoor.tsx';
import { DoorLinks } from './DoorLinks.tsx';

/** For somebody who would have to be invited. */
export function InvitationDoor() {
  const t = useTranslations('doorStates');
  return (
    <ClosedDoor icon="mail" title={t('unknownTitle')}>
      <DoorWords>{t('unknown')}</DoorWords>
      <DoorWays>
        <DoorLinks />
      </DoorWays>
    </ClosedDoor>
  );
}
