import type {
  ChatMute,
  ChatReport,
  Chatroom,
  RoomMember,
  StoredEntry,
  StoredFile,
} from '../../ports/chat.ts';

/** How many members a room has is counted, not kept. */
export type ChatroomRow = Omit<Chatroom, 'memberCount'>;

/** A file loses its room with it. Without a room, or once its message is deleted, it waits to be swept away. */
export interface ChatFileRow extends Omit<StoredFile, 'roomId'> {
  roomId: string | null;
  removedAt: string | null;
}

/** The rows of the chat's tables by their primary key; keys of two parts are made by `pair`. */
export interface ChatTables {
  chatrooms: Map<string, ChatroomRow>;
  /** By room and person. */
  chatroomMembers: Map<string, RoomMember>;
  /** By room, in rising order of `seq`. A `message` stands as it is now. */
  chatEntries: Map<string, StoredEntry[]>;
  /** By room and number: the first text of a message that was edited or deleted, and of edits of deleted ones. */
  chatOriginals: Map<string, string>;
  /** By `sendKey`: the number of the entry that this sending wrote. */
  chatSends: Map<string, number>;
  /** By message: where it stands. */
  chatMessages: Map<string, { roomId: string; seq: number }>;
  chatFiles: Map<string, ChatFileRow>;
  chatReports: Map<string, ChatReport>;
  /** By space, in the order of the terms. */
  chatFilters: Map<string, { term: string; action: 'refuse' | 'review' }[]>;
  /** By space and person. */
  chatMutes: Map<string, ChatMute>;
}

export const createChatTables = (): ChatTables => ({
  chatrooms: new Map(),
  chatroomMembers: new Map(),
  chatEntries: new Map(),
  chatOriginals: new Map(),
  chatSends: new Map(),
  chatMessages: new Map(),
  chatFiles: new Map(),
  chatReports: new Map(),
  chatFilters: new Map(),
  chatMutes: new Map(),
});
