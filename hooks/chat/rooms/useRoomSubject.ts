'use client';

import type { RoomSubject } from '#lib/domain/chat/rooms.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import { useChatPlace } from '../ChatPlace.ts';

/** Who I am in a room, as rights are judged by it. */
export function useRoomSubject({
  kind,
  isPrivate,
  role,
  isMuted,
}: Pick<ChatroomView, 'kind' | 'isPrivate' | 'role' | 'isMuted'>): RoomSubject {
  const { subject } = useChatPlace();
  return { kind, isPrivate, spaceRole: subject.role, roomRole: role, isMuted };
}
