import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wireError } from '#lib/protocol/errors.ts';
import { createMemorySignaling } from '../session/memorySignaling.ts';
import { RequestError } from '../session/RequestError.ts';
import type { SessionState } from '../session/SessionState.ts';
import { createSessionChat } from './sessionChat.ts';

const live: SessionState = { kind: 'live', sessionId: 'session', userId: 'user', iceServers: [] };
const reconnecting: SessionState = { kind: 'reconnecting', attempt: 1, sinceMs: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session whose chat opens as the scripted answers say, the last one again and again. */
function setUp(script: readonly (RequestError | null)[] = [null]) {
  const { client, server, flush } = createMemorySignaling({ kind: 'connecting' });
  const closers = new Set<() => void>();
  const told: string[] = [];
  let opened = 0;
  const chat = createSessionChat({
    random: () => 0.5,
    session: {
      request: client.request,
      on: client.on,
      onState: client.onState,
      openChat() {
        const answer = script[Math.min(opened, script.length - 1)];
        opened += 1;
        return answer instanceof RequestError ? Promise.reject(answer) : Promise.resolve();
      },
      onChatClosed(handler) {
        closers.add(handler);
        return () => closers.delete(handler);
      },
    },
  });
  chat.onConnected((userId) => told.push(`connected ${userId}`));
  chat.onLost(() => told.push('lost'));
  chat.onEnd((reason) => told.push(`ended ${reason}`));
  const closeChat = () => {
    for (const close of closers) close();
  };
  return { chat, server, flush, told, closeChat, opened: () => opened };
}

describe('the chat of a session', () => {
  it('1. opens after each join and is lost with the connection', async () => {
    const { server, flush, told } = setUp();
    server.setState(live);
    await flush();
    server.setState(reconnecting);
    server.setState({ ...live });
    await flush();
    expect(told).toEqual(['connected user', 'lost', 'connected user']);
  });

  it('2. comes back by itself when the server closed it alone', async () => {
    const { server, flush, told, closeChat } = setUp();
    server.setState(live);
    await flush();
    closeChat();
    vi.advanceTimersByTime(300);
    await flush();
    expect(told).toEqual(['connected user', 'lost', 'connected user']);
  });

  it('3. tries again while the server cannot take it, and stays away when it does not want to', async () => {
    const busy = RequestError.refused('connect', wireError('unavailable', 'Not now.'));
    const never = RequestError.refused('connect', wireError('forbidden', 'No.'));
    const { server, flush, told, opened } = setUp([busy, never]);
    server.setState(live);
    await flush();
    expect(told).toEqual([]);
    vi.advanceTimersByTime(300);
    await flush();
    vi.advanceTimersByTime(60_000);
    await flush();
    expect(told).toEqual(['ended forbidden']);
    expect(opened()).toBe(2);
  });

  it('4. treats the end of the chat as the end of a session: some reasons come back, others stay away', async () => {
    const { server, flush, told, closeChat } = setUp();
    server.setState(live);
    await flush();
    server.send('/chat', 'chat-end', { reason: 'server_shutdown' });
    await flush();
    closeChat();
    vi.advanceTimersByTime(300);
    await flush();
    server.send('/chat', 'chat-end', { reason: 'removed' });
    await flush();
    closeChat();
    vi.advanceTimersByTime(60_000);
    await flush();
    expect(told).toEqual(['connected user', 'lost', 'connected user', 'ended removed']);
  });

  it('5. refuses requests while there is no connection, and ends with the session', async () => {
    const { chat, server, flush, told } = setUp();
    await expect(chat.request('typing', { roomId: 'room' })).rejects.toMatchObject({ code: 'offline' });
    server.setState(live);
    await flush();
    server.setState({ kind: 'ended', reason: 'taken_over', code: null });
    server.setState(live);
    await flush();
    expect(told).toEqual(['connected user', 'ended taken_over', 'connected user']);
  });
});
