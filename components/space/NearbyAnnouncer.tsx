'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { useCall } from '#hooks/useSpace.ts';

/** Says to screen readers who is near, whenever that changes; eyes see it on the map. */
export function NearbyAnnouncer() {
  const t = useTranslations('space');
  const format = useFormatter();
  const call = useCall();
  const names = call.kind === 'active' ? call.participants.map(({ username }) => username) : [];
  return (
    <p aria-live="polite" className="sr-only">
      {names.length === 0 ? t('nearNobody') : t('nearNames', { names: format.list(names) })}
    </p>
  );
}
