'use client';

import { useTranslations } from 'use-intl';
import { Avatar } from '#components/ui/Avatar.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { MenuItem } from '#components/ui/Menu.tsx';
import { useRoomCall } from '#hooks/chat/useRoomCall.ts';
import { RoomCallBar } from './call/RoomCallBar.tsx';
import { StartCallButton } from './call/StartCallButton.tsx';
import { useRoomTalk } from './RoomContext.ts';
import { RoomMenu } from './rooms/RoomMenu.tsx';
import { JumpToDate } from './timeline/JumpToDate.tsx';
import { useRoomName } from './timeline/useRoomName.ts';

export interface RoomHeadActions {
  /** Back to the list, where only one of both fits. */
  onBack?: (() => void) | undefined;
  onPins: () => void;
  onSearch: () => void;
  /** Puts the whole chat away, beside the map. */
  onClose?: (() => void) | undefined;
}

/** What room this is, who is in it, and what concerns all of it. */
export function RoomHead({ onBack, onPins, onSearch, onClose }: RoomHeadActions) {
  const t = useTranslations('chat.room');
  const { room } = useRoomTalk();
  const call = useRoomCall(room.id);
  // Members see the call; people who stand together have theirs without asking.
  const hasCall = room.role !== null && room.kind !== 'bubble';
  return (
    <>
      <header className="@container flex min-h-15 flex-none items-center gap-0.5 border-b border-line px-2">
        {onBack && (
          <IconButton
            icon="back"
            label={t('back')}
            tone="soft"
            tooltipSide="bottom"
            onClick={onBack}
            className="rtl:-scale-x-100"
          />
        )}
        <RoomTitle />
        {hasCall && !call.isGoingOn && <StartCallButton call={call} />}
        {room.kind !== 'bubble' && (
          <>
            <JumpToDate />
            <RoomMenu room={room}>
              <MenuItem icon="search" onSelect={onSearch}>
                {t('search')}
              </MenuItem>
              <MenuItem icon="pin" onSelect={onPins}>
                {t('pins')}
              </MenuItem>
            </RoomMenu>
          </>
        )}
        {onClose && (
          <IconButton icon="close" label={t('close')} tone="soft" tooltipSide="bottom" onClick={onClose} />
        )}
      </header>
      {hasCall && <RoomCallBar call={call} />}
    </>
  );
}

function RoomTitle() {
  const t = useTranslations('chat.room');
  const { room } = useRoomTalk();
  const name = useRoomName()(room);
  const sign = room.kind === 'bubble' ? 'chat' : room.isPrivate ? 'lock' : 'hash';
  const members = room.kind === 'direct' ? t('direct') : t('members', { count: room.memberCount });
  return (
    <div className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 px-2">
      {room.other === null ? (
        <span className="inline-grid size-8 flex-none place-items-center rounded-full bg-sunken text-ink-soft">
          <Icon name={sign} size={17} />
        </span>
      ) : (
        <Avatar cast={room.other.cast} size={32} />
      )}
      <div className="min-w-0 leading-snug">
        <h2 className="truncate text-16 font-title tracking-title">
          <bdi>{name}</bdi>
        </h2>
        <p className="truncate text-12 text-ink-soft">
          {members}
          {room.description !== '' && <bdi className="before:content-['_·_']">{room.description}</bdi>}
        </p>
      </div>
    </div>
  );
}
