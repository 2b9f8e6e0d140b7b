'use client';

import { useTranslations } from 'use-intl';
import { useDoorPlace } from '#hooks/places/DoorContext.ts';
import { ClosedDoor, DoorWays, DoorWords } from './ClosedDoor.tsx';
import { DoorLinks } from './DoorLinks.tsx';

/** For somebody who was banned. Why stands in what they were told then, not here. */
export function BannedDoor() {
  const t = useTranslations('doorStates');
  const { space } = useDoorPlace();
  return (
    <ClosedDoor icon="block" title={t('bannedTitle', { space: space.name })}>
      <DoorWords>{t('banned')}</DoorWords>
      <DoorWays>
        <DoorLinks />
      </DoorWays>
    </ClosedDoor>
  );
}
