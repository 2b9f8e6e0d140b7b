import type { Namespace, ServerEvent, ServerPayload, Signal } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';

/** A member of a call: one session, or the resident (whose ids are fixed and who has no connection). */
export interface CallMember {
  sessionId: string;
  userId: string;
  username: string;
  cast: string;
  x: number;
  y: number;
  isResident: boolean;
  audio: boolean;
  video: boolean;
  /** Whether they share a screen. */
  screen: boolean;
}

/** What somebody says of what they send. */
export type MediaState = Pick<CallMember, 'audio' | 'video' | 'screen'>;

/** People who are in one call: a bubble, or the company of a chatroom's call. Its id is the call's id. */
export interface CallGroup {
  id: string;
  /** The chatroom whose call it is; `null`: a bubble. */
  roomId: string | null;
  members: CallMember[];
  /** Sessions of members of whom one blocks the other: in the call they do not exist for each other. */
  separated: [string, string][];
}

/** Sends to a session wherever it is connected; a session that is away (grace) or gone is skipped silently. */
export interface SessionOutbox {
  send<N extends Namespace, E extends ServerEvent<N>>(
    sessionId: string,
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void;
}

/**
 * The calls of this server. The space says who stands together; this decides the path (peer to peer or SFU), tells the
 * members, and carries out the SFU part through the media port.
 *
 * Refusals are thrown as `RefusedError` (`not_in_call`, `stale_epoch`, `forbidden`, `not_found`, and the media port's).
 */
export interface CallService {
  /**
   * The bubbles and chatroom calls of one space as they are now, whole. Bubbles with fewer than two members do not
   * appear; in a chatroom's call one person alone waits for company. For each
   * member that left a call, `reasons` may say why (by sessionId); the default is `proximity_lost`, or `moved` for
   * somebody who is in another group now. A member whose session was replaced (a reload, another tab) appears with the new sessionId.
   * Members with another name or figure than before, and other separations, are heeded at once.
   */
  applyGroups(spaceId: string, groups: CallGroup[], reasons: ReadonlyMap<string, CallEndReason>): void;
  /** The session came back after its connection was lost: its current plan is sent again. */
  resume(sessionId: string): void;
  signal(fromSessionId: string, message: { callId: string; epoch: number; to: string; data: Signal }): void;
  ready(sessionId: string, message: { callId: string; epoch: number }): void;
  pathFailed(sessionId: string, message: { callId: string; epoch: number }): void;
  /** Own microphone, camera or screen was switched; `audio: true` also ends what `mute` began. */
  setMediaState(sessionId: string, state: MediaState): void;
  /**
   * A moderator switched the session's microphone off: the others are told, and what it sends of it through the SFU is
   * paused until its owner switches it on again.
   */
  mute(sessionId: string): void;
  /**
   * Hears of sessions that were put out of their call because they got no path into it in time. They stay out for as long
   * as they are in that group. Returns the end of the subscription.
   */
  onSetupTimedOut(listener: (spaceId: string, sessionId: string) => void): () => void;
  /** The call a session is in, if any. */
  callOf(sessionId: string): string | null;
  /** Ends every call with `server_shutdown`. Idempotent. */
  close(): Promise<void>;
}
