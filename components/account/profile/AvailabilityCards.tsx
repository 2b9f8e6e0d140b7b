'use client';

import { useTranslations } from 'use-intl';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import type { Profile } from '#lib/protocol/rest/me.ts';

interface AvailabilityCardsProps {
  value: Profile['availability'];
  onChange: (value: Profile['availability']) => void;
}

/** Whether people may walk up to me. */
export function AvailabilityCards({ value, onChange }: AvailabilityCardsProps) {
  const t = useTranslations('profile');
  return (
    <RadioCards
      label={t('availability')}
      value={value}
      onChange={onChange}
      columns={3}
      choices={[
        { value: 'online', label: t('online'), detail: t('onlineDetail') },
        { value: 'away', label: t('away'), detail: t('awayDetail') },
        { value: 'busy', label: t('busy'), detail: t('busyDetail') },
      ]}
    />
  );
}
