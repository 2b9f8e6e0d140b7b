import type { ClientEvent, ClientPayload, JoinReply, Namespace } from '#lib/protocol/catalogue.ts';
import type { SessionState } from './SessionState.ts';
import type { Signaling, Unsubscribe } from './Signaling.ts';

/** One tab's presence in one space, across reconnects. */
export interface SpaceSession extends Signaling {
  readonly spaceId: string;
  readonly sessionId: string;
  state(): SessionState;
  /** Connects. Does nothing when it is already under way. */
  start(): void;
  /** Hears every join, the first and those after a reconnect, before any message that followed it. */
  onJoined(handler: (reply: JoinReply) => void): Unsubscribe;
  /** Opens the chat of the space on the live connection; it ends with it. @throws RequestError */
  openChat(): Promise<void>;
  /** Hears that the server closed the chat while the connection goes on. */
  onChatClosed(handler: () => void): Unsubscribe;
  /** Sends what needs no answer, such as a step; dropped when there is no live connection. */
  send<N extends Namespace, E extends ClientEvent<N>>(
    namespace: N,
    event: E,
    payload: ClientPayload<N, E>,
  ): void;
  /**
   * Connects again after the session ended, for example to take the avatar back from another tab; while it waits at a
   * closed door, asks again now.
   */
  takeBack(): void;
  /** Leaves for good: the place is not kept. The message is on its way before this returns. */
  leave(): void;
  /** Lets go without leaving: the server keeps the place for its grace time. Final. */
  close(): void;
}
