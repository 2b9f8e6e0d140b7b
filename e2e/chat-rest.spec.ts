import { io, type Socket } from 'socket.io-client';
import { ChatApi, Chatter } from './support/chatRooms.ts';
import { expect, test } from './support/scenario.ts';
import { foundCompany } from './support/world.ts';

/** What a stock client is told of a message. */
interface Received {
  readonly message: string;
  readonly username: string;
  readonly seq: number;
}

/** A program with nothing but Socket.IO’s own client and an API token. */
class Program {
  readonly socket: Socket;
  readonly received: Received[] = [];

  constructor(url: string, auth: { token: string; spaceId: string }) {
    this.socket = io(url, { auth, transports: ['websocket'], reconnection: false, forceNew: true });
    this.socket.on('receive-message', (message: Received) => this.received.push(message));
  }

  ask(event: string, payload: unknown): Promise<unknown> {
    return this.socket.timeout(10_000).emitWithAck(event, payload);
  }
}

test('a program with an API token talks with Max, and REST gives both the same data', async ({
  server,
  invite,
}) => {
  const { api, spaceId, max: maxHimself, olga } = await foundCompany(server);
  const body = { name: 'Bot', scopes: ['realtime', 'chat:read', 'chat:write'], expiresInS: null };
  const { secret } = await api.must<{ secret: string }>(201, 'POST', '/me/tokens', {
    cookie: olga.cookie,
    body,
  });
  const byMax = new ChatApi(api, maxHimself, spaceId);
  const roomId = await byMax.general();
  const max = await Chatter.arrive(invite, server, maxHimself, { spaceId });
  const program = new Program(server.url, { token: secret, spaceId });
  try {
    expect(await program.ask('join-room', { roomId })).toMatchObject({ room: { id: roomId } });
    const sent = await program.ask('send-message', { roomId, message: 'The build is *done*' });
    await expect(max.message('The build is done')).toBeVisible();
    await max.say('Thank you');
    await expect.poll(() => program.received.map(({ message: words }) => words)).toContain('Thank you');
    const heard = program.received.find(({ message: words }) => words === 'Thank you');
    expect(heard).toMatchObject({ username: 'Max', seq: 2, roomId });

    const bearer = { headers: { authorization: `Bearer ${secret}` } };
    const page = await api.must(200, 'GET', `/messages?chatroomId=${roomId}`, bearer);
    expect(page).toEqual(await byMax.messages(roomId));
    expect(page).toMatchObject({
      lastSeq: 2,
      messages: [{ ...(sent as object), content: 'The build is *done*', userId: olga.id }, { seq: 2 }],
    });
    const made = await api.must<{ chatroom: { id: string } }>(201, 'POST', '/chatroom/create', {
      ...bearer,
      body: { roomid: spaceId, name: 'Builds', isPrivate: true },
    });
    await api.must(200, 'PUT', `/chatroom/${made.chatroom.id}/members/${maxHimself.id}`, {
      ...bearer,
      body: { role: 'member' },
    });
    const posted = { chatroomId: made.chatroom.id, message: 'Red again' };
    await api.must(201, 'POST', '/messages', { ...bearer, body: posted });
    await expect(max.room('Builds')).toContainText('1 unread message');
  } finally {
    program.socket.close();
  }
});
