import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#lib/domain/access/roles.ts';
import type { ChatInput } from '#lib/protocol/chat/operations.ts';
import { createCallService } from '../call/createCallService.ts';
import { systemClock } from '../clock.ts';
import { createMemoryMediaPort } from '../media/memory/createMemoryMediaPort.ts';
import { silentLogger } from '../observability/Logger.ts';
import type { TicketClaims } from '../people/tickets.ts';
import { eventually } from './testing/eventually.ts';
import { GatewayHarness } from './testing/GatewayHarness.ts';
import type { TestClient } from './testing/testClients.ts';

interface Visitor {
  readonly claims: TicketClaims;
  readonly client: TestClient;
}

let harness: GatewayHarness;

beforeEach(async () => {
  const media = createMemoryMediaPort();
  harness = await GatewayHarness.start({
    makeCalls: (outbox) => createCallService({ media, outbox, clock: systemClock, log: silentLogger }),
  });
});

afterEach(() => harness.stop());

async function visitor(name: string, role: Role | null = null): Promise<Visitor> {
  const claims = await harness.person(name);
  const { spaceId, userId } = claims;
  if (role !== null) await harness.store.memberships.add(spaceId, userId, role, '2026-01-01T00:00:00.000Z');
  return { claims, client: await harness.enter('ws', claims) };
}

/** A private room of Alice's, with Bob in it. */
async function privateRoom(alice: Visitor, bob: Visitor): Promise<string> {
  const { spaceId } = alice.claims;
  const actor = { userId: alice.claims.userId, linkId: null };
  const input: ChatInput<'create-room'> = { spaceId, name: 'Plans', description: '', isPrivate: true };
  const { room } = await harness.chat.ask('create-room', actor, input);
  await harness.chat.ask('set-room-member', actor, {
    roomId: room.id,
    userId: bob.claims.userId,
    role: 'member',
  });
  return room.id;
}

describe('calls of chatrooms over the wire', () => {
  it('are for members of the room, told to the chat, and end with the membership', async () => {
    const [alice, bob, eve] = [
      await visitor('Alice', 'admin'),
      await visitor('Bob', 'member'),
      await visitor('Eve'),
    ];
    const roomId = await privateRoom(alice, bob);
    expect((await eve.client.ask('room-call-join', { roomId })).error?.code).toBe('not_found');
    expect((await eve.client.ask('room-call-join', { roomId: uuidv7() })).error?.code).toBe('not_found');
    for (const { client } of [alice, bob]) {
      expect((await client.ask('room-call-join', { roomId })).error).toBeUndefined();
    }
    await eventually(() => bob.client.received('video-call-start').at(-1)).toMatchObject({
      roomId,
      isProximityCall: false,
    });
    const actor = { userId: alice.claims.userId, linkId: null };
    const peopleInCall = async () =>
      (await harness.chat.ask('get-room', actor, { roomId })).room.callPeople.map(({ name }) => name);
    await expect.poll(peopleInCall).toEqual(['Alice', 'Bob']);

    await harness.chat.ask('remove-room-member', actor, { roomId, userId: bob.claims.userId });
    await eventually(() => bob.client.received('video-call-end').at(-1)).toMatchObject({ reason: 'removed' });
    expect((await bob.client.ask('room-call-join', { roomId })).error?.code).toBe('not_found');
    await expect.poll(peopleInCall).toEqual(['Alice']);
    expect((await alice.client.ask('room-call-leave', {})).error).toBeUndefined();
    await expect.poll(peopleInCall).toEqual([]);
  });
});
