'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useCurrentInView } from '#hooks/useCurrentInView.ts';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface SegmentedTab {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Whether this is the page one is on; without it the address decides. */
  readonly isCurrent?: boolean;
  /** A file and not a page: the browser fetches it by itself. */
  readonly isDocument?: boolean;
}

/** The pages of one area as a row of links; on a phone the row scrolls sideways, with the current one in view. */
export function SegmentedTabs({ label, items }: { label: string; items: readonly SegmentedTab[] }) {
  const pathname = usePathname();
  const isCurrent = (item: SegmentedTab) => item.isCurrent ?? `${pathname}/`.startsWith(`${item.href}/`);
  const row = useCurrentInView<HTMLElement>(items.find(isCurrent)?.href);
  return (
    <nav ref={row} aria-label={label} className="no-scrollbar -m-1 overflow-x-auto p-1">
      <ul className="flex w-max gap-1 rounded-md bg-sunken p-1">
        {items.map((item) => (
          <li key={item.href}>
            <TabLink item={item} isCurrent={isCurrent(item)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabLink({ item, isCurrent }: { item: SegmentedTab; isCurrent: boolean }) {
  const { href, label, icon, isDocument = false } = item;
  const Anchor = isDocument ? 'a' : Link;
  return (
    <Anchor
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'flex min-h-11 items-center gap-2 rounded-[10px] px-3.5 text-14 font-medium whitespace-nowrap transition-colors duration-120 desk:min-h-9',
        isCurrent ? 'bg-raised text-ink shadow-1 forced-colors:border' : 'text-ink-soft hover:text-ink',
      )}
    >
      {icon && <Icon name={icon} size={18} />}
      {label}
    </Anchor>
  );
}
