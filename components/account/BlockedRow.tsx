'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Button } from '#components/ui/Button.tsx';
import { useMoment } from '#hooks/account/useMoment.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import type { Block } from './BlockedList.tsx';

interface BlockedRowProps {
  block: Block;
  onUnblock: () => Promise<void>;
}

/** One person whom I block. */
export function BlockedRow({ block, onUnblock }: BlockedRowProps) {
  const t = useTranslations('blocked');
  const moment = useMoment();
  const { person, blockedAt } = block;
  const unblocking = useToldAction('unblock', onUnblock);
  return (
    <li className="flex items-center gap-3 border-t border-line py-3 first:border-0">
      <Avatar cast={person.cast} size={40} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-name">{person.name}</p>
        <p className="text-13 text-ink-soft">{t('since', { date: moment.day(blockedAt) })}</p>
      </div>
      <Button
        size="small"
        aria-label={t('unblockLabel', { name: person.name })}
        aria-disabled={unblocking.isPending}
        onClick={() => void unblocking.run()}
      >
        {t('unblock')}
      </Button>
    </li>
  );
}
