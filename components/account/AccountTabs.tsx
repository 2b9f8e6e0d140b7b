'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { SegmentedTabs } from '#components/ui/SegmentedTabs.tsx';

/** Parts of the account; a guest has neither passwords nor tokens. */
const parts = {
  account: ['profile', 'preferences', 'security', 'tokens', 'blocked', 'data'],
  guest: ['profile', 'preferences', 'blocked', 'data'],
} as const;

/** The pages of the account. On a phone the row scrolls, with the current page in view. */
export function AccountTabs({ isGuest }: { isGuest: boolean }) {
  const t = useTranslations('account');
  const row = useRef<HTMLDivElement>(null);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another current link
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current="page"]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const items = parts[isGuest ? 'guest' : 'account'].map((part) => ({
    href: `/account/${part}`,
    label: t(part),
  }));
  return (
    <div ref={row}>
      <SegmentedTabs label={t('nav')} items={items} />
    </div>
  );
}
