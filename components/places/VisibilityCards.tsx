'use client';

import { useTranslations } from 'use-intl';
import type { IconName } from '#components/ui/Icon.tsx';
import { RadioCards } from '#components/ui/RadioCards.tsx';
import { type Visibility, visibilities } from '#lib/domain/access/standing.ts';

const icons: Record<Visibility, IconName> = {
  public: 'globe',
  unlisted: 'link',
  password: 'key',
  invite: 'mail',
};

interface VisibilityCardsProps {
  value: Visibility;
  onChange: (value: Visibility) => void;
}

/** Who may come in, each way with what it means. */
export function VisibilityCards({ value, onChange }: VisibilityCardsProps) {
  const t = useTranslations('visibility');
  const choices = visibilities.map((choice) => ({
    value: choice,
    label: t(choice),
    detail: t(`${choice}Detail`),
    icon: icons[choice],
  }));
  return <RadioCards label={t('label')} value={value} choices={choices} onChange={onChange} columns={2} />;
}
