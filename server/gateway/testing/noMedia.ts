import { RefusedError } from '#lib/protocol/errors.ts';
import type { Handlers } from '../handlers.ts';

const refuse = (): never => {
  throw new RefusedError('not_in_call', 'nobody is in a call here');
};

/** Answers of a server without calls. */
export const noMedia: Handlers<'/media'> = {
  joinRoom: refuse,
  leaveRoom: refuse,
  getRouterRtpCapabilities: refuse,
  createWebRtcTransport: refuse,
  connectWebRtcTransport: refuse,
  restartIce: refuse,
  produce: refuse,
  startScreenShare: refuse,
  pauseProducer: refuse,
  resumeProducer: refuse,
  closeProducer: refuse,
  consume: refuse,
  resumeConsumer: refuse,
  pauseConsumer: refuse,
  closeConsumer: refuse,
  setPreferredLayers: refuse,
};
