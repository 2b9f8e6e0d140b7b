import type { CallService } from '../call/ports.ts';
import type { Handlers } from '../gateway/handlers.ts';
import type { SpaceDirectory } from './SpaceDirectory.ts';

/** What answers the messages of `/space`: places and nearness are the space's, the rest of a call is the calls'. */
export function createSpaceHandlers(spaces: SpaceDirectory, calls: CallService): Handlers<'/space'> {
  return {
    join: (session, payload) => spaces.join(session, payload),
    move(session, payload) {
      spaces.spaceOf(session).move(session.sessionId, payload);
      return {};
    },
    leave(session) {
      spaces.leave(session);
      return {};
    },
    'video-call-signaling'(session, payload) {
      calls.signal(session.sessionId, payload);
      return {};
    },
    'video-call-end'(session, { callId }) {
      spaces.spaceOf(session).endCall(session.sessionId, callId);
      return {};
    },
    'video-call-ready'(session, payload) {
      calls.ready(session.sessionId, payload);
      return {};
    },
    'video-call-path-failed'(session, payload) {
      calls.pathFailed(session.sessionId, payload);
      return {};
    },
    'media-state'(session, payload) {
      spaces.spaceOf(session).setMediaState(session.sessionId, payload);
      return {};
    },
    'room-call-join': (session, { roomId }) => spaces.roomCalls.join(session, roomId),
    'room-call-leave'(session) {
      spaces.roomCalls.leave(session);
      return {};
    },
  };
}
