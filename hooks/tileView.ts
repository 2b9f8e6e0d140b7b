import type { CallParticipant, CallState } from '#lib/client/call/callState.ts';

/** One picture at the top of the space. */
export interface TileView {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly cast: string;
  readonly isSelf: boolean;
  readonly isResident: boolean;
  readonly isSpeaking: boolean;
  readonly isMuted: boolean;
  /** The picture to show, or null: the drawing stands in. */
  readonly videoTrack: MediaStreamTrack | null;
  readonly connection: 'connecting' | 'live' | 'reconnecting';
}

/** What is known of myself beside the call. */
export interface SelfView {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly cast: string;
  readonly isMuted: boolean;
  readonly videoTrack: MediaStreamTrack | null;
}

/** The tiles of the call: the others in the order in which they came, myself last; none without a call. */
export function tileViews(call: CallState, self: SelfView | null): readonly TileView[] {
  if (call.kind !== 'active') return [];
  const others = call.participants.map(tileOf);
  if (self === null) return others;
  const own = { ...self, isSelf: true, isResident: false, isSpeaking: call.isSelfSpeaking && !self.isMuted };
  return [...others, { ...own, connection: 'live' }];
}

function tileOf(participant: CallParticipant): TileView {
  const { sessionId, userId, username, cast, isResident, isSpeaking, audio, video, videoTrack } = participant;
  return {
    sessionId,
    userId,
    name: username,
    cast,
    isSelf: false,
    isResident,
    isSpeaking: isSpeaking && audio,
    // The resident only gives back what it gets, so a muted sign on it would be about oneself.
    isMuted: !audio && !isResident,
    videoTrack: video || isResident ? videoTrack : null,
    connection: participant.connection,
  };
}
