import type {
  ClientEvent,
  ClientPayload,
  ClientReply,
  ServerEvent,
  ServerPayload,
} from '#lib/protocol/catalogue.ts';
import type { ChatInput, ChatOperationName, ChatReply } from '#lib/protocol/chat/operations.ts';
import type { SessionEnd } from '#lib/protocol/closeReasons.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { ControlCommand } from '../cluster/ports.ts';
import type { StoredEntry } from '../persistence/ports.ts';

/** Who asks, as the session, the ticket or the token proved it. JSON values only. */
export interface ChatActor {
  readonly userId: string;
  /** The chat connection that asks, so that it is not told what it has done itself; `null`: REST. */
  readonly linkId: string | null;
}

/**
 * The chat, as REST asks it: a direct call where the chat is, signed HTTP elsewhere. Input is as parsed by
 * `chatOperations`; both ways JSON values only. Throws `RefusedError`; `unavailable` when the chat cannot be reached
 * or the database did not take it: then nothing was written, or a retry with the same `clientId` says what was.
 */
export interface ChatPort {
  ask<Name extends ChatOperationName>(
    name: Name,
    actor: ChatActor,
    input: ChatInput<Name>,
  ): Promise<ChatReply<Name>>;
}

/** One chat connection as the chat sees it. It knows no transport. */
export interface ChatLink {
  /** Unique among the connections of this process. */
  readonly id: string;
  /** True when the client said `wire: 1`: it gets `room-events`; others get SPEC's own events for messages. */
  readonly speaksEntries: boolean;
  send<E extends ServerEvent<'/chat'>>(event: E, payload: ServerPayload<'/chat', E>): void;
  /** Tells the client why (`chat-end`) and closes this chat, not the connection that it shares. Idempotent. */
  end(end: SessionEnd): void;
}

/** Sends one message to many links; it is encoded once per transport, not once per link. */
export type Broadcast = <E extends ServerEvent<'/chat'>>(
  links: readonly ChatLink[],
  event: E,
  payload: ServerPayload<'/chat', E>,
) => void;

/** Who chats over a link: stamped from the ticket or the API token. */
export interface ChatIdentity {
  readonly userId: string;
  readonly spaceId: string;
  readonly loginId: string | null;
  readonly tokenId: string | null;
}

/** The latest entries of active rooms, as stored, in order. Losing it loses nothing. */
export interface RecentEntries {
  /**
   * The room's entries from some number to its latest without a gap, at most the last `cachedEntries`; `null`: it is not
   * known here.
   * `lastSeq` 0 with no entries: known to be empty.
   */
  read(roomId: string): Promise<{ entries: StoredEntry[]; lastSeq: number } | null>;
  /** Puts a room in, as just read from the log. An older reading never replaces a newer one. */
  fill(roomId: string, entries: StoredEntry[], lastSeq: number): Promise<void>;
  /**
   * New entries, in order, that follow what is there. Where they would leave a gap, or a message that they change is
   * kept (its row stands as it is now), the port keeps the room right or forgets it.
   */
  append(roomId: string, entries: StoredEntry[]): Promise<void>;
  forget(roomId: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * What the chats of several processes tell each other. `origin` names the chat that published it: that one has carried
 * it out already. Also heard by the one that published.
 */
export type ChatNews = { origin: string } /** Committed entries of one room, in order. */ & (
  | { kind: 'entries'; roomId: string; entries: StoredEntry[] }
  /** Names, mutes, filters, blocks, bans, rooms: what was read of this room, space or person is out of date. */
  | { kind: 'stale'; spaceId: string | null; roomId: string | null; userId: string | null }
  | { kind: 'room-changed'; roomId: string; spaceId: string }
  /** What those of the space who are no members see of the room is another now. */
  | { kind: 'room-offered'; roomId: string; spaceId: string }
  | { kind: 'room-gone'; roomId: string; spaceId: string }
  | { kind: 'member-added'; roomId: string; spaceId: string; userId: string }
  | { kind: 'member-removed'; roomId: string; spaceId: string; userId: string }
  | { kind: 'typing'; roomId: string; person: PersonView; isTyping: boolean }
  /** `isForOthers`: the other members are told, too. */
  | { kind: 'read'; roomId: string; userId: string; seq: number; isForOthers: boolean }
);

/** Publish and subscribe between processes. News may be lost while Redis is away: `onGap` then says to look again. */
export interface ChatBus {
  publish(news: ChatNews): Promise<void>;
  subscribe(listener: (news: ChatNews) => void, onGap: () => void): () => void;
  close(): Promise<void>;
}

/** Between the chat and the calls of its rooms. */
export interface RoomCallDesk {
  /** Throws `RefusedError` (`not_found`, `forbidden`, `muted`) when somebody may not be in the call of a room. */
  requireCall(userId: string, spaceId: string, roomId: string): Promise<void>;
  /** Somebody may no longer be in the call of a room: was removed, muted, banned, or the room is gone (`userId` null). */
  onCallRightLost(listener: (roomId: string, userId: string | null) => void): () => void;
  /** Who is in the call of a room now: told by the calls, shown by the chat. */
  roomCallChanged(roomId: string, people: PersonView[]): void;
}

/** Who speaks on `/chat`. */
export interface ChatCaller {
  readonly identity: ChatIdentity;
  readonly link: ChatLink;
}

/** What answers the messages of `/chat`, parsed already. Throws `RefusedError`. */
export type ChatHandlers = {
  readonly [E in ClientEvent<'/chat'>]: (
    caller: ChatCaller,
    payload: ClientPayload<'/chat', E>,
  ) => ClientReply<'/chat', E> | Promise<ClientReply<'/chat', E>>;
};

/** A bubble as the chat needs it: its room has the bubble's id, lives in memory, and ends with it. */
export interface ChatBubble {
  readonly id: string;
  readonly userIds: readonly string[];
}

/** The chat of this process. */
export interface ChatService extends ChatPort, RoomCallDesk {
  readonly handlers: ChatHandlers;
  /**
   * A connection begins to chat. It gets everything of the rooms that its person is a member of, from now on; `sync`
   * brings what was before. Throws `RefusedError` (`banned`, `forbidden`, `not_found`, `space_archived`).
   */
  open(caller: ChatCaller): Promise<void>;
  /** The connection is gone. Idempotent. */
  closed(linkId: string): void;
  /** What the web part says of people and spaces; who may no longer chat is ended. Returns how many links it concerned. */
  heed(command: ControlCommand): Promise<number>;
  /** All bubbles of a space as they are now. Who is not in one any more gets nothing of it from now on. */
  bubblesChanged(spaceId: string, bubbles: readonly ChatBubble[]): void;
  /** Open links and rooms in the cache, for `/health`. */
  stats(): { links: number; rooms: number };
  /** Writes what was taken, ends every chat with `server_shutdown`. Idempotent. */
  close(): Promise<void>;
}
