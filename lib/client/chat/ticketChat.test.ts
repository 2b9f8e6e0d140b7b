import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '#lib/protocol/rest/me.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { RestError } from '../rest/RestError.ts';
import { noPageLife } from '../session/pageLife.ts';
import { RequestError } from '../session/RequestError.ts';
import type { ChatConnectionOptions } from './chatConnection.ts';
import { createTicketChat } from './ticketChat.ts';

const userId = '00000000-0000-7000-8000-000000000001';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const me = (id: string): Me =>
  ({
    user: {
      id,
      name: 'Mira',
      cast: 'mira',
      isGuest: false,
      isOperator: false,
    } as Me['user'],
  }) as Me;

/** Tickets and connections as the scripted answers say, the last one again and again. */
function setUp(
  script: readonly ('open' | RestError | RequestError)[] = ['open'],
  signedInAs: () => string = () => userId,
) {
  const opened: ChatConnectionOptions[] = [];
  const told: string[] = [];
  let tickets = 0;
  const chat = createTicketChat({
    spaceId: 'space',
    userId,
    sessionId: 'session',
    origin: 'http://here',
    random: () => 0.5,
    pageLife: noPageLife,
    rest: {
      me: async () => me(signedInAs()),
      async chatTicket() {
        const answer = script[Math.min(tickets, script.length - 1)];
        tickets += 1;
        if (answer instanceof RestError) throw answer;
        return { ticket: `ticket ${tickets}`, url: '', iceServers: [], protocol: PROTOCOL_VERSION };
      },
    },
    async open(options) {
      const answer = script[Math.min(opened.length, script.length - 1)];
      opened.push(options);
      if (answer instanceof RequestError) throw answer;
      return { request: async () => ({}), close: () => undefined };
    },
  });
  chat.onConnected((id) => told.push(`connected ${id === userId ? 'as me' : id}`));
  chat.onLost(() => told.push('lost'));
  chat.onEnd((reason) => told.push(`ended ${reason}`));
  return { chat, opened, told };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('a chat on a connection of its own', () => {
  it('1. connects to the page’s origin with a fresh ticket each time', async () => {
    const { opened, told } = setUp();
    await settle();
    opened[0]?.onClosed();
    await vi.advanceTimersByTimeAsync(300);
    expect(told).toEqual(['connected as me', 'lost', 'connected as me']);
    expect(opened.map(({ token, url }) => [token, url])).toEqual([
      ['ticket 1', 'http://here'],
      ['ticket 2', 'http://here'],
    ]);
  });

  it('2. waits longer and longer while the server cannot be reached', async () => {
    const { told, opened } = setUp([RestError.offline('x'), RestError.offline('x'), 'open']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toEqual(['connected as me']);
    expect(opened).toHaveLength(1);
  });

  it('3. stays away when it is refused for good', async () => {
    const { told } = setUp([new RestError('banned', 403, 'No.')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['ended banned']);
  });

  it('4. ends when the browser is signed in as somebody else', async () => {
    let who = userId;
    const { told, opened } = setUp(['open'], () => who);
    await settle();
    who = 'somebody else';
    opened[0]?.onClosed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toEqual(['connected as me', 'lost', 'ended signed_out']);
  });

  it('5. hears messages of the connection that it has, and none of an older one', async () => {
    const { chat, opened } = setUp();
    const gone: string[] = [];
    chat.on('room-gone', ({ roomId }) => gone.push(roomId));
    await settle();
    opened[0]?.onMessage('room-gone', { roomId: userId });
    opened[0]?.onClosed();
    opened[0]?.onMessage('room-gone', { roomId: userId });
    expect(gone).toEqual([userId]);
  });

  it('6. comes back after a restart of the server, and stays away when it was signed out', async () => {
    const { told, opened } = setUp();
    await settle();
    opened[0]?.onMessage('chat-end', { reason: 'server_shutdown' });
    await vi.advanceTimersByTimeAsync(300);
    opened[1]?.onMessage('chat-end', { reason: 'signed_out' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['connected as me', 'lost', 'connected as me', 'ended signed_out']);
  });
});
