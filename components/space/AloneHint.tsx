'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useCall, useConnection, usePeople, usePeopleCount } from '#hooks/useSpace.ts';

/** For whoever is alone: what to do now. Gone as soon as somebody comes or the resident is reached. */
export function AloneHint() {
  const t = useTranslations('space');
  const { hasResident } = useVisit();
  const count = usePeopleCount();
  const people = usePeople();
  const call = useCall();
  const isLive = useConnection().kind === 'live';
  if (!isLive || count !== 1 || call.kind === 'active') return null;
  const resident = people.inSpace.find((person) => person.isResident);
  return (
    <p
      role="status"
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-2.5 rounded-[22px] bg-raised py-2.5 ps-3.5 pe-4.5 text-13 font-medium shadow-2"
    >
      <Icon name="walk" size={19} className="text-lagoon-text" />
      <span className="text-pretty">
        {hasResident && resident !== undefined
          ? t('alone', { resident: resident.name })
          : t('aloneNoResident')}
      </span>
    </p>
  );
}
