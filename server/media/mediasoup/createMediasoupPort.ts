import { RefusedError } from '#lib/protocol/errors.ts';
import { EventHub } from '../EventHub.ts';
import type { MediaPort } from '../MediaPort.ts';
import { RoomTable } from '../RoomTable.ts';
import { roomPort } from '../roomPort.ts';
import { routerCodecs } from '../routerCodecs.ts';
import { MediasoupRoom } from './MediasoupRoom.ts';
import { refusing } from './refusals.ts';
import { WorkerPool } from './WorkerPool.ts';
import type { LiveWorker, WorkerSettings } from './WorkerSlot.ts';

export type MediasoupOptions = WorkerSettings;

/**
 * The SFU in this process: mediasoup workers as children of it. Returns at once, its workers starting; the first
 * requests wait for one. A worker that cannot start is tried again with growing pauses, and `stats().workers` counts
 * those that live.
 */
export function createMediasoupPort(options: MediasoupOptions): MediaPort {
  const hub = new EventHub(options.log);
  const openRoom = async (roomId: string): Promise<MediasoupRoom> => {
    const live = await pool.leastLoaded();
    const router = await refusing(() => live.worker.createRouter({ mediaCodecs: routerCodecs }));
    if (live.worker.closed) throw new RefusedError('media_unavailable', 'the media worker ended');
    return new MediasoupRoom(roomId, live, router, options.listenIps, hub.emit);
  };
  const rooms = new RoomTable(openRoom);
  const loadOf = (live: LiveWorker): number => loadOn(live, rooms.all());
  const onDied = (live: LiveWorker): void => {
    for (const roomId of rooms.drop((room) => room.live === live)) {
      hub.emit({ type: 'roomLost', roomId, reason: 'worker_died' });
    }
  };
  const pool = new WorkerPool(options, loadOf, onDied);
  return roomPort(rooms, hub, {
    liveWorkers: async () => {
      await pool.settled();
      return pool.liveCount;
    },
    close: () => pool.close(),
  });
}

/** Streams a worker forwards; an empty room counts a little, so that rooms opened at one moment are spread. */
function loadOn(live: LiveWorker, rooms: readonly MediasoupRoom[]): number {
  const own = rooms.filter((room) => room.live === live).map((room) => room.counts());
  return own.reduce((sum, { producers, consumers }) => sum + 1 + producers + consumers, 0);
}
