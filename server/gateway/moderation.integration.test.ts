import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '#lib/protocol/catalogue.ts';
import { createCallService } from '../call/createCallService.ts';
import { systemClock } from '../clock.ts';
import { opusParameters } from '../media/fixtures.ts';
import { createMemoryMediaPort, type MemoryMediaPort } from '../media/memory/createMemoryMediaPort.ts';
import { silentLogger } from '../observability/Logger.ts';
import type { TicketClaims } from '../people/tickets.ts';
import { eventually } from './testing/eventually.ts';
import { GatewayHarness } from './testing/GatewayHarness.ts';
import { SocketIoClient } from './testing/testClients.ts';

interface Guest {
  readonly claims: TicketClaims;
  readonly client: SocketIoClient;
}

/** What "at once" means for whoever watches a page, in ms. */
const atOnceMs = 1_000;
const now = '2026-01-01T00:00:00.000Z';
const by = { id: uuidv7(), name: 'Max', cast: 'leo' };
const plans = catalogue['/space'].fromServer['video-call-plan'].payload;

let harness: GatewayHarness;
let media: MemoryMediaPort;

beforeEach(async () => {
  media = createMemoryMediaPort();
  harness = await GatewayHarness.start({
    makeCalls: (outbox) => createCallService({ media, outbox, clock: systemClock, log: silentLogger }),
  });
});

afterEach(() => harness.stop());

/** Somebody with a sign-in of their own, in the space and with `/media` open. */
async function guest(name: string): Promise<Guest> {
  const claims = await harness.person(name);
  const loginId = uuidv7();
  const { userId } = claims;
  const login = { id: loginId, userId, userAgent: '', createdAt: now, lastSeenAt: now };
  await harness.store.logins.create({ ...login, expiresAt: '2126-01-01T00:00:00.000Z' });
  const signedIn = { ...claims, loginId };
  const client = await harness.enter('socket.io', signedIn);
  if (!(client instanceof SocketIoClient)) throw new Error('not a Socket.IO client');
  await client.openMedia();
  return { claims: signedIn, client };
}

/** The sessions somebody's page has in its call, by the latest plan; none when there is no call. */
function peersOf({ client, claims }: Guest): string[] {
  const latest = [...client.received('video-call-start'), ...client.received('video-call-plan')]
    .map((plan) => plans.parse(plan))
    .sort((a, b) => a.epoch - b.epoch)
    .at(-1);
  const others = latest?.participants.filter(({ sessionId }) => sessionId !== claims.sessionId);
  return others?.map(({ sessionId }) => sessionId) ?? [];
}

/** Sends a microphone into the call's room and makes both transports. */
async function speak({ client }: Guest): Promise<string> {
  const roomId = plans.parse(client.received('video-call-start')[0]).callId;
  await client.ask('joinRoom', { roomId });
  const { createWebRtcTransport, produce } = catalogue['/media'].fromClient;
  const sending = await client.ask('createWebRtcTransport', { roomId, direction: 'send' });
  await client.ask('createWebRtcTransport', { roomId, direction: 'recv' });
  const { id: transportId } = createWebRtcTransport.reply.parse(sending.payload);
  const microphone = { kind: 'audio', rtpParameters: opusParameters(), appData: { source: 'microphone' } };
  const produced = await client.ask('produce', { transportId, ...microphone });
  return produce.reply.parse(produced.payload).id;
}

/** Three people in a call on the SFU, each sending a microphone. */
async function threeInACall() {
  const [alice, bob, carol] = [await guest('Alice'), await guest('Bob'), await guest('Carol')];
  await eventually(() => [alice, bob, carol].map((one) => peersOf(one).length)).toEqual([2, 2, 2]);
  for (const one of [alice, bob, carol]) await speak(one);
  expect(await media.stats()).toMatchObject({ transports: 6, producers: 3 });
  return { alice, bob, carol };
}

async function joinCode(claims: TicketClaims, token: string): Promise<string | undefined> {
  const client = await harness.connect('socket.io');
  const answer = await client.ask('join', { spaceId: claims.spaceId, token });
  client.close();
  return answer.error?.code;
}

const ends = {
  async banned({ userId, spaceId }: TicketClaims) {
    const row = { id: uuidv7(), spaceId, userId, reason: 'noise', createdBy: null, createdAt: now };
    await harness.store.bans.put({ ...row, expiresAt: null });
    await harness.control.apply({ kind: 'standing-changed', spaceId, userId });
  },
  async signed_out({ userId, loginId }: TicketClaims) {
    if (loginId !== null) await harness.store.logins.end(userId, loginId);
    await harness.control.apply({ kind: 'signed-out', userId, loginId, exceptLoginId: null });
  },
  async removed({ userId, spaceId }: TicketClaims) {
    await harness.control.apply({ kind: 'remove', spaceId, userId, by });
  },
};

const refusedWith = { banned: 'banned', signed_out: 'unauthorized', removed: undefined } as const;

describe.each(['banned', 'signed_out', 'removed'] as const)('who is %s in a live call', (reason) => {
  it('is gone for the others and from the SFU within a second, and comes back only where they may', async () => {
    const { alice, bob, carol } = await threeInACall();
    const unused = await harness.ticket(bob.claims);
    const elsewhere = await harness.ticket({ ...bob.claims, sessionId: uuidv7() });
    const beganMs = performance.now();
    await ends[reason](bob.claims);
    await eventually(() => peersOf(alice)).toEqual([carol.claims.sessionId]);
    await eventually(async () => (await media.stats()).transports).toBe(4);
    await eventually(() => bob.client.isOpen).toBe(false);
    expect(performance.now() - beganMs).toBeLessThan(atOnceMs);
    expect((await media.stats()).producers).toBe(2);
    const words = reason === 'banned' ? { detail: 'noise' } : {};
    expect(bob.client.received('session-end')).toEqual([{ reason, ...words }]);
    for (const token of [unused, elsewhere]) {
      expect(await joinCode(bob.claims, token)).toBe(refusedWith[reason]);
    }
  });

  it('ends a call of two for the other one, who hears that they were removed', async () => {
    const [alice, bob] = [await guest('Alice'), await guest('Bob')];
    await eventually(() => peersOf(alice)).toEqual([bob.claims.sessionId]);
    await ends[reason](bob.claims);
    await eventually(() => alice.client.received('video-call-end')).toMatchObject([{ reason: 'removed' }]);
  });
});

describe('people who block each other in a live call', () => {
  it('are taken from each other within a second; the third keeps both', async () => {
    const { alice, bob, carol } = await threeInACall();
    const beganMs = performance.now();
    const { userId } = alice.claims;
    await harness.store.blocks.put({ userId, blockedId: bob.claims.userId, createdAt: now });
    await harness.control.apply({ kind: 'blocks-changed', userId });
    await eventually(() => [peersOf(alice), peersOf(bob)]).toEqual([
      [carol.claims.sessionId],
      [carol.claims.sessionId],
    ]);
    expect(performance.now() - beganMs).toBeLessThan(atOnceMs);
    expect(peersOf(carol)).toHaveLength(2);
    expect(alice.client.received('session-end')).toEqual([]);
  });
});

describe('who is muted in a live call', () => {
  it('is shown so to the others at once', async () => {
    const { alice, bob } = await threeInACall();
    const { userId, spaceId, sessionId } = bob.claims;
    await bob.client.ask('media-state', { audio: true, video: false });
    await harness.control.apply({ kind: 'mute', spaceId, userId, by });
    await eventually(() => bob.client.received('muted')).toEqual([{ by }]);
    await eventually(() => alice.client.received('media-state').at(-1)).toMatchObject({
      sessionId,
      audio: false,
    });
    expect((await bob.client.ask('media-state', { audio: true, video: false })).error).toBeUndefined();
    await eventually(() => alice.client.received('media-state').at(-1)).toMatchObject({ audio: true });
  });
});
