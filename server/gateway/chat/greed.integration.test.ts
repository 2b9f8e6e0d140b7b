import { once } from 'node:events';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from '../testing/eventually.ts';
import { GatewayHarness } from '../testing/GatewayHarness.ts';

let harness: GatewayHarness;

beforeEach(async () => {
  harness = await GatewayHarness.start();
});

afterEach(() => harness.stop());

/** A bare socket, and the texts that came over it. */
interface Raw {
  readonly socket: WebSocket;
  readonly texts: string[];
}

async function open(path: string): Promise<Raw> {
  const socket = new WebSocket(`ws://127.0.0.1:${harness.port}${path}`);
  const texts: string[] = [];
  // From the beginning: the first text may come with the answer to the handshake.
  socket.on('message', (data) => texts.push(String(data)));
  await once(socket, 'open');
  return { socket, texts };
}

const socketIo = (): Promise<Raw> => open('/socket.io/?EIO=4&transport=websocket');

/** A room with as many long messages as a page has. */
async function fullRoom(userId: string): Promise<string> {
  const spaceId = harness.space.id;
  const { rooms } = await harness.chat.ask('list-rooms', { userId, linkId: null }, { spaceId });
  const roomId = rooms[0]?.id ?? '';
  await harness.store.chatLog.append(
    Array.from({ length: 100 }, () => ({
      ...{ roomId, userId, clientId: uuidv7(), at: new Date().toISOString(), kind: 'message', id: uuidv7() },
      ...{ type: 'text', content: 'x'.repeat(2_000), mentions: [], replyTo: null, fileId: null },
    })),
  );
  return roomId;
}

it('a connection whose handshakes are refused again and again is closed', async () => {
  const { socket, texts } = await socketIo();
  const closed = once(socket, 'close');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    socket.send('40/chat,{"token":"rubbish"}');
    await eventually(() => texts.filter((text) => text.includes('unauthorized')).length).toBe(attempt + 1);
  }
  socket.send('40/chat,{"token":"rubbish"}');
  await closed;
  await eventually(() => harness.gateway.connectionCount).toBe(0);
});

it('a space that is none is refused to an API token before anything is read', async () => {
  const { socket, texts } = await socketIo();
  socket.send('40/chat,{"token":"vic_rubbish","spaceId":"../x"}');
  await eventually(() => texts.at(-1)).toContain('bad_request');
  socket.close();
});

it('who asks over Socket.IO and does not read is cut off', async () => {
  const claims = await harness.person('Mallory');
  const roomId = await fullRoom(claims.userId);
  const { socket, texts } = await socketIo();
  socket.send(`40/chat,${JSON.stringify({ token: await harness.ticket({ ...claims, purpose: 'chat' }) })}`);
  await eventually(() => texts.at(-1)).toContain('40/chat');
  socket.pause();
  const ask = (): void => {
    for (let asked = 0; asked < 40; asked += 1) {
      socket.send(`42/chat,${asked}["read-history",${JSON.stringify({ roomId, limit: 100 })}]`);
    }
  };
  await expect
    .poll(
      () => {
        if (socket.readyState === WebSocket.OPEN) ask();
        return harness.gateway.connectionCount;
      },
      { timeout: 15_000, interval: 200 },
    )
    .toBe(0);
  socket.terminate();
}, 20_000);

it('who asks over a plain WebSocket and does not read is cut off', async () => {
  const claims = await harness.person('Mallory');
  const roomId = await fullRoom(claims.userId);
  const { socket, texts } = await open('/ws');
  const join = { spaceId: harness.space.id, token: await harness.ticket(claims) };
  socket.send(JSON.stringify({ type: 'join', payload: join, id: 1 }));
  await eventually(() => texts.length).toBeGreaterThan(0);
  socket.pause();
  const text = JSON.stringify({ type: 'read-history', payload: { roomId, limit: 100 }, id: 2 });
  await expect
    .poll(
      () => {
        for (let asked = 0; asked < 40 && socket.readyState === WebSocket.OPEN; asked += 1) socket.send(text);
        return harness.gateway.connectionCount;
      },
      { timeout: 15_000, interval: 200 },
    )
    .toBe(0);
  socket.terminate();
}, 20_000);
