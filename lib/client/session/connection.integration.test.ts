import { createServer, type Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wireError } from '#lib/protocol/errors.ts';
import { type Connection, openConnection } from './connection.ts';

const spaceId = '00000000-0000-4000-8000-0000000000aa';

/** A stock Socket.IO server, to see what really travels. */
describe('connection', () => {
  let http: HttpServer;
  let io: Server;
  let url = '';
  let open: Connection[] = [];
  const heard: unknown[][] = [];

  beforeEach(async () => {
    heard.length = 0;
    open = [];
    http = createServer();
    io = new Server(http, { transports: ['websocket'] });
    io.of('/space').use((socket, next) => {
      const refusal = Object.assign(new Error('no'), { data: wireError('unauthorized', 'no ticket') });
      next(socket.handshake.auth.token === 'good' ? undefined : refusal);
    });
    io.of('/space').on('connection', (socket) => {
      heard.push(['space', socket.handshake.auth, socket.handshake.query.spaceId]);
      socket.on('join', (_payload, reply) => {
        socket.emit('positions', new Uint8Array([1, 2, 3]));
        reply({ done: true });
      });
      socket.on('leave', () => heard.push(['leave']));
      socket.on('drop', () => socket.disconnect(true));
    });
    io.of('/media').on('connection', (socket) => {
      socket.on('joinRoom', (payload, reply) => reply(payload));
    });
    io.of('/chat').on('connection', (socket) => {
      heard.push(['chat', socket.handshake.auth]);
      socket.on('sync', (_payload, reply) => {
        reply({ rooms: [], missed: [] });
        socket.emit('chat-end', { reason: 'server_shutdown' });
        socket.disconnect();
      });
    });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const address = http.address();
    url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
  });

  afterEach(async () => {
    for (const connection of open) connection.close();
    await io.close();
  });

  async function connect(token = 'good') {
    const messages: unknown[][] = [];
    let reportClosed: (reason: string) => void = () => undefined;
    const closed = new Promise<string>((resolve) => {
      reportClosed = resolve;
    });
    let reportChatClosed: () => void = () => undefined;
    const chatClosed = new Promise<void>((resolve) => {
      reportChatClosed = resolve;
    });
    const connection = await openConnection({
      url,
      spaceId,
      token,
      timeoutMs: 5_000,
      onMessage: (...message) => messages.push(message),
      onClosed: reportClosed,
      onChatClosed: reportChatClosed,
    });
    open.push(connection);
    return { connection, messages, closed, chatClosed };
  }

  it('carries ticket, wire form and space in one handshake, and both namespaces on one WebSocket', async () => {
    const { connection } = await connect();
    await connection.openMedia();
    expect(heard[0]).toEqual(['space', { token: 'good', wire: 1 }, spaceId]);
    expect(await connection.request('/media', 'joinRoom', { roomId: 'r' }, 1_000)).toEqual({ roomId: 'r' });
    expect(io.engine.clientsCount).toBe(1);
  });

  it('hands over binary messages that came before a reply first', async () => {
    const { connection, messages } = await connect();
    expect(await connection.request('/space', 'join', {}, 1_000)).toEqual({ done: true });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.slice(0, 2)).toEqual(['/space', 'positions']);
  });

  it('throws the wire error of a refused handshake', async () => {
    await expect(connect('bad')).rejects.toMatchObject({ code: 'unauthorized', isTransient: false });
  });

  it('throws a timeout for a request without an answer', async () => {
    const { connection } = await connect();
    await expect(connection.request('/space', 'leave', {}, 20)).rejects.toMatchObject({ code: 'timeout' });
  });

  it('reports a lost connection once and fails what was under way', async () => {
    const { connection, closed } = await connect();
    const waiting = connection.request('/space', 'drop', {}, 5_000);
    await expect(waiting).rejects.toMatchObject({ code: 'offline' });
    expect(await closed).toBe('io server disconnect');
    await expect(connection.request('/space', 'join', {}, 1_000)).rejects.toMatchObject({ code: 'offline' });
  });

  it('opens the chat on the same WebSocket, again after the server closed it alone; the space goes on', async () => {
    const { connection, messages, chatClosed } = await connect();
    await connection.openChat();
    const reply = await connection.request('/chat', 'sync', { rooms: [] }, 1_000);
    expect(reply).toEqual({ rooms: [], missed: [] });
    await chatClosed;
    expect(messages).toEqual([['/chat', 'chat-end', { reason: 'server_shutdown' }]]);
    await connection.openChat();
    expect(heard.filter(([what]) => what === 'chat')).toEqual([
      ['chat', { wire: 1 }],
      ['chat', { wire: 1 }],
    ]);
    expect(io.engine.clientsCount).toBe(1);
    expect(await connection.request('/space', 'join', {}, 1_000)).toEqual({ done: true });
  });
});
