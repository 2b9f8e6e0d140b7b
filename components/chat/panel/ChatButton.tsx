'use client';

import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { useUnreadTotals } from '#hooks/chat/useChat.ts';

interface ChatButtonProps {
  isOpen: boolean;
  onToggle: () => void;
}

/** Largest number that is written out. */
const countMost = 99;

/** Opens the chat, and says how much in it is new. */
export function ChatButton({ isOpen, onToggle }: ChatButtonProps) {
  const t = useTranslations('chat.room');
  const { unread, mentions } = useUnreadTotals();
  return (
    <span className="relative inline-flex">
      <IconButton
        icon="chat"
        label={unread === 0 ? t('open') : t('openUnread', { count: unread, mentions })}
        shortcut="C"
        aria-expanded={isOpen}
        onClick={onToggle}
      />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute -end-0.5 -top-0.5 min-w-4.5 rounded-full border-2 border-raised bg-lagoon px-1 text-center text-11 leading-[14px] font-strong text-on-lagoon tabular-nums"
        >
          {unread > countMost ? `${countMost}+` : unread}
        </span>
      )}
    </span>
  );
}
