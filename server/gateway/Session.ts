import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEnd, SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { ChatLink } from '../chat/ports.ts';

/** What is said with the reason of an end: a ban's words and its end. */
export type EndWords = Omit<SessionEnd, 'reason'>;

/**
 * One client's connection as the rest of the server sees it. It knows neither Socket.IO nor WebSocket: both transports
 * implement it.
 */
export interface ClientLink {
  send<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void;
  /** Positions in their binary form (`lib/protocol/positionsFrame.ts`). May be dropped when the client cannot keep up. */
  sendPositionsFrame(frame: Uint8Array): void;
  /** True when the client said `wire: 1` and gets binary positions. */
  readonly speaksFrames: boolean;
  /**
   * True while more is waiting to be sent than a healthy client leaves: positions are held back then, and sent whole
   * once it has caught up.
   */
  readonly isCongested: boolean;
  /** Tells the client why (`session-end`) and closes the connection. Idempotent. */
  end(reason: SessionEndReason, words?: EndWords): void;
  /** The way to the same client for its chat. */
  chat(): ChatLink;
}

/** Who speaks over a link: stamped from the ticket or the API token, never from the client's own words. */
export interface SessionIdentity {
  readonly sessionId: string;
  readonly userId: string;
  /** Only a fallback: the name others see is read from the store. */
  readonly username: string;
  readonly spaceId: string;
  /** The browser's sign-in behind the ticket; `null` where an API token stands behind it. */
  readonly loginId: string | null;
  readonly tokenId: string | null;
}

/**
 * A session's life: `connected` → `grace` (its connection is lost, its place is kept) → `connected` again or `ended`.
 * Ended sessions are forgotten at once; the state stands here so that switches are exhaustive.
 */
export type Session =
  | { readonly state: 'connected'; readonly identity: SessionIdentity; readonly link: ClientLink }
  | { readonly state: 'grace'; readonly identity: SessionIdentity; readonly cancelExpiry: () => void }
  | { readonly state: 'ended'; readonly identity: SessionIdentity; readonly reason: SessionEndReason };
