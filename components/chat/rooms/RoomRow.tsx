'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { AvatarStack } from '#components/ui/AvatarStack.tsx';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { useDraft } from '#hooks/chat/useChat.ts';
import type { RosterEntry } from '#lib/protocol/catalogue.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { useRoomName } from '../timeline/useRoomName.ts';
import { RoomSign } from './RoomSign.tsx';

/** From here on an exact number says no more. */
const countMost = 99;

interface RoomRowProps {
  room: ChatroomView;
  isOpen: boolean;
  /** Whether the Tab key stops here; arrows lead to the others. */
  isStop: boolean;
  presence?: RosterEntry['presence'] | undefined;
  onPick: (room: ChatroomView) => void;
}

/** One room of the side list: what it is, whether it has something new, and who is in its call. */
export function RoomRow({ room, isOpen, isStop, presence, onPick }: RoomRowProps) {
  const t = useTranslations('chatRooms');
  const nameOf = useRoomName();
  const hasDraft = useDraft(room.id) !== '' && !isOpen;
  const isUnread = room.unreadCount > 0 && room.role !== null;
  return (
    <li>
      <button
        type="button"
        data-entry=""
        data-room={room.id}
        tabIndex={isStop ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => onPick(room)}
        className={cx(
          'flex min-h-12 w-full items-center gap-3 rounded-md ps-2.5 pe-3 text-start text-14',
          isOpen ? 'bg-lagoon-soft text-lagoon-text' : 'hover:bg-sunken',
        )}
      >
        <RoomSign room={room} presence={presence} />
        <span className={cx('min-w-0 flex-1 truncate', isUnread ? 'font-strong' : 'font-medium')}>
          {nameOf(room)}
          {room.isPrivate && room.kind === 'room' && <span className="sr-only">{`, ${t('private')}`}</span>}
          {presence !== undefined && <span className="sr-only">{`, ${t('here')}`}</span>}
        </span>
        {room.isMuted && room.role !== null && (
          <span className="flex-none text-ink-soft">
            <Icon name="block" size={16} />
            <span className="sr-only">{t('muted')}</span>
          </span>
        )}
        {hasDraft && (
          <span className="flex-none text-ink-soft">
            <Icon name="edit" size={16} />
            <span className="sr-only">{t('draft')}</span>
          </span>
        )}
        {room.callPeople.length > 0 && <CallPeople room={room} />}
        {isUnread && <UnreadMark room={room} />}
      </button>
    </li>
  );
}

function CallPeople({ room: { callPeople } }: { room: ChatroomView }) {
  const t = useTranslations('chatRooms');
  return (
    <span className="inline-flex flex-none items-center gap-1 text-good-text">
      <Icon name="speaker" size={17} />
      <span className="sr-only">{t('inCall', { count: callPeople.length })}: </span>
      <AvatarStack people={callPeople} most={2} size={24} />
    </span>
  );
}

/** How much is new. What is for me in particular has a colour and, in rooms, a sign. */
function UnreadMark({ room: { kind, unreadCount, mentionCount } }: { room: ChatroomView }) {
  const t = useTranslations('chatRooms');
  const format = useFormatter();
  const isForMe = mentionCount > 0;
  const count = unreadCount > countMost ? t('many') : format.number(unreadCount);
  return (
    <span
      className={cx(
        'inline-flex h-5.5 min-w-5.5 flex-none items-center justify-center gap-0.5 rounded-full px-1.5 text-12 font-strong tabular-nums forced-colors:border',
        isForMe ? 'bg-lagoon text-on-lagoon' : 'bg-sunken text-ink inset-ring inset-ring-line',
      )}
    >
      {isForMe && kind !== 'direct' && <Icon name="at" size={13} />}
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">
        {t('unread', { count: unreadCount })}
        {isForMe && kind !== 'direct' && `, ${t('mentions', { count: mentionCount })}`}
      </span>
    </span>
  );
}
