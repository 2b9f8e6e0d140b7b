'use client';

import { DropdownMenu as Primitive } from 'radix-ui';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { MenuItem, MenuLine } from '#components/ui/Menu.tsx';
import { useBlockable } from '#hooks/chat/useBlock.ts';
import { usePerson, useSelfId } from '#hooks/chat/useChat.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { BlockItem } from '../BlockItem.tsx';
import { type MessageActs, useRoomTalk } from '../RoomContext.ts';
import type { MessageRights } from './messageRights.ts';
import { quickEmoji } from './quickEmoji.ts';

interface MessageMenuProps {
  message: Message;
  rights: MessageRights;
  triggerClass: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPickEmoji: () => void;
}

/** Everything that can be done with a message. Only what one may do is offered. */
export function MessageMenu(props: MessageMenuProps) {
  const t = useTranslations('chat.message');
  const isPickingEmoji = useRef(false);
  function pickEmoji(): void {
    isPickingEmoji.current = true;
    props.onPickEmoji();
  }
  return (
    <Primitive.Root modal={false} open={props.isOpen} onOpenChange={props.onOpenChange}>
      <Primitive.Trigger aria-label={t('more')} className={props.triggerClass}>
        <Icon name="more" size={18} />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            // The picker has the focus already, and would close if it went back to the button.
            if (isPickingEmoji.current) event.preventDefault();
            isPickingEmoji.current = false;
          }}
          className="z-50 max-h-[calc(100dvh-96px)] w-66 animate-rise overflow-y-auto rounded-md bg-raised p-1.5 shadow-3"
        >
          <MessageItems message={props.message} rights={props.rights} onPickEmoji={pickEmoji} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

type MessageItemsProps = Pick<MessageMenuProps, 'message' | 'rights' | 'onPickEmoji'>;

/** The lines of that menu. */
export function MessageItems({ message, rights, onPickEmoji }: MessageItemsProps) {
  const t = useTranslations('chat.message');
  const { acts, threadId } = useRoomTalk();
  const isPinned = message.pinnedAt !== null;
  return (
    <>
      {rights.mayReact && <QuickRow message={message} onPickEmoji={onPickEmoji} />}
      {rights.mayReply && (
        <MenuItem icon="reply" onSelect={() => acts.reply(message)}>
          {t('reply')}
        </MenuItem>
      )}
      {threadId === null && (rights.mayReply || message.replyCount > 0) && (
        <MenuItem icon="thread" onSelect={() => acts.showThread(message)}>
          {t('showThread')}
        </MenuItem>
      )}
      {rights.mayEdit && (
        <MenuItem icon="edit" onSelect={() => acts.edit(message)}>
          {t('edit')}
        </MenuItem>
      )}
      {rights.mayPin && (
        <MenuItem icon="pin" onSelect={() => acts.pin(message, !isPinned)}>
          {isPinned ? t('unpin') : t('pin')}
        </MenuItem>
      )}
      {rights.hasWords && (
        <MenuItem icon="copy" onSelect={() => acts.copyWords(message)}>
          {t('copyWords')}
        </MenuItem>
      )}
      <MenuItem icon="link" onSelect={() => acts.copyLink(message)}>
        {t('copyLink')}
      </MenuItem>
      <LastItems message={message} rights={rights} acts={acts} />
    </>
  );
}

interface LastItemsProps {
  message: Message;
  rights: MessageRights;
  acts: MessageActs;
}

/** What is done seldom, and what ends something. */
function LastItems({ message, rights, acts }: LastItemsProps) {
  const t = useTranslations('chat.message');
  const author = useBlockable(usePerson(message.userId));
  return (
    <>
      {rights.mayReadRevisions && (
        <MenuItem icon="clock" onSelect={() => acts.ask({ kind: 'revisions', message })}>
          {t('revisions')}
        </MenuItem>
      )}
      {(rights.mayReport || rights.mayDelete || author !== null) && <MenuLine />}
      {rights.mayReport && (
        <MenuItem icon="flag" onSelect={() => acts.ask({ kind: 'report', message })}>
          {t('report')}
        </MenuItem>
      )}
      {author !== null && <BlockItem {...author} />}
      {rights.mayDelete && (
        <MenuItem icon="bin" tone="away" onSelect={() => acts.ask({ kind: 'delete', message })}>
          {t('delete')}
        </MenuItem>
      )}
    </>
  );
}

/** Reactions in one row, for fingers as well. */
function QuickRow({ message, onPickEmoji }: { message: Message; onPickEmoji: () => void }) {
  const t = useTranslations('chat.message');
  const { acts } = useRoomTalk();
  const selfId = useSelfId();
  const itemClass =
    'inline-grid size-10 place-items-center rounded-sm text-18 outline-none data-highlighted:bg-sunken forced-colors:data-highlighted:outline-2';
  return (
    <Primitive.Group aria-label={t('react')} className="mb-1 flex justify-between border-b border-line pb-1">
      {quickEmoji.map((emoji) => {
        const mine = message.reactions.find((each) => each.emoji === emoji)?.userIds.includes(selfId ?? '');
        return (
          <Primitive.Item
            key={emoji}
            aria-label={t('reactWith', { emoji })}
            onSelect={() => acts.react(message, emoji, mine !== true)}
            className={itemClass}
          >
            {emoji}
          </Primitive.Item>
        );
      })}
      <Primitive.Item aria-label={t('reactOther')} onSelect={onPickEmoji} className={itemClass}>
        <Icon name="smile" size={20} className="text-ink-soft" />
      </Primitive.Item>
    </Primitive.Group>
  );
}
