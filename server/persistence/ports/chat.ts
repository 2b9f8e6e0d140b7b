import type { ChatFile, Mention, Message, MessageType } from '#lib/domain/chat/log.ts';
import type { RoomKind, RoomRole } from '#lib/domain/chat/rooms.ts';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { Page, PageQuery } from './page.ts';

/** What somebody wants to have written into a room's log. Who it is and that they may has been found out before. */
export type Draft = {
  roomId: string;
  userId: string;
  /** The sender's own id: the same again in the same room by the same person writes nothing and gets the first answer. */
  clientId: string;
  /** ISO 8601. */
  at: string;
} & (
  | {
      kind: 'message';
      /** UUIDv7. */
      id: string;
      type: MessageType;
      content: string;
      mentions: Mention[];
      fileId: string | null;
      replyTo: string | null;
    }
  | { kind: 'edit'; messageId: string; content: string; mentions: Mention[] }
  | { kind: 'delete'; messageId: string }
  | { kind: 'react'; messageId: string; emoji: string; isOn: boolean }
  | { kind: 'pin'; messageId: string; isOn: boolean }
);

/**
 * A row of the log. For `message` it holds the message as it stands NOW, for the others what was done. `content` of an
 * `edit` is the new text; the text before it is what the entry before it left.
 */
export type StoredEntry = {
  roomId: string;
  seq: number;
  at: string;
  userId: string;
  clientId: string;
} & (
  | { kind: 'message'; message: Message }
  | { kind: 'edit'; messageId: string; content: string; mentions: Mention[] }
  | { kind: 'delete'; messageId: string }
  | { kind: 'react'; messageId: string; emoji: string; isOn: boolean }
  | { kind: 'pin'; messageId: string; isOn: boolean }
);

/** What became of one draft. */
export type Appended =
  /** Written now (`isNew`), or found as it was written before by the same client id. */
  | { ok: true; isNew: boolean; entry: StoredEntry; messageAuthorId: string }
  /** It would change nothing (the reaction is there already, the pin too): nothing is written; `seq` is the room's latest. */
  | { ok: true; isNew: false; entry: null; seq: number }
  /**
   * `not_found` (room, message, file or what it answers), `forbidden` (an edit of another's message, a foreign file),
   * `message_deleted`, `conflict` (the client id was used for something else; the file was sent already; too many
   * different reactions).
   */
  | { ok: false; code: ErrorCode; message: string };

/** The log of all rooms. */
export interface ChatLogRepository {
  /**
   * Writes drafts, of any rooms, in the given order, in ONE transaction: numbers them per room without gaps, keeps the
   * messages they concern as they stand now, files and mentions too. All that is answered `ok` is committed when this
   * resolves. A draft that is refused leaves the others alone. Rejects with `StorageError`: then nothing was written.
   */
  append(drafts: Draft[]): Promise<Appended[]>;
  /** Entries with numbers above `afterSeq`, in order, at most `limit`. */
  entriesAfter(roomId: string, afterSeq: number, limit: number): Promise<StoredEntry[]>;
  /** The same for many rooms in one question: a thousand returning clients are not a thousand queries. */
  entriesAfterMany(wanted: { roomId: string; afterSeq: number }[], limit: number): Promise<StoredEntry[]>;
  /** What somebody wrote by an id of their own; `null`: nothing. */
  findSent(sent: Pick<Draft, 'roomId' | 'userId' | 'clientId'>): Promise<StoredEntry | null>;
  /** Messages with numbers below `beforeSeq` (`null`: the latest), in rising order, at most `limit`: those nearest to it. */
  messagesBefore(roomId: string, beforeSeq: number | null, limit: number): Promise<Message[]>;
  /** Messages with numbers above `afterSeq`, in rising order. */
  messagesAfter(roomId: string, afterSeq: number, limit: number): Promise<Message[]>;
  /** Number of the first message at or after an instant; `null`: none. */
  seqAt(roomId: string, at: string): Promise<number | null>;
  findMessages(roomId: string, ids: string[]): Promise<Message[]>;
  /**
   * A thread's first message and its answers with numbers above `afterSeq`, in order, at most `limit`: those nearest to
   * it. `hiddenUserIds`: whose messages are left out.
   */
  thread(
    query: { roomId: string; threadId: string; afterSeq: number; hiddenUserIds: string[] },
    limit: number,
  ): Promise<Message[]>;
  /** Latest pin first. */
  pins(roomId: string): Promise<Message[]>;
  /** What a message said, first to last: its original text and each edit, also after it was deleted. */
  revisions(roomId: string, messageId: string): Promise<{ at: string; userId: string; content: string }[]>;
  /** Number of the latest entry; 0: none. */
  lastSeq(roomId: string): Promise<number>;
  /** When somebody last wrote a message in a room, for slow mode. */
  lastMessageAt(roomId: string, userId: string): Promise<string | null>;
  /**
   * Full-text search (PostgreSQL's own; words of any language, without stemming) in these rooms, newest first. The key
   * is opaque. Deleted messages are never found. `hiddenUserIds`: whose messages are left out. Without words the filters
   * alone say what is found; without any of them nothing is.
   */
  search(
    query: {
      roomIds: string[];
      words: string;
      fromUserId: string | null;
      has: 'file' | 'image' | 'voice' | 'link' | null;
      before: string | null;
      after: string | null;
      hiddenUserIds: string[];
    },
    page: PageQuery,
  ): Promise<Page<Message>>;
  /** Messages that mention somebody or answer a message of theirs, in these rooms, newest first. */
  mentioning(
    userId: string,
    query: { roomIds: string[]; hiddenUserIds: string[] },
    page: PageQuery,
  ): Promise<Page<Message>>;
  /** All that somebody wrote, oldest first, for the export of their data. */
  writtenBy(userId: string, page: PageQuery): Promise<Page<Message>>;
  figures(query: { spaceId: string; from: string; to: string; timeZone: string }): Promise<{
    perDay: { day: string; messages: number; people: number }[];
    perHour: number[];
    rooms: { roomId: string; messages: number; people: number }[];
    people: { userId: string; messages: number }[];
    activePeople: number;
  }>;
}

export interface Chatroom {
  id: string;
  spaceId: string;
  kind: RoomKind;
  name: string;
  description: string;
  isPrivate: boolean;
  isDefault: boolean;
  slowModeS: number;
  createdBy: string | null;
  createdAt: string;
  version: number;
  /** Of a direct room: both people's ids, sorted and joined by a colon; unique in the space. */
  directKey: string | null;
  lastSeq: number;
  messageCount: number;
  lastMessageAt: string | null;
  memberCount: number;
}

export interface RoomMember {
  roomId: string;
  userId: string;
  role: RoomRole;
  joinedAt: string;
  readSeq: number;
}

/** A room with what one person is in it. */
export interface RoomOf {
  room: Chatroom;
  member: RoomMember | null;
  /** Messages after the mark, also the person's own; 0 for who is no member. */
  unreadCount: number;
  /** Unread messages that mention or answer the person. */
  mentionCount: number;
}

export interface ChatroomRepository {
  /**
   * Makes a room with its first members. `conflict`: the space has one of that name (case and width do not count), or that
   * direct room, or a default one.
   */
  create(
    room: Omit<Chatroom, 'lastSeq' | 'messageCount' | 'lastMessageAt' | 'memberCount' | 'version'>,
    members: { userId: string; role: RoomRole }[],
  ): Promise<'ok' | 'conflict'>;
  find(roomId: string): Promise<Chatroom | null>;
  findMany(roomIds: string[]): Promise<Chatroom[]>;
  findDefault(spaceId: string): Promise<Chatroom | null>;
  findDirect(spaceId: string, directKey: string): Promise<Chatroom | null>;
  /** Rooms of a space that somebody is a member of, and public ones; by name. Unread counts are of `kind: message` only. */
  listFor(spaceId: string, userId: string): Promise<RoomOf[]>;
  /** The same for many people in one question. */
  listForMany(spaceId: string, userIds: string[]): Promise<Map<string, RoomOf[]>>;
  of(roomId: string, userId: string): Promise<RoomOf | null>;
  /** `conflict`: the name is taken in the space. Raises `version`. */
  edit(
    roomId: string,
    change: Partial<Pick<Chatroom, 'name' | 'description' | 'isPrivate' | 'slowModeS'>>,
  ): Promise<Chatroom | 'conflict' | null>;
  /**
   * With its log, members and reports. Its files are found no more; their rows wait for `sweep`. Says which storage keys
   * no other file uses any more.
   */
  remove(roomId: string): Promise<{ orphanedKeys: string[] }>;
  members(roomId: string): Promise<RoomMember[]>;
  /** Adds or changes; what has been read stays. `last_owner`: the only owner cannot become less. A new member has read nothing; `joinedAt` of a known one stays. */
  putMember(
    member: Omit<RoomMember, 'readSeq'> & { readSeq?: number },
  ): Promise<'added' | 'changed' | 'last_owner'>;
  /** `last_owner` only while others are in the room. */
  removeMember(roomId: string, userId: string): Promise<'ok' | 'last_owner' | 'not_found'>;
  /** Many people's marks in one statement; a mark never goes back, nor beyond the room's latest entry. */
  markRead(marks: { roomId: string; userId: string; seq: number }[]): Promise<void>;
}

export interface StoredFile extends ChatFile {
  roomId: string;
  uploaderId: string;
  /** Name in the storage: SHA-256 of the content, in hex. */
  storageKey: string;
  createdAt: string;
  /** The message that it was sent with; `null`: none yet. */
  messageId: string | null;
}

export interface ChatFileRepository {
  add(file: StoredFile): Promise<void>;
  /** Not once its message is deleted or its room is gone. */
  find(fileId: string): Promise<StoredFile | null>;
  /** Takes away files that were never sent and are older, and those of deleted messages; says which keys nobody uses any more. */
  sweep(unsentBefore: string): Promise<{ orphanedKeys: string[] }>;
  /** Those of these storage keys that no file has: the same bytes may have been sent again since they were swept. */
  unusedAmong(storageKeys: string[]): Promise<string[]>;
  /** Of one person, for the export of their data. */
  uploadedBy(userId: string): Promise<StoredFile[]>;
}

export interface ChatReport {
  id: string;
  spaceId: string;
  roomId: string;
  messageId: string;
  authorId: string;
  /** `null`: the filter. */
  reporterId: string | null;
  reason: string;
  term: string | null;
  /** The text as it was. */
  content: string;
  at: string;
  status: 'open' | 'dismissed' | 'deleted';
  resolvedBy: string | null;
  resolvedAt: string | null;
}

export interface ChatMute {
  spaceId: string;
  userId: string;
  reason: string;
  by: string | null;
  at: string;
  until: string | null;
}

export interface ChatModerationRepository {
  /** False when the same person has an open report of the same message already; the filter's are not counted. */
  report(report: ChatReport): Promise<boolean>;
  reports(spaceId: string, status: 'open' | 'all', page: PageQuery): Promise<Page<ChatReport>>;
  findReport(spaceId: string, id: string): Promise<ChatReport | null>;
  /** Settles an open report, and with `deleted` all open ones of the same message. `null`: it is not open. */
  resolve(
    spaceId: string,
    id: string,
    resolution: { status: 'dismissed' | 'deleted'; by: string; at: string },
  ): Promise<ChatReport | null>;
  /** In the order of the terms (code units). */
  filters(spaceId: string): Promise<{ term: string; action: 'refuse' | 'review' }[]>;
  setFilters(spaceId: string, terms: { term: string; action: 'refuse' | 'review' }[]): Promise<void>;
  /** In force at `now`, newest first. */
  mutes(spaceId: string, now: string): Promise<ChatMute[]>;
  findMute(spaceId: string, userId: string, now: string): Promise<ChatMute | null>;
  /** The same for many people in one question; who is not muted is missing. */
  findMutes(spaceId: string, userIds: string[], now: string): Promise<Map<string, ChatMute>>;
  putMute(mute: ChatMute): Promise<void>;
  liftMute(spaceId: string, userId: string, now: string): Promise<boolean>;
}
