import process from 'node:process';
import { observer, type types } from 'mediasoup';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dtlsFingerprint } from '../fixtures.ts';
import type { MediaEvent, TransportParameters } from '../MediaPort.ts';
import { describeMediaPort } from '../mediaPort.contract.ts';
import type { MediasoupOptions } from './createMediasoupPort.ts';
import { killLatest, startWorkers, type WorkerHarness } from './workerHarness.ts';

describeMediaPort('mediasoup in process', async () => {
  const { port, pids } = startWorkers(1);
  return { port, killWorker: async () => killLatest(pids), close: () => port.close() };
});

const roomId = (number: number): string => `0190a000-0000-7000-8000-00000000000a.${number}`;
const peerId = '0190a000-0000-7000-8000-000000000001.1';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('mediasoup workers', () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const start = (workers: number, overrides: Partial<MediasoupOptions> = {}): WorkerHarness => {
    const harness = startWorkers(workers, overrides);
    closing.push(() => harness.port.close());
    return harness;
  };
  const transportIn = ({ port }: WorkerHarness, room: number): Promise<TransportParameters> =>
    port.createTransport({ roomId: roomId(room), peerId, direction: 'send' });
  const portsOf = ({ iceCandidates }: TransportParameters): unknown[] =>
    iceCandidates.map(({ port }) => port);

  it('spreads rooms over the workers, each on its own port over UDP and TCP', async () => {
    const harness = start(2);
    await harness.port.stats();
    const first = await transportIn(harness, 1);
    const second = await transportIn(harness, 2);
    expect(first.iceCandidates.map(({ protocol }) => protocol)).toEqual(['udp', 'tcp']);
    expect(new Set([...portsOf(first), ...portsOf(second)]).size).toBe(2);
    expect(new Set(harness.pids).size).toBe(2);
  });

  it('takes the next free port of the range when its own is taken', async () => {
    const [taken] = portsOf(await transportIn(start(1), 1));
    const portMin = Number(taken);
    const harness = start(1, { portMin, portMax: portMin + 400 });
    const [port] = portsOf(await transportIn(harness, 1));
    expect(port).toBeGreaterThan(portMin);
    expect(port).toBeLessThanOrEqual(portMin + 400);
  });

  it('tells browsers every announced address of a socket', async () => {
    const listenIps = [
      { ip: '127.0.0.1', announcedAddress: '192.0.2.7' },
      { ip: '127.0.0.1', announcedAddress: 'sfu.example' },
    ];
    const { iceCandidates } = await transportIn(start(1, { listenIps }), 1);
    expect(iceCandidates.map(({ address }) => address)).toEqual([
      '192.0.2.7',
      'sfu.example',
      '192.0.2.7',
      'sfu.example',
    ]);
    expect(new Set(iceCandidates.map(({ foundation }) => foundation)).size).toBe(4);
  });

  it('loses only the rooms of the worker that died, and puts another in its place', async () => {
    const harness = start(2);
    await harness.port.stats();
    const events: MediaEvent[] = [];
    harness.port.subscribe((event) => events.push(event));
    await transportIn(harness, 1);
    await transportIn(harness, 2);
    killLatest(harness.pids);
    await vi.waitFor(() => expect(events).toHaveLength(1), { timeout: 5_000 });
    expect(events[0]).toMatchObject({ type: 'roomLost', reason: 'worker_died' });
    expect(await harness.port.stats()).toMatchObject({ rooms: 1, transports: 1 });
    await vi.waitFor(async () => expect(await harness.port.stats()).toMatchObject({ workers: 2 }), {
      timeout: 5_000,
    });
    expect(harness.pids).toHaveLength(3);
  });

  it('heals again and again, with a pause that grows', async () => {
    const harness = start(1);
    for (let death = 1; death <= 3; death += 1) {
      await vi.waitFor(() => transportIn(harness, 1), { timeout: 5_000 });
      expect(harness.pids).toHaveLength(death);
      killLatest(harness.pids);
      await vi.waitFor(async () => expect(await harness.port.stats()).toMatchObject({ rooms: 0 }), {
        timeout: 5_000,
      });
    }
    await vi.waitFor(() => transportIn(harness, 1), { timeout: 5_000 });
  });

  it('is media_unavailable when the worker cannot be started, and does not fail otherwise', async () => {
    const harness = start(1, { workerBin: '/nonexistent/mediasoup-worker' });
    expect(await harness.port.stats()).toMatchObject({ workers: 0, rooms: 0 });
    await expect(transportIn(harness, 1)).rejects.toMatchObject({ code: 'media_unavailable' });
  });

  it('leaves no process behind when closed, even while one is starting', async () => {
    const harness = start(2);
    await transportIn(harness, 1);
    await harness.port.stats();
    await harness.port.close();
    await harness.port.close();
    await vi.waitFor(() => expect(harness.pids.filter(isRunning)).toEqual([]), { timeout: 5_000 });
    await expect(transportIn(harness, 1)).rejects.toMatchObject({ code: 'media_unavailable' });
    const early = start(1);
    await early.port.close();
    expect(await early.port.stats()).toMatchObject({ workers: 0 });
  });

  it('serves 200 rooms one after the other, and neither we nor the worker hold anything of them', async () => {
    const started = new Map<number, { worker: types.Worker; server: types.WebRtcServer }>();
    const watch = (worker: types.Worker): void => {
      worker.observer.on('newwebrtcserver', (server) => started.set(worker.pid, { worker, server }));
    };
    observer.on('newworker', watch);
    closing.push(() => observer.off('newworker', watch));
    const harness = start(1);
    for (let room = 0; room < 200; room += 1) {
      const { id } = await transportIn(harness, room);
      const request = { roomId: roomId(room), transportId: id, dtlsParameters: dtlsFingerprint() };
      await harness.port.connectTransport(request);
      await harness.port.closeRoom(roomId(room));
    }
    const empty = { workers: 1, rooms: 0, transports: 0, producers: 0, consumers: 0 };
    expect(await harness.port.stats()).toEqual(empty);
    const own = started.get(harness.pids[0] ?? 0);
    expect(await own?.worker.dump()).toMatchObject({ routerIds: [] });
    expect(await own?.server.dump()).toMatchObject({ webRtcTransportIds: [], localIceUsernameFragments: [] });
  });
});
