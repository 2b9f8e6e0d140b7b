import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** A chatroom for tests and pictures, with what matters put over it. */
export function testRoom(over: Partial<ChatroomView> = {}): ChatroomView {
  return {
    id: '01900000-0000-7000-8000-0000000000c1',
    spaceId: '01900000-0000-7000-8000-000000000001',
    kind: 'room',
    name: 'General',
    description: '',
    isPrivate: false,
    isDefault: false,
    slowModeS: 0,
    createdAt: '2026-03-01T09:00:00.000Z',
    version: 1,
    role: 'member',
    memberCount: 4,
    lastSeq: 0,
    lastMessageAt: null,
    readSeq: 0,
    unreadCount: 0,
    mentionCount: 0,
    other: null,
    isMuted: false,
    callPeople: [],
    ...over,
  };
}
