import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { ManualClock } from '../clock.ts';
import { MemoryTicketLedger } from '../cluster/memoryTicketLedger.ts';
import { signTicket } from '../people/tickets.ts';
import { createMemoryStore } from '../persistence/memory/createMemoryStore.ts';
import { Admission } from './Admission.ts';
import { Connection } from './Connection.ts';
import { Credentials } from './Credentials.ts';
import { ChatSeats } from './chat/ChatSeats.ts';
import { Dispatcher } from './Dispatcher.ts';
import type { Handlers } from './handlers.ts';
import { MemoryLink } from './memoryLink.ts';
import { defaultRateRules, RateLimits } from './rateLimits.ts';
import type { SessionIdentity } from './Session.ts';
import { createSessionRegistry } from './SessionRegistry.ts';
import { SignIns } from './SignIns.ts';
import { noMedia } from './testing/noMedia.ts';
import { openChat } from './testing/openChat.ts';
import { RecordingLogger } from './testing/RecordingLogger.ts';

const secret = 'a secret of the test that is long enough';
const spaceId = uuidv7();

const ok = () => ({});

const spaceHandlers: Handlers<'/space'> = {
  join: ({ userId, sessionId }) => ({
    space: {
      id: spaceId,
      slug: 's',
      name: 'S',
      mapUrl: '/m',
      speedTilesPerS: 6,
      rangeTiles: 2,
      endRangeTiles: 3,
      isLocked: false,
    },
    self: { entity: 1, userId, sessionId, x: 0, y: 0, facing: 'down', role: 'guest' },
    welcome: null,
    roster: [],
    bubbles: [],
  }),
  move: ok,
  leave: ok,
  'video-call-signaling': ok,
  'video-call-end': ok,
  'video-call-ready': ok,
  'video-call-path-failed': ok,
  'media-state': ok,
  'room-call-join': () => ({ callId: spaceId }),
  'room-call-leave': ok,
};

/** A gateway without transports, with one connection whose handlers a test chooses. */
function open(
  handlers: Partial<Handlers<'/space'>> = {},
  isAllowed = (_: SessionIdentity, right: string) => right !== '',
) {
  const clock = new ManualClock(Date.UTC(2026, 0, 1));
  const sessions = createSessionRegistry();
  const logger = new RecordingLogger();
  const lost: SessionIdentity[] = [];
  const departed: SessionIdentity[] = [];
  const lifecycle = {
    lost: (identity: SessionIdentity) => void lost.push(identity),
    depart(identity: SessionIdentity) {
      departed.push(identity);
      sessions.end(identity.sessionId, 'left');
    },
  };
  const ledger = new MemoryTicketLedger(clock);
  const store = createMemoryStore();
  const signIns = new SignIns({ store, clock });
  const credentials = new Credentials({ store, signIns, ledger, clock, logger, ticketSecret: secret });
  const chatSeats = new ChatSeats(openChat({ store, clock, logger }));
  const admission = new Admission({ sessions, lifecycle, credentials, chatSeats, signIns });
  const all = { '/space': { ...spaceHandlers, ...handlers }, '/media': noMedia };
  const deps = { handlers: all, chatSeats, admission, sessions, isAllowed, clock, logger };
  const dispatcher = new Dispatcher(deps);
  const claims = {
    userId: uuidv7(),
    sessionId: uuidv7(),
    spaceId,
    username: 'Alice',
    loginId: null,
    tokenId: null,
  };

  function connect(): { connection: Connection; link: MemoryLink } {
    const link = new MemoryLink();
    const cancelDeadline = clock.after(10_000, () => link.end('protocol'));
    const limits = new RateLimits(defaultRateRules, clock.nowMs());
    return {
      connection: new Connection({ link, limits, address: '::1', handshakeToken: null, cancelDeadline }),
      link,
    };
  }

  async function join(connection: Connection, who = claims) {
    const token = await signTicket(who, secret, clock.nowMs());
    return dispatcher.dispatch(connection, '/space', 'join', { spaceId: who.spaceId, token });
  }

  return {
    ...connect(),
    connect,
    join,
    claims,
    clock,
    sessions,
    logger,
    lost,
    departed,
    admission,
    dispatcher,
  };
}

const refused = (code: string) => ({ kind: 'refused', error: expect.objectContaining({ code }) });

describe('dispatcher', () => {
  it('1. hands the identity of the ticket and the parsed payload to the handler', async () => {
    const calls: unknown[] = [];
    const { dispatcher, connection, join, claims } = open({
      move(session, payload) {
        calls.push([session, payload]);
        return {};
      },
    });
    await join(connection);
    const payload = { x: 1, y: 2, userId: 'somebody else' };
    expect(await dispatcher.dispatch(connection, '/space', 'move', payload)).toMatchObject({
      kind: 'reply',
      reply: {},
    });
    expect(calls).toEqual([[claims, { x: 1, y: 2 }]]);
  });

  it('2. what a handler refuses reaches the client with its code', async () => {
    const { dispatcher, connection, join } = open({
      move() {
        throw new RefusedError('blocked_tile', 'a wall');
      },
    });
    await join(connection);
    expect(await dispatcher.dispatch(connection, '/space', 'move', { x: 1, y: 2 })).toEqual(
      refused('blocked_tile'),
    );
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('secret detail');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret detail'))],
  ])(
    '3. a handler that %s is answered as internal, logged with the same id, and tells no detail',
    async (_name, move) => {
      const { dispatcher, connection, join, logger, claims } = open({ move });
      await join(connection);
      const outcome = await dispatcher.dispatch(connection, '/space', 'move', { x: 1, y: 2 });
      expect(outcome).toEqual(refused('internal'));
      expect(JSON.stringify(outcome)).not.toContain('secret detail');
      const [line] = logger.lines.filter(({ level }) => level === 'error');
      const [, requestId] = /request ([0-9a-f-]{36})/.exec(JSON.stringify(outcome)) ?? [];
      expect(line?.context).toMatchObject({ sessionId: claims.sessionId, event: 'move', requestId });
      expect(await dispatcher.dispatch(connection, '/space', 'leave', {})).toMatchObject({
        kind: 'reply',
        hasLeft: true,
      });
    },
  );

  it('4. asks for the right that the catalogue names', async () => {
    const { dispatcher, connection, join } = open({}, (_session, right) => right !== 'move:self');
    await join(connection);
    expect(await dispatcher.dispatch(connection, '/space', 'move', { x: 1, y: 2 })).toEqual(
      refused('forbidden'),
    );
    expect(await dispatcher.dispatch(connection, '/space', 'leave', {})).toMatchObject({ kind: 'reply' });
  });

  it('5. a session that was ended says nothing any more', async () => {
    const { dispatcher, connection, join, sessions, claims } = open();
    await join(connection);
    sessions.end(claims.sessionId, 'removed');
    expect(await dispatcher.dispatch(connection, '/space', 'move', { x: 1, y: 2 })).toEqual(
      refused('not_joined'),
    );
  });

  it('6. knows for each event which namespace has it', () => {
    const { dispatcher } = open();
    expect(
      ['move', 'join', 'consume', 'joinRoom', 'nonsense'].map((event) => dispatcher.namespaceOf(event)),
    ).toEqual(['/space', '/space', '/media', '/media', '/space']);
  });
});

describe('admission', () => {
  it('7. a refused join can be tried again, within the time for joining', async () => {
    let isOpen = false;
    const { connection, join, link, clock, sessions } = open({
      join(session, payload) {
        if (!isOpen) throw new RefusedError('not_found', 'no such space');
        return spaceHandlers.join(session, payload);
      },
    });
    expect(await join(connection)).toEqual(refused('not_found'));
    expect([sessions.count, link.endedWith]).toEqual([0, null]);
    isOpen = true;
    expect(await join(connection)).toMatchObject({ kind: 'reply' });
    clock.advance(60_000);
    expect(link.endedWith).toBeNull();
  });

  it('8. who never joins is ended', () => {
    const { link, clock } = open();
    clock.advance(10_001);
    expect(link.endedWith).toBe('protocol');
  });

  it('9. a connection that closes while joining leaves no session', async () => {
    const held = Promise.withResolvers<void>();
    const entered = Promise.withResolvers<void>();
    const { connection, join, sessions, admission, lost, claims } = open({
      async join(session, payload) {
        entered.resolve();
        await held.promise;
        return spaceHandlers.join(session, payload);
      },
    });
    const joining = join(connection);
    await entered.promise;
    admission.close(connection);
    held.resolve();
    await joining;
    expect(connection.state.name).toBe('closed');
    expect(sessions.count).toBe(0);
    expect(lost).toEqual([claims]);
  });

  it('10. of two joins at once on one connection the second is refused', async () => {
    const { connection, join } = open();
    const outcomes = await Promise.all([join(connection), join(connection)]);
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['refused', 'reply']);
  });

  it('11. the same tab in another space leaves the first', async () => {
    const { connection, connect, join, claims, departed, sessions, link } = open();
    await join(connection);
    const elsewhere = connect();
    await join(elsewhere.connection, { ...claims, spaceId: uuidv7() });
    expect(departed).toEqual([claims]);
    expect(link.endedWith).toBe('left');
    expect(sessions.isCurrent(claims.sessionId, elsewhere.link)).toBe(true);
  });

  it("12. nobody can take another person's session", async () => {
    const { connection, connect, join, claims, link } = open();
    await join(connection);
    const thief = connect();
    expect(await join(thief.connection, { ...claims, userId: uuidv7() })).toEqual(refused('forbidden'));
    expect(link.endedWith).toBeNull();
  });
});
