import type { Message } from '#lib/domain/chat/log.ts';
import type { ErrorCode } from '#lib/protocol/errors.ts';
import type { Appended, Draft, StoredEntry, StoredFile } from './ports/chat.ts';

/** The counters of a room. */
export interface RoomCounters {
  lastSeq: number;
  messageCount: number;
  lastMessageAt: string | null;
}

/** What has to be known to decide drafts; all of it is read under the lock of the rooms. */
export interface AppendBasis {
  /** By id; the rooms that are there. */
  rooms: ReadonlyMap<string, RoomCounters>;
  /** Which of the authors are there. */
  userIds: ReadonlySet<string>;
  /** Entries that were written before, by `sendKey`. */
  written: ReadonlyMap<string, StoredEntry>;
  /** Messages that are changed or answered, those that they answer and the first ones of their threads, by id. */
  messages: ReadonlyMap<string, Message>;
  /** Files that are sent, by id. */
  files: ReadonlyMap<string, StoredFile>;
}

/** An entry to be written. */
export interface NewEntry {
  entry: StoredEntry;
  /** Messages of the room up to this entry, itself included. */
  ordinal: number;
  /** For a message that was changed within the same drafts, and an edit of one that was deleted: its text at first. */
  original: string | null;
}

/** What has to be written, and what to answer. */
export interface AppendPlan {
  /** One for each draft, in the same order. */
  answers: Appended[];
  entries: NewEntry[];
  /** Messages of before as they stand now. */
  changed: Message[];
  /** Messages that are deleted now, and were not before. */
  deleted: Message[];
  /** Whom the new and changed messages mention or answer; it takes the place of what stood there. */
  mentions: { message: Message; userIds: string[] }[];
  sentFiles: { fileId: string; messageId: string }[];
  /** Counters of the rooms that got something. */
  rooms: Map<string, RoomCounters>;
}

/** Under which key the same sending is found again. */
export const sendKey = ({
  roomId,
  userId,
  clientId,
}: Pick<Draft, 'roomId' | 'userId' | 'clientId'>): string => `${roomId}/${userId}/${clientId}`;

/** Drafts while they are decided one after the other: each sees what those before it did. */
export interface AppendState extends AppendPlan {
  readonly basis: AppendBasis;
  readonly written: Map<string, StoredEntry>;
  readonly messages: Map<string, Message>;
  readonly files: Map<string, StoredFile>;
  /** Positions in `entries` of new messages and of edits, by message. */
  readonly rowsOf: Map<string, number[]>;
  /** Messages that are new or changed. */
  readonly touched: Map<string, { isNew: boolean; mentionsChanged: boolean }>;
}

/** Where planning begins. */
export const beginAppend = (basis: AppendBasis): AppendState => ({
  basis,
  written: new Map(basis.written),
  messages: new Map(basis.messages),
  files: new Map(basis.files),
  rowsOf: new Map(),
  touched: new Map(),
  answers: [],
  entries: [],
  changed: [],
  deleted: [],
  mentions: [],
  sentFiles: [],
  rooms: new Map(),
});

/** The answer to a draft that is not written. */
export const refused = (code: ErrorCode, message: string): Appended => ({ ok: false, code, message });

/** The room's counters as the drafts so far leave them. */
export const countersOf = (state: AppendState, roomId: string): RoomCounters | undefined =>
  state.rooms.get(roomId) ?? state.basis.rooms.get(roomId);
