'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Badge } from '#components/ui/Badge.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { focusContent } from '#hooks/focusContent.ts';
import { useVisit } from '#hooks/SpaceContext.ts';
import { useSelected } from '#hooks/useSelected.ts';
import type { Announcement, NoticeState } from '#lib/client/space/createNoticeBoard.ts';

const announcementsOf = (state: NoticeState) => state.announcements;

/** A moderator's words to everybody, the oldest first; each stays until it is closed. */
export function AnnouncementBanner() {
  const { notices } = useVisit();
  const announcements = useSelected(notices.store, announcementsOf);
  const [first] = announcements;

  function close({ id }: Announcement): void {
    notices.dismissAnnouncement(id);
    // The button goes with the last one.
    if (announcements.length === 1) focusContent();
  }

  return (
    // It is there before it has to speak.
    <div role="alert" className="grid w-full justify-items-center">
      {first && (
        <Banner announcement={first} waiting={announcements.length - 1} onClose={() => close(first)} />
      )}
    </div>
  );
}

interface BannerProps {
  announcement: Announcement;
  /** How many more wait behind it. */
  waiting: number;
  onClose: () => void;
}

function Banner({ announcement, waiting, onClose }: BannerProps) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const { text, by, at } = announcement;
  return (
    <section
      aria-label={t('announcement')}
      data-testid="announcement"
      className="pointer-events-auto flex max-h-[40dvh] w-full max-w-140 animate-rise gap-3 overflow-y-auto rounded-lg bg-raised py-2.5 ps-4 pe-1.5 shadow-3"
    >
      <Icon name="megaphone" size={21} className="mt-2.5 text-lagoon-text" />
      <div className="min-w-0 flex-1 py-1.5">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-ink-soft">
          <Avatar cast={by.cast} size={24} />
          <b className="min-w-0 truncate font-name">{t('from', { name: by.name })}</b>
          <time dateTime={at} className="tabular-nums">
            {format.dateTime(new Date(at), { timeStyle: 'short' })}
          </time>
          {waiting > 0 && <Badge>{t('next', { count: waiting })}</Badge>}
        </header>
        <p dir="auto" className="mt-1.5 text-14 whitespace-pre-line wrap-anywhere">
          {text}
        </p>
      </div>
      <IconButton icon="close" label={t('closeAnnouncement')} tone="soft" iconSize={18} onClick={onClose} />
    </section>
  );
}
