'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from '#components/ui/Icon.tsx';
import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';
import { useChatPlace } from '#hooks/chat/ChatPlace.ts';
import { type ListedRooms, type ListPart, listedRooms } from '#hooks/chat/rooms/listedRooms.ts';
import { usePresentPeople } from '#hooks/chat/rooms/usePresentPeople.ts';
import { useRoomActs } from '#hooks/chat/rooms/useRoomActs.ts';
import { useRovingFocus } from '#hooks/chat/rooms/useRovingFocus.ts';
import { useOpenRoomId, useRooms } from '#hooks/chat/useChat.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { useRoomName } from '../timeline/useRoomName.ts';
import { type RoomListWindow, RoomListWindows } from './RoomListWindows.tsx';
import { RoomRow } from './RoomRow.tsx';
import { RoomSection } from './RoomSection.tsx';

interface RoomListProps {
  onPick: (roomId: string) => void;
}

/** Rooms and people at the side: what is new, who is in a call, and the ways to more of both. */
export function RoomList({ onPick }: RoomListProps) {
  const t = useTranslations('chatRooms');
  const groups = useRooms();
  const openRoomId = useOpenRoomId();
  const nameOf = useRoomName();
  const [wanted, setWanted] = useState('');
  const [window, setWindow] = useState<RoomListWindow>('none');
  const { list, field, onListKey, onFieldKey } = useRovingFocus();
  const pick = usePick(onPick);
  const listed = useMemo(
    () => (groups === null ? null : listedRooms({ groups, wanted, openRoomId, nameOf })),
    [groups, wanted, openRoomId, nameOf],
  );
  return (
    <nav aria-label={t('label')} className="flex min-h-0 flex-1 flex-col">
      <div className="relative mx-3 mt-1 mb-1.5">
        <Icon name="search" size={20} className="pointer-events-none absolute start-3 top-3 text-ink-soft" />
        <input
          ref={field}
          type="search"
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={wanted}
          onKeyDown={onFieldKey}
          onChange={(event) => setWanted(event.currentTarget.value)}
          className="h-11 w-full rounded-md bg-sunken ps-10 pe-3 text-16 placeholder:text-ink-soft desk:text-14"
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the buttons within */}
      <div ref={list} onKeyDown={onListKey} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {listed === null ? (
          <div className="px-3">
            <SkeletonRows count={5} hasFaces />
          </div>
        ) : (
          <Parts
            listed={listed}
            isFiltered={wanted.trim() !== ''}
            openRoomId={openRoomId}
            joinableCount={groups?.joinable.length ?? 0}
            onPick={pick}
            onOpen={setWindow}
          />
        )}
      </div>
      <RoomListWindows open={window} onClose={() => setWindow('none')} onPick={pick} />
    </nav>
  );
}

/** Picks a room; one of which I am no member is joined first. */
function usePick(onPick: RoomListProps['onPick']): (room: ChatroomView) => void {
  const acts = useRoomActs();
  const joining = useToldAction('chat-join', async (room: ChatroomView) =>
    onPick((await acts.join(room.id)).id),
  );
  return (room) => {
    if (room.role === null) void joining.run(room);
    else onPick(room.id);
  };
}

interface PartsProps {
  listed: ListedRooms;
  isFiltered: boolean;
  openRoomId: string | null;
  joinableCount: number;
  onPick: (room: ChatroomView) => void;
  onOpen: (window: RoomListWindow) => void;
}

function Parts({ listed, isFiltered, openRoomId, joinableCount, onPick, onOpen }: PartsProps) {
  const t = useTranslations('chatRooms');
  const present = usePresentPeople();
  const mayCreate = isAllowed(useChatPlace().subject, 'create:chatroom');
  if (isFiltered && listed.count === 0) {
    return (
      <p role="status" className="px-3 py-6 text-14 text-ink-soft">
        {t('noMatch')}
      </p>
    );
  }
  const rowsOf = (part: ListPart) =>
    listed.parts[part].map((room) => (
      <RoomRow
        key={room.id}
        room={room}
        isOpen={room.id === openRoomId}
        isStop={room.id === listed.stopId}
        presence={present.get(room.other?.id ?? '')?.presence}
        onPick={onPick}
      />
    ));
  return (
    <>
      <RoomSection title={t('bubble')} rows={rowsOf('bubble')} />
      <RoomSection
        title={t('rooms')}
        rows={rowsOf('rooms')}
        action={mayCreate ? { label: t('create'), onPress: () => onOpen('create') } : undefined}
        empty={isFiltered ? undefined : t('noRooms')}
        more={
          isFiltered || joinableCount === 0
            ? undefined
            : { label: t('browse'), count: joinableCount, onPress: () => onOpen('browse') }
        }
      />
      <RoomSection
        title={t('directs')}
        rows={rowsOf('directs')}
        action={{ label: t('write'), onPress: () => onOpen('write') }}
        empty={isFiltered ? undefined : t('noDirects')}
      />
      <RoomSection title={t('joinable')} rows={rowsOf('joinable')} />
    </>
  );
}
