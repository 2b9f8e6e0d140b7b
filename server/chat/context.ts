import type { SpacePermission } from '#lib/domain/access/permissions.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { RoomPermission, RoomSubject } from '#lib/domain/chat/rooms.ts';
import type { ChatInput, ChatOperationName, ChatReply } from '#lib/protocol/chat/operations.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../observability/Logger.ts';
import type { Appended, Chatroom, Draft, RoomOf, Store } from '../persistence/ports.ts';
import type { ChatActor } from './ports.ts';

/** A room, and what somebody is in it. */
export interface RoomStanding {
  readonly room: Chatroom;
  readonly subject: RoomSubject;
}

/** Who may do what. Answers come from what was read lately; whatever changes them says so (`ChatTelling.stale`). */
export interface ChatAccess {
  /**
   * Throws `RefusedError`: `not_found` for a room that there is not or that the person may not know of, `muted` where
   * only a mute is in the way, `forbidden` otherwise.
   */
  require(userId: string, roomId: string, permission: RoomPermission): Promise<RoomStanding>;
  /** What somebody is in a space. Throws `not_found`, `banned` or `forbidden`. */
  requireInSpace(userId: string, spaceId: string, permission: SpacePermission): Promise<Role>;
  /** Ids of all rooms of a space that somebody may read now; their bubble's is not among them. */
  readableRooms(userId: string, spaceId: string): Promise<string[]>;
  /** Whom somebody blocks and who blocks them. */
  separatedFrom(userId: string): Promise<ReadonlySet<string>>;
}

/** How people are shown. Deleted accounts keep their place with an empty name. */
export interface ChatPeople {
  views(userIds: readonly string[]): Promise<PersonView[]>;
}

/** Tells whoever is connected. All of it reaches the chats of other processes too. */
export interface ChatTelling {
  /** What was read of this room, space or person is out of date: it is read again before the next answer. */
  stale(what: { spaceId?: string; roomId?: string; userId?: string }): Promise<void>;
  /** Members get the room as each of them sees it. After `stale`. */
  roomChanged(roomId: string): Promise<void>;
  /** Whoever of the space is no member sees it as one to join, or, when it is private now, no longer. After `stale`. */
  roomOffered(roomId: string): Promise<void>;
  /** Nobody gets anything of it any more. */
  roomGone(roomId: string, spaceId: string): Promise<void>;
  /** They become a member: they get the room, the others hear of them. After `stale`. */
  memberAdded(roomId: string, userId: string): Promise<void>;
  /** From this moment on they get nothing of the room; the others hear of it. After `stale`. */
  memberRemoved(roomId: string, userId: string): Promise<void>;
}

/** Writes into rooms' logs, many drafts in one transaction; after the commit everybody who should have it gets it. */
export interface ChatWriter {
  /** Resolves when it is durable. Throws `RefusedError` as `Appended` says, `unavailable` when the database did not take it. */
  write(draft: Draft): Promise<Extract<Appended, { ok: true }>>;
}

/** What operations are made of. */
export interface ChatContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly access: ChatAccess;
  readonly people: ChatPeople;
  readonly telling: ChatTelling;
  readonly writer: ChatWriter;
  /** The room as somebody sees it. Throws `not_found`. */
  viewOf(roomId: string, userId: string): Promise<ChatroomView>;
  /** Writes the read marks of somebody that still wait: rooms that are read afterwards have right counts. */
  settleMarks(userId: string): Promise<void>;
  /** Rooms that were read just now, as the person sees them. */
  viewsOf(rooms: readonly RoomOf[], userId: string): Promise<ChatroomView[]>;
}

/** What carries out operations, by their names. */
export type ChatOperationsOf<Names extends ChatOperationName> = {
  readonly [Name in Names]: (actor: ChatActor, input: ChatInput<Name>) => Promise<ChatReply<Name>>;
};

/**
 * Operations of rooms and their people, of moderation, and of figures (`server/chat/rooms`, `server/chat/moderation`).
 * Whoever begins to chat in a space goes through `joinDefaultRoom` there.
 */
export type RoomOperationName =
  | 'list-rooms'
  | 'create-room'
  | 'get-room'
  | 'edit-room'
  | 'delete-room'
  | 'enter-room'
  | 'quit-room'
  | 'open-direct'
  | 'list-room-members'
  | 'set-room-member'
  | 'remove-room-member'
  | 'report-message'
  | 'list-reports'
  | 'resolve-report'
  | 'read-filters'
  | 'set-filters'
  | 'list-mutes'
  | 'mute-person'
  | 'unmute-person'
  | 'read-figures'
  | 'add-file'
  | 'may-upload'
  | 'find-file';

/** Operations of messages (`server/chat/messages`). */
export type MessageOperationName = Exclude<ChatOperationName, RoomOperationName>;
