'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { LoadMore } from '#components/ui/LoadMore.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { noticeKey } from '#hooks/chat/notices/noticeList.ts';
import { type NoticeList, useNoticeList } from '#hooks/chat/notices/useNoticeList.ts';
import { useErrorWords } from '#hooks/errorWords.ts';
import { SideHead } from '../SideHead.tsx';
import { NoticeItem } from './NoticeItem.tsx';

interface NoticesViewProps {
  onPick: (roomId: string, messageId: string) => void;
  onClose: () => void;
}

/** Messages that mention me, answer me or were sent to me alone, newest first. */
export function NoticesView({ onPick, onClose }: NoticesViewProps) {
  const t = useTranslations('chatNotices');
  const common = useTranslations('common');
  const list = useNoticeList();
  const { notices, hasMore, reading } = list;
  return (
    <>
      <SideHead title={t('label')} closeLabel={common('close')} onClose={onClose} />
      <div aria-busy={reading.isPending} className="min-h-0 flex-1 overflow-y-auto px-4 py-2">
        <Situation list={list} />
        {notices !== null && (
          <ol>
            {notices.map((notice) => (
              <NoticeItem
                key={noticeKey(notice)}
                notice={notice}
                onPick={() => onPick(notice.roomId, notice.messageId)}
              />
            ))}
          </ol>
        )}
        <LoadMore
          hasMore={hasMore}
          isPending={reading.isPending}
          error={reading.error}
          onMore={() => void reading.run(true)}
        />
      </div>
    </>
  );
}

function Situation({ list: { notices, reading } }: { list: NoticeList }) {
  const t = useTranslations('chatNotices');
  const wordsOf = useErrorWords();
  if (notices === null && reading.error !== null) {
    return (
      <div role="alert" className="grid justify-items-start gap-3 py-4 text-14">
        <p>{wordsOf(reading.error)}</p>
        <Button size="small" onClick={() => void reading.run(false)}>
          {t('again')}
        </Button>
      </div>
    );
  }
  if (notices === null) return <SkeletonRows count={4} hasFaces />;
  if (notices.length > 0) return null;
  return (
    <EmptyState icon="at" title={t('none')} level={3} className="mt-2">
      <p>{t('noneText')}</p>
    </EmptyState>
  );
}
