'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import type { ChatConnection, ChatState, OutgoingMessage, RoomTimeline } from '#lib/client/chat/ChatState.ts';
import { type UnreadTotals, unreadTotals } from '#lib/client/chat/unread.ts';
import type { ChatroomView, Notice } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import { isSameList, isSameShape } from '../sameness.ts';
import { useSelected } from '../useSelected.ts';
import { useChatStore } from './ChatContext.ts';
import { groupRooms, noRooms, type RoomGroups } from './roomOrder.ts';

const connectionOf = (state: ChatState) => state.connection;
const selfIdOf = (state: ChatState) => state.selfId;
const roomsOf = (state: ChatState) => state.rooms;
const noticesOf = (state: ChatState) => state.notices;
const openRoomIdOf = (state: ChatState) => state.openRoomId;
const totalsOf = (state: ChatState) => unreadTotals(state.rooms);
const nobody: readonly PersonView[] = [];

/** How the chat is connected. */
export function useChatConnection(): ChatConnection {
  return useSelected(useChatStore(), connectionOf);
}

/** Rooms in their groups and order; null until the first list has come. */
export function useRooms(): RoomGroups | null {
  const rooms = useSelected(useChatStore(), roomsOf);
  const locale = useLocale();
  return useMemo(() => {
    if (rooms === null) return null;
    return rooms.size === 0 ? noRooms : groupRooms(rooms.values(), locale);
  }, [rooms, locale]);
}

/** A room, or null when there is none of that id for me. */
export function useRoom(roomId: string | null): ChatroomView | null {
  return useSelected(useChatStore(), ({ rooms }) => (roomId === null ? null : (rooms?.get(roomId) ?? null)));
}

/** The room that is looked at. */
export function useOpenRoomId(): string | null {
  return useSelected(useChatStore(), openRoomIdOf);
}

/** The messages of a room that this page holds; null before it was ever opened. */
export function useTimeline(roomId: string): RoomTimeline | null {
  return useSelected(useChatStore(), ({ timelines }) => timelines.get(roomId) ?? null);
}

/** What I wrote in a room and what is not stored yet, oldest first. */
export function useOutgoing(roomId: string): readonly OutgoingMessage[] {
  return useSelected(
    useChatStore(),
    ({ outgoing }) => outgoing.filter((message) => message.roomId === roomId),
    isSameList,
  );
}

/** The unsent text of a room; empty when there is none. */
export function useDraft(roomId: string): string {
  return useSelected(useChatStore(), ({ drafts }) => drafts.get(roomId) ?? '');
}

/** Who writes in a room just now. */
export function useTyping(roomId: string): readonly PersonView[] {
  return useSelected(useChatStore(), ({ typing }) => typing.get(roomId) ?? nobody);
}

/** Somebody by id; null when nobody of that id was named to this page. */
export function usePerson(userId: string | null): PersonView | null {
  return useSelected(useChatStore(), ({ people }) => (userId === null ? null : (people.get(userId) ?? null)));
}

/** Who I am; null until it is known. */
export function useSelfId(): string | null {
  return useSelected(useChatStore(), selfIdOf);
}

/** Unread messages of all my rooms together. */
export function useUnreadTotals(): UnreadTotals {
  return useSelected(useChatStore(), totalsOf, isSameShape);
}

/** The latest notices for me of this visit, newest first. */
export function useNotices(): readonly Notice[] {
  return useSelected(useChatStore(), noticesOf);
}

/** Up to where others have read a room, by person. */
export function useReadBy(roomId: string): ReadonlyMap<string, number> | null {
  return useSelected(useChatStore(), ({ readBy }) => readBy.get(roomId) ?? null);
}
