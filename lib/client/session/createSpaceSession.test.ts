import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import { wireError } from '#lib/protocol/errors.ts';
import { encodePositions } from '#lib/protocol/positionsFrame.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { RestError } from '../rest/RestError.ts';
import type { Connection, ConnectionOptions } from './connection.ts';
import { createSpaceSession, waitAtDoorMs } from './createSpaceSession.ts';
import type { PageLife } from './pageLife.ts';
import { RequestError } from './RequestError.ts';
import type { SessionState } from './SessionState.ts';

const spaceId = '00000000-0000-4000-8000-0000000000aa';
const sessionId = '00000000-0000-4000-8000-0000000000bb';
const userId = '00000000-0000-4000-8000-0000000000cc';

const joinReply = {
  space: {
    id: spaceId,
    slug: 's',
    name: 'S',
    mapUrl: '/m.tmj',
    speedTilesPerS: 6,
    rangeTiles: 2,
    endRangeTiles: 3,
    isLocked: false,
  },
  self: { entity: 1, userId, sessionId, x: 2, y: 2, facing: 'down', role: 'guest' },
  welcome: null,
  roster: [],
  bubbles: [],
};

/** A server in memory: every attempt takes the next of the scripted answers, the last one again and again. */
function setUp(script: readonly ('join' | 'lost' | RequestError | RestError)[]) {
  const attempts: ConnectionOptions[] = [];
  const emitted: [Namespace, string][] = [];
  const warnings: string[] = [];
  const page = createPage();
  let protocol = PROTOCOL_VERSION;
  let tickets = 0;
  const session = createSpaceSession({
    spaceId,
    sessionId,
    origin: 'http://here',
    random: () => 0.5,
    pageLife: page.life,
    warn: (text) => warnings.push(text),
    rest: {
      ticket() {
        const answer = script[Math.min(tickets, script.length - 1)];
        tickets += 1;
        if (answer instanceof RestError) return Promise.reject(answer);
        return Promise.resolve({ ticket: `ticket ${tickets}`, url: '', iceServers: [], protocol });
      },
    },
    open(options) {
      const answer = script[Math.min(attempts.length, script.length - 1)];
      attempts.push(options);
      return answer === 'lost'
        ? Promise.reject(RequestError.offline('connect'))
        : Promise.resolve(connectionOf(answer));
    },
  });

  function connectionOf(answer: (typeof script)[number] | undefined): Connection {
    return {
      request: (_namespace, event) => {
        if (answer instanceof RequestError) return Promise.reject(answer);
        return Promise.resolve(event === 'join' ? joinReply : { error: wireError('not_in_call', 'no call') });
      },
      openMedia: () => Promise.resolve(),
      openChat: () => Promise.resolve(),
      emit: (namespace, event) => emitted.push([namespace, event]),
      close: () => undefined,
    };
  }

  return {
    session,
    attempts,
    emitted,
    warnings,
    page,
    tickets: () => tickets,
    speak(version: number) {
      protocol = version;
    },
    states(): SessionState[] {
      const seen: SessionState[] = [];
      session.onState((state) => seen.push(state));
      return seen;
    },
  };
}

function createPage() {
  const nothing = () => undefined;
  const handlers: Record<'wake' | 'hide' | 'return', () => void> = {
    wake: nothing,
    hide: nothing,
    return: nothing,
  };
  const hear = (name: keyof typeof handlers) => (handler: () => void) => {
    handlers[name] = handler;
    return () => undefined;
  };
  const life: PageLife = { onWake: hear('wake'), onHide: hear('hide'), onReturn: hear('return') };
  return { life, handlers };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('space session', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes a ticket, connects and joins', async () => {
    const { session, attempts, states } = setUp(['join']);
    const seen = states();
    session.start();
    await settled();
    expect(seen.map((state) => state.kind)).toEqual(['connecting', 'live']);
    expect(attempts.map(({ url, token }) => [url, token])).toEqual([['http://here', 'ticket 1']]);
  });

  it('delivers what arrived before the join was answered after it', async () => {
    const { session, attempts } = setUp(['join']);
    const heard: string[] = [];
    session.onJoined(() => heard.push('joined'));
    session.on('/space', 'positions', (frame) => heard.push(`tick ${frame.tick}`));
    session.start();
    await Promise.resolve();
    await Promise.resolve();
    attempts[0]?.onMessage(
      '/space',
      'positions',
      encodePositions({ tick: 7, zone: 0, isWhole: true, people: [] }),
    );
    await settled();
    expect(heard).toEqual(['joined', 'tick 7']);
  });

  it('comes back with a fresh ticket after pauses that grow', async () => {
    const { session, attempts, states } = setUp(['join', 'lost', 'lost', 'join']);
    session.start();
    await settled();
    const seen = states();
    attempts[0]?.onClosed('transport close');
    await vi.advanceTimersByTimeAsync(224);
    expect(attempts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(450 + 900);
    expect(attempts).toHaveLength(4);
    expect(new Set(attempts.map((attempt) => attempt.token)).size).toBe(4);
    expect(seen.at(-1)?.kind).toBe('live');
    expect(seen.flatMap((state) => (state.kind === 'reconnecting' ? [state.attempt] : []))).toEqual([
      1, 2, 3,
    ]);
  });

  it('tries at once when the page wakes', async () => {
    const { session, attempts, page } = setUp(['join', 'join']);
    session.start();
    await settled();
    attempts[0]?.onClosed('ping timeout');
    page.handlers.wake();
    await settled();
    expect(attempts).toHaveLength(2);
    expect(session.state().kind).toBe('live');
  });

  it('fetches another ticket at once when the first was stale', async () => {
    const stale = RequestError.refused('join', wireError('ticket_expired', 'too old'));
    const { session, tickets } = setUp([stale, 'join']);
    session.start();
    await settled();
    expect(tickets()).toBe(2);
    expect(session.state().kind).toBe('live');
  });

  it('ends when another tab took over, and takes back when asked', async () => {
    const { session, attempts } = setUp(['join']);
    session.start();
    await settled();
    attempts[0]?.onMessage('/space', 'session-end', { reason: 'taken_over' });
    attempts[0]?.onClosed('io server disconnect');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.state()).toEqual({ kind: 'ended', reason: 'taken_over', code: null });
    expect(attempts).toHaveLength(1);
    session.takeBack();
    await settled();
    expect(session.state().kind).toBe('live');
  });

  it('reconnects by itself after a shutdown of the server', async () => {
    const { session, attempts } = setUp(['join']);
    session.start();
    await settled();
    attempts[0]?.onMessage('/space', 'session-end', { reason: 'server_shutdown' });
    attempts[0]?.onClosed('io server disconnect');
    await vi.advanceTimersByTimeAsync(300);
    expect(attempts).toHaveLength(2);
    expect(session.state().kind).toBe('live');
  });

  it('asks for a reload when the server speaks another version', async () => {
    const { session, speak } = setUp(['join']);
    speak(PROTOCOL_VERSION + 1);
    session.start();
    await settled();
    expect(session.state()).toEqual({ kind: 'ended', reason: 'reload_needed', code: null });
  });

  it('stays away when the ticket is refused for good', async () => {
    const { session } = setUp([new RestError('unauthorized', 401, 'who are you')]);
    session.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.state()).toEqual({ kind: 'ended', reason: 'refused', code: 'unauthorized' });
  });

  it('ends for good when banned, with the moderator’s words and the time', async () => {
    const { session, attempts } = setUp(['join']);
    session.start();
    await settled();
    const until = '2026-11-22T08:00:00.000Z';
    attempts[0]?.onMessage('/space', 'session-end', { reason: 'banned', detail: 'Too loud', until });
    await vi.advanceTimersByTimeAsync(60_000);
    const ban = { detail: 'Too loud', until };
    expect(session.state()).toEqual({ kind: 'ended', reason: 'banned', code: null, ban });
    expect(attempts).toHaveLength(1);
  });

  it.each(['signed_out', 'space_closed', 'removed'] as const)('stays away after %s', async (reason) => {
    const { session, attempts } = setUp(['join']);
    session.start();
    await settled();
    attempts[0]?.onMessage('/space', 'session-end', { reason });
    attempts[0]?.onClosed('io server disconnect');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.state()).toEqual({ kind: 'ended', reason, code: null });
    expect(attempts).toHaveLength(1);
  });

  it('waits at the door of a full space and is let in when it asks again', async () => {
    const { session, tickets } = setUp([new RestError('space_full', 403, 'full'), 'join']);
    session.start();
    await settled();
    const retryAtMs = Date.now() + waitAtDoorMs;
    expect(session.state()).toEqual({ kind: 'waiting', reason: 'space_full', retryAtMs });
    await vi.advanceTimersByTimeAsync(waitAtDoorMs - 1);
    expect(tickets()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(session.state().kind).toBe('live');
  });

  it('asks a locked space again at once when told to, and waits on when it stays locked', async () => {
    const locked = RequestError.refused('join', wireError('space_locked', 'locked'));
    const { session, tickets } = setUp([locked]);
    session.start();
    await settled();
    session.takeBack();
    await settled();
    expect(tickets()).toBe(2);
    expect(session.state()).toMatchObject({ kind: 'waiting', reason: 'space_locked' });
    session.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tickets()).toBe(2);
  });

  it('leaves before the page is gone, and returns with it', async () => {
    const { session, emitted, page } = setUp(['join']);
    session.start();
    await settled();
    page.handlers.hide();
    expect(emitted).toEqual([['/space', 'leave']]);
    expect(session.state()).toMatchObject({ kind: 'ended', reason: 'left' });
    page.handlers.return();
    await settled();
    expect(session.state().kind).toBe('live');
  });

  it('stays ended when a page that had ended before comes back', async () => {
    const { session, attempts, page } = setUp(['join']);
    session.start();
    await settled();
    attempts[0]?.onMessage('/space', 'session-end', { reason: 'taken_over' });
    page.handlers.hide();
    page.handlers.return();
    await settled();
    expect(session.state()).toMatchObject({ kind: 'ended', reason: 'taken_over' });
  });

  it('throws the server’s code for a refused request and offline without a connection', async () => {
    const { session } = setUp(['join']);
    const ask = () => session.request('/space', 'media-state', { audio: true, video: false });
    await expect(ask()).rejects.toMatchObject({ code: 'offline' });
    session.start();
    await settled();
    await expect(ask()).rejects.toMatchObject({ code: 'not_in_call', isTransient: false });
  });

  it('drops what does not fit the catalogue with one warning', async () => {
    const { session, attempts, warnings } = setUp(['join']);
    const heard: unknown[] = [];
    session.on('/space', 'bubbles', (bubbles) => heard.push(bubbles));
    session.start();
    await settled();
    attempts[0]?.onMessage('/space', 'bubbles', { bubbles: 'none' });
    attempts[0]?.onMessage('/space', 'bubbles', { bubbles: 3 });
    attempts[0]?.onMessage('/space', 'positions', new Uint8Array(3));
    attempts[0]?.onMessage('/space', 'no-such-event', {});
    expect(heard).toEqual([]);
    expect(warnings).toHaveLength(3);
  });
});
