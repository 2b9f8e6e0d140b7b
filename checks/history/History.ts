import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import type { StoredEntry } from '#server/persistence/ports.ts';

/** What can be done in a room. */
export type ActKind = 'send' | 'edit' | 'delete' | 'react' | 'pin';

interface Who {
  /** Id of the person. */
  readonly person: string;
  readonly roomId: string;
}

/** Somebody wants something written. It is asked once, however often it is tried. */
export interface Asked extends Who {
  readonly kind: 'asked';
  readonly act: ActKind;
  readonly clientId: string;
  /** What was sent; no two are alike. */
  readonly words: string | null;
  /** What the act is upon. */
  readonly messageId: string | null;
  readonly emoji: string | null;
  readonly isOn: boolean | null;
}

/** The server says that it is written. `id` is that of a message that was sent. */
export interface Acknowledged extends Who {
  readonly kind: 'acknowledged';
  readonly clientId: string;
  readonly seq: number;
  readonly id: string | null;
}

/** Entries came by themselves. `connection` counts the connections of the person. */
export interface Heard extends Who {
  readonly kind: 'heard';
  readonly connection: number;
  readonly entries: readonly LogEntry[];
}

/** Entries came because the person asked what they missed. */
export interface Missed extends Who {
  readonly kind: 'missed';
  readonly afterSeq: number;
  readonly isReload: boolean;
  readonly entries: readonly LogEntry[];
  readonly lastSeq: number;
}

/** A page of messages was read. */
export interface Read extends Who {
  readonly kind: 'read';
  readonly messages: readonly Message[];
}

/** The room is no longer the person's, as they were told. */
export interface Gone extends Who {
  readonly kind: 'gone';
}

/** Somebody was removed, and the server has said so. What has a number above `lastSeq` was written afterwards. */
export interface Removed extends Who {
  readonly kind: 'removed';
  readonly lastSeq: number;
}

/** From here on the person may be a member again. */
export interface Readmitted extends Who {
  readonly kind: 'readmitted';
}

export type HistoryEvent =
  | Asked
  | Acknowledged
  | Heard
  | Missed
  | Read
  | Gone
  | Removed
  | Readmitted
  | (Who & { readonly kind: 'refused'; readonly clientId: string; readonly code: string });

/** What is stored of one room when everything is over. */
export interface StoredRoom {
  readonly roomId: string;
  readonly entries: readonly StoredEntry[];
  /** First words of each message, by its id. */
  readonly originals: ReadonlyMap<string, string>;
}

/** What one person's page shows of one room when everything is over; `null`: nothing. */
export interface View {
  readonly person: string;
  readonly roomId: string;
  readonly shown: { readonly messages: readonly Message[]; readonly lastSeq: number } | null;
}

/** Everything that was observed in a run, in the order in which it was. */
export interface History {
  readonly events: readonly HistoryEvent[];
  readonly rooms: readonly StoredRoom[];
  readonly views: readonly View[];
}
