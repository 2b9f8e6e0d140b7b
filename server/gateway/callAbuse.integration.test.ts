import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '#lib/protocol/catalogue.ts';
import { createCallService } from '../call/createCallService.ts';
import { systemClock } from '../clock.ts';
import { opusParameters } from '../media/fixtures.ts';
import { createMemoryMediaPort } from '../media/memory/createMemoryMediaPort.ts';
import { silentLogger } from '../observability/Logger.ts';
import type { TicketClaims } from '../people/tickets.ts';
import { eventually } from './testing/eventually.ts';
import { GatewayHarness } from './testing/GatewayHarness.ts';
import { SocketIoClient } from './testing/testClients.ts';

const { fromServer } = catalogue['/space'];

interface Guest {
  readonly claims: TicketClaims;
  readonly client: SocketIoClient;
}

let harness: GatewayHarness;

beforeEach(async () => {
  const media = createMemoryMediaPort();
  harness = await GatewayHarness.start({
    makeCalls: (outbox) => createCallService({ media, outbox, clock: systemClock, log: silentLogger }),
  });
});

afterEach(() => harness.stop());

/** Somebody who stands on a tile of the room; `x` far apart means another call or none. */
async function guestAt(name: string, x: number): Promise<Guest> {
  const claims = await harness.person(name);
  const savedAt = new Date().toISOString();
  await harness.store.positions.save(harness.space.id, [
    { userId: claims.userId, x, y: 1, facing: 'down', savedAt },
  ]);
  const client = await harness.enter('socket.io', claims);
  if (!(client instanceof SocketIoClient)) throw new Error('not a Socket.IO client');
  await client.openMedia();
  return { claims, client };
}

/** The call somebody was put into, by the latest plan they got. */
async function callOf({ client }: Guest, members: number): Promise<{ callId: string; epoch: number }> {
  const latest = () =>
    [...client.received('video-call-start'), ...client.received('video-call-plan')]
      .map((plan) => fromServer['video-call-plan'].payload.parse(plan))
      .sort((a, b) => a.epoch - b.epoch)
      .at(-1);
  await eventually(() => latest()?.participants.length).toBe(members);
  const plan = latest();
  if (plan === undefined) throw new Error('there is no call');
  return plan;
}

function offer(call: { callId: string; epoch: number }, to: string): object {
  return { ...call, to, data: { description: { type: 'offer', sdp: 'v=0' } } };
}

/** Joins the SFU room of a call and sends a microphone. */
async function produce({ client }: Guest, roomId: string): Promise<string> {
  await client.ask('joinRoom', { roomId });
  const transport = await client.ask('createWebRtcTransport', { roomId, direction: 'send' });
  const { id: transportId } = catalogue['/media'].fromClient.createWebRtcTransport.reply.parse(
    transport.payload,
  );
  const rtpParameters = opusParameters();
  const appData = { source: 'microphone' };
  const produced = await client.ask('produce', { transportId, kind: 'audio', rtpParameters, appData });
  return catalogue['/media'].fromClient.produce.reply.parse(produced.payload).id;
}

describe('calls over real sockets', () => {
  it('two who stand together hear each other’s signaling, and nobody else can speak into it', async () => {
    const [alice, bob, eve] = [await guestAt('Alice', 2), await guestAt('Bob', 3), await guestAt('Eve', 17)];
    const { callId, epoch } = await callOf(alice, 2);
    const call = { callId, epoch };
    const intoTheCall = await eve.client.ask('video-call-signaling', offer(call, alice.claims.sessionId));
    expect(intoTheCall.error?.code).toBe('not_in_call');
    const outOfTheCall = await alice.client.ask('video-call-signaling', offer(call, eve.claims.sessionId));
    expect(outOfTheCall.error?.code).toBe('forbidden');
    const within = await alice.client.ask('video-call-signaling', offer(call, bob.claims.sessionId));
    expect(within.error).toBeUndefined();
    await eventually(() => bob.client.received('video-call-signaling')).toEqual([
      expect.objectContaining({ from: alice.claims.sessionId, callId }),
    ]);
    expect(eve.client.received('video-call-signaling')).toEqual([]);
    expect((await eve.client.ask('video-call-end', { callId })).error?.code).toBe('not_in_call');
  });

  it('who stands outside a call can neither join its room nor consume from it', async () => {
    const three = [await guestAt('Alice', 2), await guestAt('Bob', 3), await guestAt('Carol', 4)];
    const others = [await guestAt('Eve', 15), await guestAt('Frank', 16), await guestAt('Grace', 17)];
    const [alice, bob] = three;
    const [eve] = others;
    if (alice === undefined || bob === undefined || eve === undefined) throw new Error('nobody came');
    const { callId } = await callOf(alice, 3);
    const own = await callOf(eve, 3);
    const producerId = await produce(alice, callId);
    await bob.client.ask('joinRoom', { roomId: callId });
    const rtpCapabilities = (await bob.client.ask('getRouterRtpCapabilities', { roomId: callId })).payload;
    expect((await eve.client.ask('joinRoom', { roomId: callId })).error?.code).toBe('not_in_call');
    await produce(eve, own.callId);
    await eve.client.ask('createWebRtcTransport', { roomId: own.callId, direction: 'recv' });
    expect((await eve.client.ask('consume', { producerId, rtpCapabilities })).error?.code).toBe('not_found');
    expect((await eve.client.ask('closeProducer', { producerId })).error?.code).toBe('not_found');
    await bob.client.ask('createWebRtcTransport', { roomId: callId, direction: 'recv' });
    expect((await bob.client.ask('consume', { producerId, rtpCapabilities })).error).toBeUndefined();
  });

  it('a reload in a call goes on under the new session, in the same call', async () => {
    const [alice, bob] = [await guestAt('Alice', 2), await guestAt('Bob', 3)];
    const { callId } = await callOf(alice, 2);
    const again = await harness.enter('socket.io', { ...alice.claims, sessionId: uuidv7() });
    await eventually(() => again.received('video-call-start').length).toBe(1);
    expect(fromServer['video-call-start'].payload.parse(again.received('video-call-start')[0]).callId).toBe(
      callId,
    );
    await eventually(() => bob.client.received('video-call-plan').length).toBe(1);
    expect(bob.client.received('video-call-end')).toEqual([]);
  });
});
