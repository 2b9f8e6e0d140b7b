import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import type { RequestFailure } from './RequestError.ts';

/** Why the page stays disconnected: the server's reason, or one found by the page itself. */
export type SessionEnding =
  | SessionEndReason
  /** The server speaks another version of the wire: only a reload helps. */
  | 'reload_needed'
  /** The ticket or the join was refused for good; `code` says why. */
  | 'refused';

/** Why the door is closed for the moment: waiting helps. */
export type WaitReason = 'space_full' | 'space_locked';

/** What a banned person is told. */
export interface BanNotice {
  /** The moderator's words; may be empty. */
  readonly detail: string;
  /** When it ends, ISO 8601; null: not before it is lifted. */
  readonly until: string | null;
}

/** The life of one space session. Each state carries only what is true in it. */
export type SessionState =
  | { readonly kind: 'connecting' }
  | {
      readonly kind: 'live';
      /** Own session, which is the peer id in calls. */
      readonly sessionId: string;
      readonly userId: string;
      readonly iceServers: readonly IceServer[];
    }
  | {
      readonly kind: 'reconnecting';
      /** Attempts made since the connection was lost, from 1. */
      readonly attempt: number;
      /** When the connection was lost, in ms since 1970. */
      readonly sinceMs: number;
    }
  | {
      /** Nobody is let in at the moment; the session asks again by itself. */
      readonly kind: 'waiting';
      readonly reason: WaitReason;
      /** When it asks again, in ms since 1970. */
      readonly retryAtMs: number;
    }
  | {
      readonly kind: 'ended';
      readonly reason: SessionEnding;
      readonly code: RequestFailure | null;
      /** Only with the reason `banned`. */
      readonly ban?: BanNotice;
    };
