'use client';

import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { usePerson, useSelfId } from '#hooks/chat/useChat.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { useRoomTalk } from '../RoomContext.ts';
import { MessageBody } from './MessageBody.tsx';
import { MessageFrame } from './MessageFrame.tsx';
import { MessageToolbar, type ToolbarWindow } from './MessageToolbar.tsx';
import { messageRights } from './messageRights.ts';
import { Quote } from './Quote.tsx';
import { Reactions } from './Reactions.tsx';
import { useLongPress } from './useLongPress.ts';

interface MessageRowProps {
  message: Message;
  /** Whether name, face and time stand above it. */
  isFirst: boolean;
  /** Whether the keys of the list are on it. */
  isTabStop: boolean;
  /** Whether it was just looked for. */
  isMarked: boolean;
  rowKey: string;
  onFocus: (key: string) => void;
}

/** One message with all that hangs on it. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, isFirst, isTabStop, isMarked, rowKey, onFocus } = props;
  const { subject, threadId } = useRoomTalk();
  const selfId = useSelfId();
  const author = usePerson(message.userId);
  const [isHot, setHot] = useState(false);
  const [open, setOpen] = useState<ToolbarWindow>('none');
  const press = useLongPress(() => setOpen('menu'));
  const rights = messageRights(subject, message, selfId);
  const isInThread = threadId !== null && message.replyTo === threadId;
  return (
    <MessageFrame
      rowKey={rowKey}
      messageId={message.id}
      author={author}
      isMine={message.userId === selfId}
      at={message.at}
      isFirst={isFirst}
      isTabStop={isTabStop}
      isMarked={isMarked}
      frameProps={{
        ...press,
        // Not `enter`: a row that comes into being below the pointer, as when a message is stored, would miss it.
        onPointerOver: ({ pointerType }) => pointerType === 'mouse' && setHot(true),
        onPointerLeave: () => setHot(false),
        onFocus: () => {
          setHot(true);
          onFocus(rowKey);
        },
        onBlur: ({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setHot(false);
        },
      }}
    >
      {message.pinnedAt !== null && <PinnedLine />}
      {message.replyTo !== null && !isInThread && <Quote messageId={message.replyTo} />}
      <MessageBody message={message} />
      <Reactions message={message} mayReact={rights.mayReact} />
      {threadId === null && message.replyCount > 0 && <ThreadButton message={message} />}
      {(isHot || open !== 'none') && (
        <MessageToolbar message={message} rights={rights} isFirst={isFirst} open={open} onOpen={setOpen} />
      )}
    </MessageFrame>
  );
});

function PinnedLine() {
  const t = useTranslations('chat.message');
  return (
    <p className="flex items-center gap-1 text-12 text-ink-soft">
      <Icon name="pin" size={14} />
      {t('pinned')}
    </p>
  );
}

/** How many answers a message has, and the way to them. */
function ThreadButton({ message }: { message: Message }) {
  const t = useTranslations('chat.message');
  const { acts } = useRoomTalk();
  return (
    <button
      type="button"
      onClick={() => acts.showThread(message)}
      className={cx(
        'relative mt-1.5 inline-flex h-8 items-center gap-1.5 rounded-sm px-2 text-13 font-medium text-lagoon-text',
        '-ms-2 before:absolute before:-inset-y-1.5 before:inset-x-0 hover:bg-lagoon-soft',
      )}
    >
      <Icon name="thread" size={16} />
      {t('answers', { count: message.replyCount })}
    </button>
  );
}
