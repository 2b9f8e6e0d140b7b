'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { useNoticeWords } from '#hooks/chat/notices/useNoticeWords.ts';
import { useMoment } from '#hooks/places/useMoment.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';

/** One message for me; a press shows it in its room. */
export function NoticeItem({ notice, onPick }: { notice: Notice; onPick: () => void }) {
  const t = useTranslations('chatNotices');
  const moment = useMoment();
  const titleOf = useNoticeWords();
  const { from, at, excerpt } = notice;
  return (
    <li className="border-t border-line first:border-0">
      <button
        type="button"
        onClick={onPick}
        className="-mx-2 flex w-[calc(100%+16px)] gap-3 rounded-md px-2 py-3 text-start hover:bg-sunken"
      >
        <Avatar cast={from.cast} size={32} />
        <span className="min-w-0 flex-1">
          <span className="block text-14 font-medium wrap-anywhere">{titleOf(notice)}</span>
          <span className="block text-12 text-ink-soft tabular-nums">{moment(at)}</span>
          <span dir="auto" className="mt-1 line-clamp-3 text-14 wrap-anywhere">
            {excerpt === '' ? t('noWords') : excerpt}
          </span>
        </span>
      </button>
    </li>
  );
}
