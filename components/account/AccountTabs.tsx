'use client';

import { useTranslations } from 'use-intl';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';

/** Parts of the account; a guest has neither passwords nor tokens. */
const parts = {
  account: ['profile', 'preferences', 'security', 'tokens', 'blocked', 'data'],
  guest: ['profile', 'preferences', 'blocked', 'data'],
} as const;

/** The pages of the account. */
export function AccountTabs({ isGuest }: { isGuest: boolean }) {
  const t = useTranslations('account');
  const items = parts[isGuest ? 'guest' : 'account'].map((part) => ({
    href: `/account/${part}`,
    label: t(part),
  }));
  return <SegmentedTabs label={t('nav')} items={items} />;
}
