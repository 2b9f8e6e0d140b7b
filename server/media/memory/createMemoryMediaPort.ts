import { RefusedError } from '#lib/protocol/errors.ts';
import { type Logger, silentLogger } from '#server/observability/Logger.ts';
import { EventHub } from '../EventHub.ts';
import type { MediaPort } from '../MediaPort.ts';
import { RoomTable } from '../RoomTable.ts';
import { roomPort } from '../roomPort.ts';
import { MemoryRoom } from './MemoryRoom.ts';

/** A media port without media and its accidents, which tests cause by hand. */
export interface MemoryMediaPort extends MediaPort {
  /** The worker dies: every room is lost. Another takes its place, unless `stays` is `dead`. */
  killWorker(stays?: 'replaced' | 'dead'): void;
  /** A transport's connection ends by itself. */
  loseTransport(roomId: string, transportId: string): void;
}

/** Rooms, lifetimes and negotiation as the real one has them, without a process and without packets. */
export function createMemoryMediaPort(log: Logger = silentLogger): MemoryMediaPort {
  const hub = new EventHub(log);
  let workers = 1;
  const openRoom = async (roomId: string): Promise<MemoryRoom> => {
    if (workers === 0) throw new RefusedError('media_unavailable', 'no media worker is running');
    return new MemoryRoom(roomId, hub.emit);
  };
  const rooms = new RoomTable(openRoom);
  const carrier = {
    liveWorkers: async () => workers,
    close: () => {
      workers = 0;
    },
  };
  return {
    ...roomPort(rooms, hub, carrier),
    killWorker(stays = 'replaced') {
      workers = stays === 'dead' ? 0 : 1;
      for (const roomId of rooms.drop(() => true))
        hub.emit({ type: 'roomLost', roomId, reason: 'worker_died' });
    },
    loseTransport: (roomId, transportId) => rooms.find(roomId)?.loseTransport(transportId),
  };
}
