import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { IceServer } from '#lib/protocol/rest.ts';
import type { RequestFailure } from './RequestError.ts';

/** Why the page stays disconnected: the server's reason, or one found by the page itself. */
export type SessionEnding =
  | SessionEndReason
  /** The server speaks another version of the wire: only a reload helps. */
  | 'reload_needed'
  /** The ticket or the join was refused for good; `code` says why. */
  | 'refused';

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
  | { readonly kind: 'ended'; readonly reason: SessionEnding; readonly code: RequestFailure | null };
