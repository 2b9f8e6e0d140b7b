import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '#lib/protocol/catalogue.ts';
import { decodePositions } from '#lib/protocol/positionsFrame.ts';
import { eventually } from './testing/eventually.ts';
import { GatewayHarness, type Wire } from './testing/GatewayHarness.ts';
import { JsonClient, SocketIoClient, type TestClient } from './testing/testClients.ts';

const wires: readonly Wire[] = ['socket.io', 'ws'];
const { fromClient, fromServer } = catalogue['/space'];

let harness: GatewayHarness;

beforeEach(async () => {
  harness = await GatewayHarness.start({ graceMs: 10_000 });
});

afterEach(() => harness.stop());

function positionsOf(client: TestClient, entity: number): { x: number; y: number; seq: number }[] {
  return client.received('positions').flatMap((update) => {
    const positions =
      update instanceof Uint8Array ? decodePositions(update) : fromServer.positions.payload.parse(update);
    return positions.people.filter((person) => person.entity === entity);
  });
}

describe.each(wires)('two people over %s', (wire) => {
  it.each([false, true])('see each other walk (positions as bytes: %s)', async (speaksFrames) => {
    const alice = await harness.connect(wire, { speaksFrames });
    const token = await harness.ticket(await harness.person('Alice'));
    const answer = await alice.ask('join', { spaceId: harness.space.id, token });
    const reply = fromClient.join.reply.parse(answer.payload);
    const bob = await harness.enter(wire, await harness.person('Bob'), { speaksFrames });
    await eventually(() =>
      alice.received('roster').flatMap((update) => fromServer.roster.payload.parse(update).people),
    ).toContainEqual(expect.objectContaining({ username: 'Bob' }));
    for (const [index, x] of [2, 3, 4].entries()) {
      expect(await alice.ask('move', { x, y: 1, seq: index + 1 })).toEqual({ payload: {}, error: undefined });
    }
    await eventually(() => positionsOf(bob, reply.self.entity).at(-1)).toMatchObject({ x: 4, y: 1, seq: 3 });
    const forms = bob.received('positions').map((update) => update instanceof Uint8Array);
    expect(new Set(forms)).toEqual(new Set([speaksFrames]));
  });

  it('share a bubble, and every event is one the catalogue knows', async () => {
    const alice = await harness.enter(wire, await harness.person('Alice'));
    await harness.enter(wire, await harness.person('Bob'));
    await eventually(() => alice.received('bubbles').at(-1)).toMatchObject({ bubbles: [{ isFull: false }] });
    for (const update of alice.received('bubbles')) fromServer.bubbles.payload.parse(update);
    expect(harness.calls.bubbles[0]?.members.map((member) => member.username)).toEqual(['Alice', 'Bob']);
  });

  it('a lost connection comes back to its tile with a new ticket', async () => {
    const claims = await harness.person('Alice');
    const first = await harness.enter(wire, claims);
    await first.ask('move', { x: 2, y: 1 });
    first.close();
    await eventually(() => harness.sessions.get(claims.sessionId)?.state).toBe('grace');
    const again = await harness.connect(wire);
    const token = await harness.ticket(claims);
    const answer = await again.ask('join', { spaceId: harness.space.id, token });
    expect(answer.payload).toMatchObject({ self: { x: 2, y: 1 } });
    expect(harness.sessions.get(claims.sessionId)?.state).toBe('connected');
    await eventually(() => harness.calls.resumed).toEqual([claims.sessionId]);
  });

  it('hear that the server stops', async () => {
    const alice = await harness.enter(wire, await harness.person('Alice'));
    await harness.directory.close();
    await eventually(() => alice.received('session-end')).toEqual([{ reason: 'server_shutdown' }]);
    await eventually(() => alice.isOpen).toBe(false);
  });
});

describe('the two wires', () => {
  it('a ticket may come with the handshake', async () => {
    const token = await harness.ticket(await harness.person('Alice'));
    const client = await SocketIoClient.open(harness.port, { token });
    expect((await client.ask('join', { spaceId: harness.space.id })).error).toBeUndefined();
    client.close();
  });

  it('/media shares the connection of /space, and its events reach it', async () => {
    const claims = await harness.person('Alice');
    const client = await harness.enter('socket.io', claims);
    if (!(client instanceof SocketIoClient)) throw new Error('not a Socket.IO client');
    await client.openMedia();
    const heard = new Promise((resolve) => client.media.once('producerClosed', resolve));
    harness.sessions.send(claims.sessionId, '/media', 'producerClosed', { producerId: 'p1' });
    expect(await heard).toEqual({ producerId: 'p1' });
    expect(harness.gateway.connectionCount).toBe(1);
  });

  it('media events reach a plain WebSocket by their own names', async () => {
    const claims = await harness.person('Alice');
    const client = await harness.enter('ws', claims);
    harness.sessions.send(claims.sessionId, '/media', 'producerClosed', { producerId: 'p1' });
    await eventually(() => client.received('producerClosed')).toEqual([{ producerId: 'p1' }]);
    expect(client).toBeInstanceOf(JsonClient);
  });

  it('no event has the same name in two namespaces', () => {
    const names = Object.values(catalogue).flatMap((namespace) => Object.keys(namespace.fromClient));
    const events = Object.values(catalogue).flatMap((namespace) => Object.keys(namespace.fromServer));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(events).size).toBe(events.length);
    expect(events).not.toContain('reply');
  });
});
