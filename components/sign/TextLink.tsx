import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';

/** A link among words. */
export function TextLink({
  href,
  children,
  className,
}: {
  href: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Link
      href={href}
      className={cx(
        'rounded-sm font-medium text-lagoon-text underline decoration-1 underline-offset-3 hover:decoration-2',
        className,
      )}
    >
      {children}
    </Link>
  );
}
