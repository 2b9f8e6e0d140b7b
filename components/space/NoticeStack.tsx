'use client';

import { cx } from '#components/ui/cx.ts';
import { AnnouncementBanner } from './AnnouncementBanner.tsx';
import { WelcomeCard } from './WelcomeCard.tsx';

/** What the space has to say, below the tiles: it stays until it is put away. */
export function NoticeStack({ className }: { className?: string }) {
  return (
    <div className={cx('pointer-events-none flex min-w-0 flex-col gap-3', className)}>
      <AnnouncementBanner />
      <WelcomeCard />
    </div>
  );
}
