import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/**
 * What Socket.IO offers by itself: rooms, and with the argument `recovery` its own recovery of connections. Nothing is
 * stored; the number of a message is a counter of its room.
 */
const keepsState = process.argv.includes('recovery');
const recovery = { maxDisconnectionDuration: 120_000, skipMiddlewares: true };
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  ...(keepsState ? { connectionStateRecovery: recovery } : {}),
});
const latest = new Map<string, number>();

io.on('connection', (socket) => {
  socket.on('join', ({ roomId }: { roomId: string }, answer: (seq: number) => void) => {
    void socket.join(roomId);
    answer(latest.get(roomId) ?? 0);
  });
  socket.on('send', ({ roomId, text }: { roomId: string; text: string }, answer: (seq: number) => void) => {
    const seq = (latest.get(roomId) ?? 0) + 1;
    latest.set(roomId, seq);
    io.to(roomId).emit('message', { seq, text });
    answer(seq);
  });
});

process.once('SIGTERM', () => process.exit(0));
http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`Vicinity is running at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
