import type { Message, MessageType } from '#lib/domain/chat/log.ts';
import type { ChatroomView, Notice } from '#lib/protocol/chat/views.ts';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';

/** How the chat is connected. `offline` keeps what is written until it is back; `ended` stays away. */
export type ChatConnection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'offline'; readonly sinceMs: number }
  | { readonly kind: 'ended'; readonly reason: string };

/** A message of mine that is on its way, or that could not be sent. */
export interface OutgoingMessage {
  readonly clientId: string;
  readonly roomId: string;
  /** When it was written, Unix time in ms. */
  readonly atMs: number;
  readonly type: MessageType;
  readonly content: string;
  readonly mentions: readonly string[];
  readonly replyTo: string | null;
  /** A file that is still being uploaded, or is already there. */
  readonly file: { readonly id: string | null; readonly name: string; readonly progress: number } | null;
  /**
   * `waiting`: offline, or before others; `failed`: it did not go. At `retryAtMs` (Unix time in ms) it is tried again by
   * itself; null: only by hand.
   */
  readonly status:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'sending' }
    | { readonly kind: 'failed'; readonly code: ErrorCode | 'offline'; readonly retryAtMs: number | null };
}

/** The stretch of a room's messages that this page holds: without a hole from the first to the last. */
export interface RoomTimeline {
  readonly state: 'unknown' | 'loading' | 'ready' | 'failed';
  /** In rising order of `seq`; what I sent and is stored, too. */
  readonly messages: readonly Message[];
  /** Messages that are answered here and stand outside. */
  readonly quoted: ReadonlyMap<string, Message>;
  readonly hasOlder: boolean;
  readonly isLoadingOlder: boolean;
  /** False while it shows a place in the past (after a jump). */
  readonly isAtEnd: boolean;
  readonly isLoadingNewer: boolean;
  /** Number of the latest entry that is contained. */
  readonly lastSeq: number;
  /** Where reading began when the room was opened: the mark "new" stands after it. */
  readonly newAfterSeq: number | null;
  /** A message to bring into view, once; `token` differs for each wish. */
  readonly jump: { readonly messageId: string; readonly token: number } | null;
}

/** What the interface reads. Everything is replaced, nothing is changed in place. */
export interface ChatState {
  readonly connection: ChatConnection;
  readonly spaceId: string;
  readonly selfId: string | null;
  /** Null until the first list has come. Mine and public ones. */
  readonly rooms: ReadonlyMap<string, ChatroomView> | null;
  /** Everybody who was named to this page, by id. */
  readonly people: ReadonlyMap<string, PersonView>;
  /** The room that is looked at; what comes in there is read at once while the page is visible. */
  readonly openRoomId: string | null;
  readonly timelines: ReadonlyMap<string, RoomTimeline>;
  readonly outgoing: readonly OutgoingMessage[];
  /** Unsent texts by room, kept over reloads. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Who is writing, by room; the own person left out. */
  readonly typing: ReadonlyMap<string, readonly PersonView[]>;
  /** Up to where others have read, by room and person. */
  readonly readBy: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The latest notices for me of this visit, newest first. */
  readonly notices: readonly Notice[];
}
