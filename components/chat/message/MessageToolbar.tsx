'use client';

import type { Dispatch, SetStateAction } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon, type IconName } from '#components/ui/Icon.tsx';
import { Tooltip } from '#components/ui/Tooltip.tsx';
import { useSelfId } from '#hooks/chat/useChat.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { EmojiButton } from '../composer/EmojiButton.tsx';
import { useRoomTalk } from '../RoomContext.ts';
import { MessageMenu } from './MessageMenu.tsx';
import type { MessageRights } from './messageRights.ts';
import { quickEmoji } from './quickEmoji.ts';

/** Which window of the toolbar is open. */
export type ToolbarWindow = 'none' | 'menu' | 'emoji';

interface MessageToolbarProps {
  message: Message;
  rights: MessageRights;
  /** Whether the row has a line for the name: then the bar has room within it and covers nothing above. */
  isFirst: boolean;
  open: ToolbarWindow;
  onOpen: Dispatch<SetStateAction<ToolbarWindow>>;
}

const buttonClass =
  'inline-grid size-9 flex-none place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink aria-expanded:bg-lagoon-soft aria-expanded:text-lagoon-text';

/** A window that closes leaves alone another one that it has opened. */
function afterChange(which: ToolbarWindow, isOpen: boolean, now: ToolbarWindow): ToolbarWindow {
  if (isOpen) return which;
  return now === which ? 'none' : now;
}

/** What one does most with a message, at the end of its row while the pointer or the focus is on it. */
export function MessageToolbar({ message, rights, isFirst, open, onOpen }: MessageToolbarProps) {
  const t = useTranslations('chat.message');
  const { acts, threadId } = useRoomTalk();
  const selfId = useSelfId();
  const isMine = (emoji: string) =>
    message.reactions.some(
      (each) => each.emoji === emoji && selfId !== null && each.userIds.includes(selfId),
    );
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className={cx(
        'absolute end-2 z-10 flex animate-fade rounded-md bg-raised p-0.5 shadow-2 touch:max-desk:opacity-0 touch:max-desk:pointer-events-none',
        isFirst ? 'top-0.5' : '-top-1.5',
      )}
    >
      {rights.mayReact &&
        quickEmoji.slice(0, 3).map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-label={t('reactWith', { emoji })}
            aria-pressed={isMine(emoji)}
            onClick={() => acts.react(message, emoji, !isMine(emoji))}
            className={`${buttonClass} text-16 max-desk:hidden`}
          >
            {emoji}
          </button>
        ))}
      {rights.mayReact && (
        <EmojiButton
          label={t('react')}
          className={buttonClass}
          isOpen={open === 'emoji'}
          onOpenChange={(isOpen) => onOpen((now) => afterChange('emoji', isOpen, now))}
          onPick={(emoji) => acts.react(message, emoji, true)}
        />
      )}
      {rights.mayReply && <ToolButton icon="reply" label={t('reply')} onClick={() => acts.reply(message)} />}
      {rights.mayReply && threadId === null && (
        <ToolButton icon="thread" label={t('showThread')} onClick={() => acts.showThread(message)} />
      )}
      <MessageMenu
        message={message}
        rights={rights}
        triggerClass={buttonClass}
        isOpen={open === 'menu'}
        onOpenChange={(isOpen) => onOpen((now) => afterChange('menu', isOpen, now))}
        onPickEmoji={() => onOpen('emoji')}
      />
    </div>
  );
}

function ToolButton({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <Tooltip text={label}>
      <button type="button" aria-label={label} onClick={onClick} className={buttonClass}>
        <Icon name={icon} size={18} />
      </button>
    </Tooltip>
  );
}
