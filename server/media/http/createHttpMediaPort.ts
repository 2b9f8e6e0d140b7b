import { RefusedError } from '#lib/protocol/errors.ts';
import { type Clock, systemClock } from '#server/clock.ts';
import { type Logger, silentLogger } from '#server/observability/Logger.ts';
import { EventHub } from '../EventHub.ts';
import type { MediaPort } from '../MediaPort.ts';
import { EventClient } from './EventClient.ts';
import { MediaHttpClient } from './MediaHttpClient.ts';
import { pathOf, RemoteRooms } from './RemoteRooms.ts';

export interface HttpMediaPortOptions {
  /** Where the media service is, such as `http://10.0.0.7:3002`. */
  url: string;
  /** The secret shared with it. */
  secret: string;
  log?: Logger;
  clock?: Clock;
  /** Longest wait for an answer, in ms. */
  timeoutMs?: number;
  /** Longest silence of the event stream, in ms; more than twice the service's pause between signs of life. */
  silenceMs?: number;
  /** How long in ms the service may be away before its rooms are given up. */
  givenUpAfterMs?: number;
}

/**
 * The SFU on another machine, through the media service's HTTP API. A service that does not answer is
 * `media_unavailable`; when its events may have been missed, the rooms made through this port are reported lost
 * (`service_unreachable`).
 */
export function createHttpMediaPort(options: HttpMediaPortOptions): MediaPort {
  const {
    secret,
    log = silentLogger,
    clock = systemClock,
    timeoutMs = 5_000,
    silenceMs = 15_000,
    givenUpAfterMs = 10_000,
  } = options;
  const url = options.url.replace(/\/+$/, '');
  const headers = { authorization: `Bearer ${secret}` };
  const hub = new EventHub(log);
  const http = new MediaHttpClient({ url, headers, timeoutMs, log, clock });
  const rooms = new RemoteRooms(http, hub.emit, log);
  const { onEvent, onMissed, onConnected } = rooms;
  const events = new EventClient({
    ...{ url, headers, clock, log, silenceMs, givenUpAfterMs },
    ...{ onEvent, onMissed, onConnected },
  });
  /** A room is made only while its events are heard. */
  const making = async (roomId: string): Promise<string> => {
    if (!(await events.isConnectedWithin(timeoutMs))) {
      throw new RefusedError('media_unavailable', 'the media service does not answer');
    }
    rooms.add(roomId);
    return pathOf(roomId);
  };

  return {
    routerRtpCapabilities: async (roomId) =>
      http.ask('GET', `${await making(roomId)}/router-rtp-capabilities`),
    createTransport: async ({ roomId, ...body }) =>
      http.ask('POST', `${await making(roomId)}/transports`, body),
    connectTransport: ({ roomId, transportId, ...body }) =>
      http.ask('POST', pathOf(roomId, 'transports', transportId, 'connect'), body),
    restartIce: ({ roomId, transportId }) =>
      http.ask('POST', pathOf(roomId, 'transports', transportId, 'restart-ice')),
    closeTransport: ({ roomId, transportId }) =>
      http.certainly('DELETE', pathOf(roomId, 'transports', transportId)),
    produce: ({ roomId, transportId, ...body }) =>
      http.ask('POST', pathOf(roomId, 'transports', transportId, 'produce'), body),
    setProducerPaused: ({ roomId, producerId, ...body }) =>
      http.ask('PUT', pathOf(roomId, 'producers', producerId, 'paused'), body),
    closeProducer: ({ roomId, producerId }) =>
      http.certainly('DELETE', pathOf(roomId, 'producers', producerId)),
    consume: ({ roomId, transportId, ...body }) =>
      http.ask('POST', pathOf(roomId, 'transports', transportId, 'consume'), body),
    setConsumerPaused: ({ roomId, consumerId, ...body }) =>
      http.ask('PUT', pathOf(roomId, 'consumers', consumerId, 'paused'), body),
    setPreferredLayers: ({ roomId, consumerId, ...body }) =>
      http.ask('PUT', pathOf(roomId, 'consumers', consumerId, 'preferred-layers'), body),
    closeConsumer: ({ roomId, consumerId }) =>
      http.certainly('DELETE', pathOf(roomId, 'consumers', consumerId)),
    closePeer: ({ roomId, peerId }) => http.certainly('DELETE', pathOf(roomId, 'peers', peerId)),
    closeRoom: (roomId) => rooms.close(roomId),
    stats: () => http.ask('GET', '/stats'),
    subscribe: (listener) => hub.subscribe(listener),
    close: async () => {
      events.close();
      await rooms.closeAll();
      http.close();
      hub.clear();
    },
  };
}
