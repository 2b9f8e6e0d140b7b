'use client';

import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { itemClass } from '#components/ui/Menu.tsx';

interface TabLinkProps {
  icon: IconName;
  href: string;
  children: ReactNode;
}

/** A line of a menu that opens a page in a tab of its own, so that the call goes on here. */
export function TabLink({ icon, href, children }: TabLinkProps) {
  const t = useTranslations('spaceMenu');
  return (
    <Primitive.Item asChild className={itemClass}>
      <a href={href} target="_blank" rel="noopener">
        <Icon name={icon} size={19} className="text-ink-soft" />
        <span className="flex-1">{children}</span>
        <Icon name="external" size={17} className="text-ink-soft" />
        <span className="sr-only"> {t('newTab')}</span>
      </a>
    </Primitive.Item>
  );
}
