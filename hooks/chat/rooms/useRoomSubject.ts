'use client';

import type { RoomSubject } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { useChatPlace } from '../ChatPlace.ts';

/** Who I am in a room, as rights are judged by it. Whether I am muted only the server knows. */
export function useRoomSubject({
  kind,
  isPrivate,
  role,
}: Pick<ChatroomView, 'kind' | 'isPrivate' | 'role'>): RoomSubject {
  const { subject } = useChatPlace();
  return { kind, isPrivate, spaceRole: subject.role, roomRole: role, isMuted: false };
}
