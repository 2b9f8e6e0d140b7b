import { v7 as uuidv7 } from 'uuid';
import type { Chatroom, ChatroomRepository, Draft, StoredFile } from '../ports/chat.ts';

type NewChatroom = Parameters<ChatroomRepository['create']>[0];

/** A public room with a name of its own. */
export function newChatroom(spaceId: string, overrides: Partial<NewChatroom> = {}): NewChatroom {
  const id = uuidv7();
  return {
    id,
    spaceId,
    kind: 'room',
    name: `Room ${id}`,
    description: '',
    isPrivate: false,
    isDefault: false,
    slowModeS: 0,
    createdBy: null,
    createdAt: new Date().toISOString(),
    directKey: null,
    ...overrides,
  };
}

/** Makes a room with its first members. */
export async function seedChatroom(
  { chatrooms }: { chatrooms: ChatroomRepository },
  spaceId: string,
  members: Parameters<ChatroomRepository['create']>[1],
  overrides: Partial<NewChatroom> = {},
): Promise<Chatroom> {
  const room = newChatroom(spaceId, overrides);
  if ((await chatrooms.create(room, members)) === 'conflict') throw new Error(`${room.name} is taken.`);
  const made = await chatrooms.find(room.id);
  if (made === null) throw new Error('The room was not made.');
  return made;
}

type MessageDraft = Extract<Draft, { kind: 'message' }>;

/** A message that says hello. */
export function newMessage(
  roomId: string,
  userId: string,
  overrides: Partial<MessageDraft> = {},
): MessageDraft {
  return {
    kind: 'message',
    roomId,
    userId,
    clientId: uuidv7(),
    id: uuidv7(),
    at: new Date().toISOString(),
    type: 'text',
    content: 'Hello',
    mentions: [],
    fileId: null,
    replyTo: null,
    ...overrides,
  };
}

/** A file that was uploaded and not sent. */
export function newFile(roomId: string, uploaderId: string, overrides: Partial<StoredFile> = {}): StoredFile {
  const id = uuidv7();
  return {
    id,
    roomId,
    uploaderId,
    name: 'plan.pdf',
    type: 'application/pdf',
    sizeBytes: 1_234,
    width: null,
    height: null,
    durationMs: null,
    storageKey: id.replaceAll('-', '').repeat(2),
    createdAt: new Date().toISOString(),
    messageId: null,
    ...overrides,
  };
}
