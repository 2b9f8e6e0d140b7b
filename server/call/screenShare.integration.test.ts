import { afterEach, describe, expect, it } from 'vitest';
import { killLatest, startWorkers, type WorkerHarness } from '../media/mediasoup/workerHarness.ts';
import { CallHarness, callA, identityOf, nameOf } from './callHarness.ts';

const roomId = '0190c000-0000-7000-b000-000000000001';

describe('a shared screen over a real SFU', () => {
  const open: WorkerHarness[] = [];
  afterEach(async () => {
    for (const { port } of open.splice(0)) await port.close();
  });

  /** Alice and Bob in the call of a chatroom, Alice with camera and screen. */
  async function share() {
    const workers = startWorkers(1);
    open.push(workers);
    const calls = new CallHarness(() => workers.port);
    calls.ofRoom(callA, roomId);
    calls.share('alice', true);
    calls.stand({ [callA]: 'alice bob' });
    const transportId = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const camera = await calls.produceVideo('alice', transportId);
    const screen = await calls.produceScreen('alice', transportId);
    return { workers, calls, camera, screen };
  }

  it('is received beside the camera, and ends without it', async () => {
    const { workers, calls, camera, screen } = await share();
    await calls.consume('bob', camera);
    await calls.consume('bob', screen);
    expect(await workers.port.stats()).toMatchObject({ producers: 2, consumers: 2 });
    const { mediaHandlers } = calls.service;
    await mediaHandlers.closeProducer(identityOf('alice'), { producerId: screen });
    expect(await workers.port.stats()).toMatchObject({ producers: 1, consumers: 1 });
    await calls.service.close();
    expect(await workers.port.stats()).toMatchObject({ rooms: 0, producers: 0, consumers: 0 });
  });

  it('is shared again after the worker died, in the same call', async () => {
    const { workers, calls } = await share();
    calls.sent();
    killLatest(workers.pids);
    await expect
      .poll(() => calls.outbox.take().flatMap(({ to, event }) => (event === 'roomLost' ? [nameOf(to)] : [])))
      .toEqual(['alice', 'bob']);
    const transportId = await calls.joinRoom('alice');
    await calls.joinRoom('bob');
    const screen = await calls.produceScreen('alice', transportId);
    await calls.consume('bob', screen);
    expect(await workers.port.stats()).toMatchObject({ producers: 1, consumers: 1 });
    await calls.service.close();
  });
});
