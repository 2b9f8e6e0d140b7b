import type { Participant } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import type { PathConnection, PathMode } from './MediaPath.ts';
import type { Quality } from './quality.ts';

/** Why a call ended, as far as the page can tell. */
export type CallEnding =
  | CallEndReason
  /** I left it by hand. (`user_ended` is said to everybody whose call ended by it, so it does not tell whose hand.) */
  | 'stepped_away'
  /** The connection came back and the server no longer knew of the call. */
  | 'forgotten'
  /** The session itself ended (left, taken over by another tab, removed). */
  | 'session_ended';

/** Another person of the call, as a tile shows them. */
export interface CallParticipant {
  readonly sessionId: string;
  readonly userId: string;
  readonly username: string;
  readonly cast: string;
  readonly isResident: boolean;
  /** Whether their microphone and camera are on, as they say. */
  readonly audio: boolean;
  readonly video: boolean;
  /** Whether they share a screen, as they say. */
  readonly screen: boolean;
  readonly isSpeaking: boolean;
  readonly connection: PathConnection;
  readonly quality: Quality;
  /** Sound and picture to play now, of whichever path carries this person. The sound is played by the call itself. */
  readonly audioTrack: MediaStreamTrack | null;
  readonly videoTrack: MediaStreamTrack | null;
  /** Their screen; null while it is not shared, or has not come yet. */
  readonly screenTrack: MediaStreamTrack | null;
  /** Which path carries this person's voice at the moment; the picture may follow a little later. */
  readonly path: PathMode | null;
}

export interface EndedCall {
  readonly callId: string;
  readonly roomId: string | null;
  readonly reason: CallEnding;
}

export type CallState =
  | { readonly kind: 'none'; readonly ended: EndedCall | null }
  | {
      readonly kind: 'active';
      readonly callId: string;
      /** The chatroom whose call it is; null for a call of people who stand together. */
      readonly roomId: string | null;
      readonly epoch: number;
      readonly mode: PathMode;
      readonly isSelfSpeaking: boolean;
      readonly participants: readonly CallParticipant[];
    };

/** What the call store holds. */
export interface CallStoreState {
  readonly call: CallState;
  /** The browser refuses to play sound before somebody touches the page ("Tap to hear"). */
  readonly needsTap: boolean;
}

export const noCall: CallState = { kind: 'none', ended: null };

/** A participant of whom nothing has arrived yet. */
export function newParticipant(participant: Participant): CallParticipant {
  const { sessionId, userId, username, cast, isResident, audio, video, screen } = participant;
  return {
    sessionId,
    userId,
    username,
    cast,
    isResident,
    audio,
    video,
    screen,
    isSpeaking: false,
    connection: 'connecting',
    quality: 'unknown',
    audioTrack: null,
    videoTrack: null,
    screenTrack: null,
    path: null,
  };
}

/** Whether two participants look the same, so that an unchanged one keeps its identity in the store. */
export function isSameParticipant(a: CallParticipant, b: CallParticipant): boolean {
  return (Object.keys(a) as (keyof CallParticipant)[]).every((key) => a[key] === b[key]);
}
