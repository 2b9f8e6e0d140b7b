import * as z from 'zod/mini';
import { emptySchema, idSchema, mediaIdSchema } from './common.ts';
import { fromClient, fromServer } from './define.ts';

/**
 * mediasoup's own shapes travel inside as JSON objects. They are checked by mediasoup itself, which refuses what it
 * does not understand; here only their size and that they are objects is asked for.
 */
const jsonObjectSchema = z.record(z.string().check(z.maxLength(64)), z.unknown());

export const directionSchema = z.enum(['send', 'recv']);
export const mediaKindSchema = z.enum(['audio', 'video']);
/** Where a producer's picture or sound comes from. */
export const mediaSourceSchema = z.enum(['microphone', 'camera', 'screen', 'screen-audio']);
export const appDataSchema = z.object({ source: mediaSourceSchema });

export const producerInfoSchema = z.object({
  producerId: mediaIdSchema,
  userId: idSchema,
  sessionId: idSchema,
  kind: mediaKindSchema,
  appData: appDataSchema,
  isPaused: z.boolean(),
});

const roomSchema = z.object({ roomId: idSchema });
const transportSchema = z.object({ transportId: mediaIdSchema });
const producerSchema = z.object({ producerId: mediaIdSchema });
const consumerSchema = z.object({ consumerId: mediaIdSchema });

const produceFields = {
  transportId: mediaIdSchema,
  kind: mediaKindSchema,
  rtpParameters: jsonObjectSchema,
  appData: appDataSchema,
};

/** Messages from a client on `/media`. `roomId` is the call's id. */
export const mediaFromClient = {
  joinRoom: fromClient(
    'send:media',
    roomSchema,
    z.object({
      peers: z.array(z.object({ userId: idSchema, sessionId: idSchema })),
      producers: z.array(producerInfoSchema),
    }),
  ),
  leaveRoom: fromClient('send:media', roomSchema, emptySchema),
  getRouterRtpCapabilities: fromClient('send:media', roomSchema, jsonObjectSchema),
  createWebRtcTransport: fromClient(
    'send:media',
    z.object({ roomId: idSchema, direction: directionSchema }),
    z.object({
      id: mediaIdSchema,
      iceParameters: jsonObjectSchema,
      iceCandidates: z.array(jsonObjectSchema),
      dtlsParameters: jsonObjectSchema,
    }),
  ),
  connectWebRtcTransport: fromClient(
    'send:media',
    z.object({ transportId: mediaIdSchema, dtlsParameters: jsonObjectSchema }),
    emptySchema,
  ),
  restartIce: fromClient('send:media', transportSchema, z.object({ iceParameters: jsonObjectSchema })),
  produce: fromClient('send:media', z.object(produceFields), z.object({ id: mediaIdSchema })),
  startScreenShare: fromClient('send:media', z.object(produceFields), z.object({ id: mediaIdSchema })),
  pauseProducer: fromClient('send:media', producerSchema, emptySchema),
  resumeProducer: fromClient('send:media', producerSchema, emptySchema),
  closeProducer: fromClient('send:media', producerSchema, emptySchema),
  /** The consumer starts paused; the client resumes it once it can show what comes. */
  consume: fromClient(
    'send:media',
    z.object({ producerId: mediaIdSchema, rtpCapabilities: jsonObjectSchema }),
    z.object({
      id: mediaIdSchema,
      producerId: mediaIdSchema,
      kind: mediaKindSchema,
      rtpParameters: jsonObjectSchema,
    }),
  ),
  resumeConsumer: fromClient('send:media', consumerSchema, emptySchema),
  pauseConsumer: fromClient('send:media', consumerSchema, emptySchema),
  closeConsumer: fromClient('send:media', consumerSchema, emptySchema),
  setPreferredLayers: fromClient(
    'send:media',
    z.object({
      consumerId: mediaIdSchema,
      spatialLayer: z.int().check(z.minimum(0), z.maximum(7)),
      temporalLayer: z.optional(z.int().check(z.minimum(0), z.maximum(7))),
    }),
    emptySchema,
  ),
} as const;

/** Messages to a client on `/media`. */
export const mediaFromServer = {
  newProducer: fromServer(producerInfoSchema),
  producerPaused: fromServer(producerSchema),
  producerResumed: fromServer(producerSchema),
  producerClosed: fromServer(producerSchema),
  consumerClosed: fromServer(consumerSchema),
  /** The SFU lost the room (its worker died): everything made in it is gone; join it again under the same id. */
  roomLost: fromServer(roomSchema),
} as const;

export type ProducerInfo = z.infer<typeof producerInfoSchema>;
export type MediaSource = z.infer<typeof mediaSourceSchema>;
