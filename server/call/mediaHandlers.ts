import { RefusedError } from '#lib/protocol/errors.ts';
import type { Handlers } from '../gateway/handlers.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { Call } from './Call.ts';
import type { CallMedia } from './CallMedia.ts';

const done = {};

/** Answers `/media`: finds the SFU part of the call a session is in and asks it; a session reaches no other call. */
export function createMediaHandlers(callOf: (sessionId: string) => Call | null): Handlers<'/media'> {
  const mediaOf = ({ sessionId }: SessionIdentity): CallMedia => {
    const call = callOf(sessionId);
    if (call === null) throw new RefusedError('not_in_call', 'you are in no call');
    if (call.media === null)
      throw new RefusedError('stale_epoch', 'the call does not go through the SFU now');
    return call.media;
  };
  const roomOf = (session: SessionIdentity, roomId: string): CallMedia => {
    if (callOf(session.sessionId)?.id !== roomId)
      throw new RefusedError('not_in_call', 'this is not the room of your call');
    return mediaOf(session);
  };
  const produce: Handlers<'/media'>['produce'] = (session, request) =>
    mediaOf(session).streams.produce(session.sessionId, request);
  return {
    joinRoom: (session, { roomId }) => roomOf(session, roomId).join(session),
    leaveRoom: (session, { roomId }) => {
      const call = callOf(session.sessionId);
      if (call?.id === roomId) call.media?.leave(session.sessionId);
      return done;
    },
    getRouterRtpCapabilities: (session, { roomId }) =>
      roomOf(session, roomId).capabilities(session.sessionId),
    createWebRtcTransport: (session, { roomId, direction }) =>
      roomOf(session, roomId).createTransport(session.sessionId, direction),
    connectWebRtcTransport: async (session, request) => {
      await mediaOf(session).connectTransport(session.sessionId, request);
      return done;
    },
    restartIce: (session, { transportId }) => mediaOf(session).restartIce(session.sessionId, transportId),
    produce,
    startScreenShare: (session, request) => {
      const { source } = request.appData;
      if (source !== 'screen' && source !== 'screen-audio') {
        throw new RefusedError(
          'bad_request',
          'a screen share has a screen as its source',
          'payload.appData.source',
        );
      }
      return produce(session, request);
    },
    pauseProducer: async (session, { producerId }) => {
      await mediaOf(session).streams.setProducerPaused(session.sessionId, producerId, true);
      return done;
    },
    resumeProducer: async (session, { producerId }) => {
      await mediaOf(session).streams.setProducerPaused(session.sessionId, producerId, false);
      return done;
    },
    closeProducer: async (session, { producerId }) => {
      await mediaOf(session).streams.closeProducer(session.sessionId, producerId);
      return done;
    },
    consume: (session, request) => mediaOf(session).streams.consume(session.sessionId, request),
    resumeConsumer: async (session, { consumerId }) => {
      await mediaOf(session).streams.setConsumerPaused(session.sessionId, consumerId, false);
      return done;
    },
    pauseConsumer: async (session, { consumerId }) => {
      await mediaOf(session).streams.setConsumerPaused(session.sessionId, consumerId, true);
      return done;
    },
    closeConsumer: async (session, { consumerId }) => {
      await mediaOf(session).streams.closeConsumer(session.sessionId, consumerId);
      return done;
    },
    setPreferredLayers: async (session, request) => {
      await mediaOf(session).streams.setPreferredLayers(session.sessionId, request);
      return done;
    },
  };
}
