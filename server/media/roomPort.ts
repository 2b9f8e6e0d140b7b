import type { EventHub } from './EventHub.ts';
import type { MediaPort, MediaStats } from './MediaPort.ts';
import type { RoomTable, TableRoom } from './RoomTable.ts';

/** A request of the port without the room's id: what the room itself is asked. */
type InRoom<Method extends keyof MediaPort> = MediaPort[Method] extends (request: infer R) => infer Reply
  ? (request: Omit<R, 'roomId'>) => Reply
  : never;

/** One room of an implementation of the media port. */
export interface MediaRoom extends TableRoom {
  readonly rtpCapabilities: Awaited<ReturnType<MediaPort['routerRtpCapabilities']>>;
  readonly createTransport: InRoom<'createTransport'>;
  readonly connectTransport: InRoom<'connectTransport'>;
  readonly restartIce: InRoom<'restartIce'>;
  readonly produce: InRoom<'produce'>;
  readonly setProducerPaused: InRoom<'setProducerPaused'>;
  readonly consume: InRoom<'consume'>;
  readonly setConsumerPaused: InRoom<'setConsumerPaused'>;
  readonly setPreferredLayers: InRoom<'setPreferredLayers'>;
  closeTransport(transportId: string): void;
  closeProducer(producerId: string): void;
  closeConsumer(consumerId: string): void;
  closePeer(peerId: string): void;
  counts(): Omit<MediaStats, 'workers' | 'rooms'>;
}

/** What carries the rooms. */
export interface RoomCarrier {
  liveWorkers(): Promise<number>;
  close(): void;
}

/** The media port over rooms of any make: finds the room a request is for and asks it. */
export function roomPort(rooms: RoomTable<MediaRoom>, hub: EventHub, carrier: RoomCarrier): MediaPort {
  return {
    routerRtpCapabilities: async (roomId) => (await rooms.getOrOpen(roomId)).rtpCapabilities,
    createTransport: async (request) => (await rooms.getOrOpen(request.roomId)).createTransport(request),
    connectTransport: async (request) => rooms.get(request.roomId).connectTransport(request),
    restartIce: async (request) => rooms.get(request.roomId).restartIce(request),
    closeTransport: async ({ roomId, transportId }) => rooms.find(roomId)?.closeTransport(transportId),
    produce: async (request) => rooms.get(request.roomId).produce(request),
    setProducerPaused: async (request) => rooms.get(request.roomId).setProducerPaused(request),
    closeProducer: async ({ roomId, producerId }) => rooms.find(roomId)?.closeProducer(producerId),
    consume: async (request) => rooms.get(request.roomId).consume(request),
    setConsumerPaused: async (request) => rooms.get(request.roomId).setConsumerPaused(request),
    setPreferredLayers: async (request) => rooms.get(request.roomId).setPreferredLayers(request),
    closeConsumer: async ({ roomId, consumerId }) => rooms.find(roomId)?.closeConsumer(consumerId),
    closePeer: async ({ roomId, peerId }) => rooms.find(roomId)?.closePeer(peerId),
    closeRoom: async (roomId) => rooms.close(roomId),
    stats: async () => ({ workers: await carrier.liveWorkers(), ...sumOf(rooms.all()) }),
    subscribe: (listener) => hub.subscribe(listener),
    close: async () => {
      rooms.closeAll();
      carrier.close();
      hub.clear();
    },
  };
}

function sumOf(rooms: readonly MediaRoom[]): Omit<MediaStats, 'workers'> {
  const sum = { rooms: rooms.length, transports: 0, producers: 0, consumers: 0 };
  for (const room of rooms) {
    const counts = room.counts();
    sum.transports += counts.transports;
    sum.producers += counts.producers;
    sum.consumers += counts.consumers;
  }
  return sum;
}
