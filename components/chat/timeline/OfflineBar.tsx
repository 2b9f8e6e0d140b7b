'use client';

import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { useChatConnection } from '#hooks/chat/useChat.ts';

/** Says that the chat is away, and what becomes of what is written meanwhile. */
export function OfflineBar() {
  const t = useTranslations('chat.connection');
  const { kind } = useChatConnection();
  return (
    <div role="status">
      {(kind === 'offline' || kind === 'ended') && (
        <p className="flex items-center gap-2 bg-bad-soft px-4 py-2 text-13 text-bad-text">
          <Icon name="offline" size={17} />
          {kind === 'offline' ? t('offline') : t('ended')}
        </p>
      )}
    </div>
  );
}
