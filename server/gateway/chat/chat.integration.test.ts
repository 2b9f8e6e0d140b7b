import { io, type Socket } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketClaims } from '../../people/tickets.ts';
import { eventually } from '../testing/eventually.ts';
import { GatewayHarness } from '../testing/GatewayHarness.ts';

let harness: GatewayHarness;
let sockets: Socket[];

beforeEach(async () => {
  harness = await GatewayHarness.start();
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.io._close();
  await harness.stop();
});

/** A stock client on a namespace, with everything that it received. */
class StockClient {
  readonly socket: Socket;
  readonly received: { event: string; payload: unknown }[] = [];

  constructor(namespace: string, auth: object, manager: Socket['io'] | null = null) {
    const options = { transports: ['websocket'], forceNew: true, reconnection: false, auth };
    this.socket =
      manager === null
        ? io(`http://127.0.0.1:${harness.port}${namespace}`, options)
        : manager.socket(namespace, { auth });
    sockets.push(this.socket);
    this.socket.onAny((event: string, payload: unknown) => this.received.push({ event, payload }));
  }

  /** Rejects with what the server refused. */
  connected(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', () => resolve(this));
      this.socket.once('connect_error', (error) => reject('data' in error ? error.data : error));
      if (!this.socket.active) this.socket.connect();
    });
  }

  ask(event: string, payload: unknown): Promise<unknown> {
    return this.socket.timeout(5_000).emitWithAck(event, payload);
  }

  of(event: string): unknown[] {
    return this.received.filter((one) => one.event === event).map(({ payload }) => payload);
  }
}

const chatTicket = (claims: TicketClaims): Promise<string> => harness.ticket({ ...claims, purpose: 'chat' });

async function chatter(namespace: string, name: string, auth: object = {}): Promise<StockClient> {
  const token = await chatTicket(await harness.person(name));
  return new StockClient(namespace, { token, ...auth }).connected();
}

async function defaultRoom(client: StockClient): Promise<string> {
  const { rooms } = (await client.ask('sync', { rooms: [] })) as { rooms: { id: string }[] };
  const id = rooms[0]?.id;
  if (id === undefined) throw new Error('there is no room');
  return id;
}

describe.each(['/', '/chat'])('a stock client on %s', (namespace) => {
  it('joins a room, sends and receives by the names of old', async () => {
    const alice = await chatter(namespace, 'Alice');
    const bob = await chatter(namespace, 'Bob');
    const roomId = await defaultRoom(alice);
    await alice.ask('join-room', roomId);
    await bob.ask('join-room', { chatroomId: roomId });
    const answer = await alice.ask('send-message', { roomId, message: 'Hello' });
    expect(answer).toMatchObject({ seq: 1 });
    await eventually(() => bob.of('receive-message')).toMatchObject([
      { roomId, message: 'Hello', username: 'Alice', seq: 1, type: 'text' },
    ]);
    expect(bob.of('recent-messages')).toMatchObject([{ roomId, messages: [] }]);
    alice.socket.emit('typing', { roomId });
    await eventually(() => bob.of('typing')).toMatchObject([{ roomId, username: 'Alice' }]);
  });

  it('writes in nobody else’s name', async () => {
    const alice = await chatter(namespace, 'Alice');
    const claims = await harness.person('Bob');
    const bob = await new StockClient(namespace, { token: await chatTicket(claims) }).connected();
    const roomId = await defaultRoom(alice);
    await bob.ask('join-room', roomId);
    const sender = { userId: claims.userId, username: 'Bob', sender: 'Bob' };
    await alice.ask('send-message', { roomId, message: 'Hello', ...sender });
    await eventually(() => bob.of('receive-message')).toMatchObject([
      { message: 'Hello', username: 'Alice' },
    ]);
  });

  it('gets a problem for what asked for no answer, with the field’s path', async () => {
    const alice = await chatter(namespace, 'Alice');
    alice.socket.emit('send-message', { roomId: 'no id', message: 'Hello' });
    await eventually(() => alice.of('chat-problem')).toMatchObject([
      { event: 'send-message', error: { code: 'bad_request', path: 'payload.roomId' } },
    ]);
  });

  it.each([
    ['nothing', {}],
    ['rubbish', { token: 'rubbish' }],
    ['a number', { token: 7 }],
  ])('is refused with %s for a ticket', async (_, auth) => {
    await expect(new StockClient(namespace, auth).connected()).rejects.toMatchObject({
      code: 'unauthorized',
    });
    await eventually(() => harness.gateway.connectionCount).toBe(0);
  });
});

describe('the chat’s own seat', () => {
  it('takes a ticket once, and one for the chat opens no place in the space', async () => {
    const claims = await harness.person('Alice');
    const token = await chatTicket(claims);
    await new StockClient('/chat', { token }).connected();
    await expect(new StockClient('/chat', { token }).connected()).rejects.toMatchObject({
      code: 'ticket_used',
    });
    const space = await harness.connect('socket.io');
    const join = { spaceId: harness.space.id, token: await chatTicket(claims) };
    expect(await space.ask('join', join)).toMatchObject({ error: { code: 'unauthorized' } });
    space.close();
  });

  it('hears nothing of the space and moves nobody', async () => {
    const alice = await chatter('/chat', 'Alice');
    expect(harness.sessions.count).toBe(0);
    expect(await alice.ask('move', { x: 1, y: 1 })).toMatchObject({ error: { code: 'unknown_event' } });
  });

  it('is refused to somebody who is banned, and ends with a ban, a sign-out and the server', async () => {
    const banned = await harness.person('Mallory');
    const now = new Date().toISOString();
    const ban = { id: uuidv7(), spaceId: harness.space.id, reason: '', createdBy: null, createdAt: now };
    await harness.store.bans.put({ ...ban, userId: banned.userId, expiresAt: null });
    const refused = new StockClient('/chat', { token: await chatTicket(banned) }).connected();
    await expect(refused).rejects.toMatchObject({ code: 'banned' });

    const claims = await harness.person('Alice');
    const alice = await new StockClient('/chat', { token: await chatTicket(claims) }).connected();
    const { userId } = claims;
    await harness.control.apply({ kind: 'signed-out', userId, loginId: null, exceptLoginId: null });
    await eventually(() => alice.of('chat-end')).toMatchObject([{ reason: 'signed_out' }]);

    const bob = await harness.person('Bob');
    const chat = await new StockClient('/chat', { token: await chatTicket(bob) }).connected();
    await harness.store.bans.put({ ...ban, id: uuidv7(), userId: bob.userId, expiresAt: null });
    const standing = { kind: 'standing-changed', spaceId: harness.space.id, userId: bob.userId } as const;
    await harness.control.apply(standing);
    await eventually(() => chat.of('chat-end')).toMatchObject([{ reason: 'banned' }]);
    await eventually(() => harness.gateway.connectionCount).toBe(0);
  });
});

describe('over the connection of a space', () => {
  it('the chat is the session’s, and ends with it', async () => {
    const claims = await harness.person('Alice');
    const space = new StockClient('/space', {});
    await space.connected();
    const early = new StockClient('/chat', { wire: 1 }, space.socket.io);
    await expect(early.connected()).rejects.toMatchObject({ code: 'not_joined' });
    await space.ask('join', { spaceId: harness.space.id, token: await harness.ticket(claims) });
    const chat = await new StockClient('/chat', { wire: 1 }, space.socket.io).connected();
    const roomId = await defaultRoom(chat);
    await chat.ask('send-message', { roomId, message: 'Hello' });
    await eventually(() => chat.of('room-events')).toMatchObject([
      { roomId, entries: [{ kind: 'message', seq: 1, message: { userId: claims.userId } }] },
    ]);
    space.socket.io._close();
    await eventually(() => harness.chat.stats().links).toBe(0);
  });

  it('the older names work on /space, and what comes back comes there', async () => {
    const alice = new StockClient('/space', {});
    await alice.connected();
    const join = { spaceId: harness.space.id, token: await harness.ticket(await harness.person('Alice')) };
    await alice.ask('join', join);
    const roomId = await defaultRoom(await chatter('/chat', 'Bob'));
    expect(await alice.ask('chat-join', { chatroomId: roomId })).toMatchObject({ room: { id: roomId } });
    await alice.ask('chat-message', { chatroomId: roomId, content: 'Hello', type: 'text' });
    await eventually(() => alice.of('receive-message')).toMatchObject([{ message: 'Hello' }]);
  });

  it('the chat works over a plain WebSocket', async () => {
    const alice = await harness.enter('ws', await harness.person('Alice'));
    const bob = await chatter('/', 'Bob');
    const roomId = await defaultRoom(bob);
    expect((await alice.ask('join-room', { roomId })).error).toBeUndefined();
    await alice.ask('send-message', { roomId, message: 'Hello' });
    await eventually(() => bob.of('receive-message')).toMatchObject([
      { message: 'Hello', username: 'Alice' },
    ]);
    await bob.ask('send-message', { roomId, message: 'Hi' });
    await eventually(() => alice.received('receive-message')).toMatchObject([
      { message: 'Hello' },
      { message: 'Hi' },
    ]);
    alice.close();
  });
});
