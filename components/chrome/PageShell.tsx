import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { PageHeader } from './PageHeader.tsx';

interface PageShellProps {
  children: ReactNode;
  /** Of the content, for example how wide it gets. */
  className?: string;
}

/** An ordinary page: its head, and its content as tall as the window at least. */
export function PageShell({ children, className }: PageShellProps) {
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <main id="content" tabIndex={-1} className={cx('flex-1 pt-4 pb-16 outline-none desk:pt-8', className)}>
        {children}
      </main>
    </div>
  );
}
