import { once } from 'node:events';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { UnsecuredJWT } from 'jose';
import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { residentIdentity } from '#lib/domain/resident.ts';
import { signTicket, type TicketClaims } from '../people/tickets.ts';
import { eventually } from './testing/eventually.ts';
import { GatewayHarness, type Wire } from './testing/GatewayHarness.ts';
import { JsonClient, SocketIoClient, type TestClient } from './testing/testClients.ts';

const wires: readonly Wire[] = ['socket.io', 'ws'];

interface Walker {
  readonly claims: TicketClaims;
  readonly client: TestClient;
  x: number;
  seq: number;
}

let harness: GatewayHarness;
let walkers: Walker[];

async function startWalker(name: string, wire: Wire): Promise<Walker> {
  const claims = await harness.person(name);
  const client = await harness.enter(wire, claims);
  return { claims, client, x: 1, seq: 0 };
}

/** The two who have nothing to do with it still walk, and see each other do so. */
async function expectUndisturbed(): Promise<void> {
  for (const walker of walkers) {
    const [other] = walkers.filter((one) => one !== walker);
    const before = other?.client.received('positions').length ?? 0;
    const to = walker.x === 1 ? 2 : 1;
    walker.seq += 1;
    const y = walkers.indexOf(walker) + 1;
    const answer = await walker.client.ask('move', { x: to, y, seq: walker.seq });
    expect(answer.error).toBeUndefined();
    walker.x = to;
    await eventually(() => other?.client.received('positions').length ?? 0).toBeGreaterThan(before);
  }
}

/** Nothing is left of anybody but the two. */
async function expectNothingLeft(): Promise<void> {
  await eventually(() => harness.gateway.connectionCount).toBe(walkers.length);
  await eventually(() => harness.sessions.count).toBe(walkers.length);
}

beforeEach(async () => {
  harness = await GatewayHarness.start();
  walkers = [await startWalker('Alice', 'socket.io'), await startWalker('Bob', 'ws')];
});

afterEach(async () => {
  await expectUndisturbed();
  await expectNothingLeft();
  expect(harness.logger.lines.filter((line) => line.level === 'error')).toEqual([]);
  await harness.stop();
  expect(harness.sessions.count).toBe(0);
  expect(harness.gateway.connectionCount).toBe(0);
  expect(harness.directory.count).toBe(0);
});

describe.each(wires)('tickets over %s', (wire) => {
  async function joinWith(token: string | undefined): Promise<string | undefined> {
    const client = await harness.connect(wire);
    const answer = await client.ask('join', { spaceId: harness.space.id, token });
    client.close();
    return answer.error?.code;
  }

  it('no ticket', async () => {
    expect(await joinWith(undefined)).toBe('unauthorized');
  });

  it('an expired one', async () => {
    const claims = await harness.person('Eve');
    expect(await joinWith(await harness.ticket(claims, Date.now() - 120_000))).toBe('ticket_expired');
  });

  it('a used one', async () => {
    const claims = await harness.person('Eve');
    const ticket = await harness.ticket(claims);
    expect(await joinWith(ticket)).toBeUndefined();
    expect(await joinWith(ticket)).toBe('ticket_used');
  });

  it('a foreign signature', async () => {
    const claims = await harness.person('Eve');
    expect(await joinWith(await signTicket(claims, 'somebody else has another secret', Date.now()))).toBe(
      'unauthorized',
    );
  });

  it('algorithm none', async () => {
    const { userId, sessionId, spaceId } = await harness.person('Eve');
    const unsigned = new UnsecuredJWT({
      sub: userId,
      sid: sessionId,
      space: spaceId,
      name: 'Eve',
      jti: uuidv7(),
    });
    expect(
      await joinWith(
        unsigned.setAudience('vicinity-realtime').setIssuedAt().setExpirationTime('60s').encode(),
      ),
    ).toBe('unauthorized');
  });

  it('a ticket for another space', async () => {
    const claims = { ...(await harness.person('Eve')), spaceId: uuidv7() };
    expect(await joinWith(await harness.ticket(claims))).toBe('ticket_wrong_space');
  });

  it("a ticket that names the resident's session", async () => {
    const claims = { ...(await harness.person('Eve')), sessionId: residentIdentity.sessionId };
    expect(await joinWith(await harness.ticket(claims))).toBe('forbidden');
  });

  it("a ticket that names somebody else's session", async () => {
    const sessionId = walkers[0]?.claims.sessionId ?? '';
    const claims = { ...(await harness.person('Eve')), sessionId };
    expect(await joinWith(await harness.ticket(claims))).toBe('forbidden');
  });
});

describe.each(wires)('messages over %s', (wire) => {
  let eve: TestClient;
  let claims: TicketClaims;

  beforeEach(async () => {
    claims = await harness.person('Eve');
    eve = await harness.enter(wire, claims);
    if (eve instanceof SocketIoClient) await eve.openMedia();
  });

  afterEach(() => eve.close());

  it.each([
    ['an event nobody knows', 'make-me-admin', {}, 'unknown_event'],
    ['an event with a special name', 'error', {}, 'unknown_event'],
    ['a name from the prototype', 'constructor', {}, 'unknown_event'],
    ['no payload', 'move', undefined, 'bad_request'],
    ['a list for an object', 'move', [1, 2], 'bad_request'],
    ['text for a number', 'move', { x: '1', y: 1 }, 'bad_request'],
    ['half a tile', 'move', { x: 1.5, y: 1 }, 'bad_request'],
    ['a second join', 'join', { spaceId: uuidv7(), token: 'x' }, 'already_joined'],
    ['a move into a wall', 'move', { x: 2, y: 0 }, 'blocked_tile'],
    ['nesting', 'media-state', JSON.parse(nested(100)), 'too_large'],
    ['a jump', 'move', { x: 15, y: 5 }, 'too_fast'],
    ['signaling in no call', 'video-call-signaling', signal(uuidv7(), uuidv7()), 'not_in_call'],
    ['ending a call of others', 'video-call-end', { callId: uuidv7() }, 'not_in_call'],
    ['a media room of others', 'joinRoom', { roomId: uuidv7() }, 'not_in_call'],
    [
      'more values than any message has',
      'media-state',
      { list: Array.from({ length: 11_000 }, () => 1) },
      'too_large',
    ],
  ])('%s is refused', async (_name, event, payload, code) => {
    const answer = await eve.ask(event, payload);
    expect(answer.error?.code).toBe(code);
    expect((await eve.ask('media-state', { audio: true, video: true })).error).toBeUndefined();
  });

  it('malformed input names the field', async () => {
    expect((await eve.ask('move', { x: 1, y: 'north' })).error?.path).toBe('payload.y');
  });

  it('a message without a wish for an answer is refused by a problem', async () => {
    eve.tell('make-me-admin', {});
    await eventually(() => eve.received('problem')).toEqual([
      { event: 'make-me-admin', error: expect.objectContaining({ code: 'unknown_event' }) },
    ]);
  });

  it('a megabyte closes the connection', async () => {
    eve.tell('media-state', { text: 'x'.repeat(1_000_000) });
    await eventually(() => eve.isOpen).toBe(false);
  });

  it('of 1 000 moves at once a few are applied and the rest refused', async () => {
    const { x, y } = await placeOf(eve);
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) => eve.ask('move', { x, y, seq: i + 1, more: true })),
    );
    const applied = answers.filter((answer) => answer.error === undefined);
    const codes = new Set(answers.flatMap((answer) => answer.error?.code ?? []));
    expect(applied.length).toBeLessThan(20);
    expect(codes).toEqual(new Set(['too_fast']));
  });

  it('far too many messages end the session', async () => {
    for (let i = 0; i < 8_000; i += 1) eve.tell('move', { x: 1, y: 1 });
    await eventually(() => eve.received('session-end')).toEqual([{ reason: 'abuse' }]);
    await eventually(() => eve.isOpen).toBe(false);
  });

  it('who goes on after that is not heard', async () => {
    const flood = () => {
      for (let i = 0; i < 8_000; i += 1) eve.tell('move', { x: 1, y: 1 });
    };
    // A client that does not close its side of the connection when the server closes its own.
    if (eve instanceof JsonClient) eve.socket.close = () => undefined;
    flood();
    await eventually(() => eve.received('session-end')).toEqual([{ reason: 'abuse' }]);
    flood();
    eve.close();
    await expectNothingLeft();
    const warnings = harness.logger.lines.filter(({ message }) => message.includes('too many messages'));
    expect(warnings).toHaveLength(1);
  });

  it('other messages than moves have a limit of their own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => eve.ask('media-state', { audio: true, video: false })),
    );
    expect(new Set(answers.flatMap((answer) => answer.error?.code ?? []))).toEqual(new Set(['rate_limited']));
  });

  it('twelve tabs of one person: the last one stays, the others are told', async () => {
    const tabs: TestClient[] = [eve];
    for (let i = 0; i < 11; i += 1) {
      tabs.push(await harness.enter(wire, { ...claims, sessionId: uuidv7() }));
    }
    const last = tabs.at(-1);
    await eventually(() => tabs.filter((tab) => tab.isOpen)).toEqual([last]);
    const told = tabs.slice(0, -1).map((tab) => tab.received('session-end'));
    expect(told).toEqual(told.map(() => [{ reason: 'taken_over' }]));
    expect(harness.sessions.count).toBe(walkers.length + 1);
    last?.close();
  });
});

describe('connections', () => {
  it('who does not join in time is let go', async () => {
    const patient = await GatewayHarness.start({ settings: { joinTimeoutMs: 50 } });
    for (const wire of wires) {
      const client = await patient.connect(wire);
      await eventually(() => client.received('session-end')).toEqual([{ reason: 'protocol' }]);
      await eventually(() => client.isOpen).toBe(false);
    }
    await eventually(() => patient.gateway.connectionCount).toBe(0);
    await patient.stop();
  });

  it('who does not answer pings is let go', async () => {
    const strict = await GatewayHarness.start({ settings: { pingIntervalMs: 50, pingTimeoutMs: 50 } });
    const socket = new WebSocket(`ws://127.0.0.1:${strict.port}/ws`, { autoPong: false });
    const isClosed = new Promise((resolve) => socket.on('close', resolve));
    await isClosed;
    await eventually(() => strict.gateway.connectionCount).toBe(0);
    await strict.stop();
  });

  it.each(wires)('a page of a foreign origin is refused over %s, one of our own is not', async (wire) => {
    await expect(harness.connect(wire, { headers: { origin: 'https://evil.example' } })).rejects.toThrow();
    const own = await harness.connect(wire, { headers: { origin: `http://127.0.0.1:${harness.port}` } });
    own.close();
  });

  it.each(wires)('messages before joining are refused over %s', async (wire) => {
    const client = await harness.connect(wire);
    expect((await client.ask('move', { x: 1, y: 1 })).error?.code).toBe('not_joined');
    client.close();
  });

  it('/media and the default namespace are closed to who has not joined', async () => {
    const client = await SocketIoClient.open(harness.port);
    await expect(client.openMedia()).rejects.toMatchObject({ data: { code: 'unauthorized' } });
    client.close();
    const root = io(`http://127.0.0.1:${harness.port}/`, { transports: ['websocket'], reconnection: false });
    const refusal = await new Promise((resolve) => root.once('connect_error', resolve));
    expect(refusal).toMatchObject({ data: { code: 'unauthorized' } });
    root.close();
  });

  it('polling is not served', async () => {
    const response = await fetch(`http://127.0.0.1:${harness.port}/socket.io/?EIO=4&transport=polling`);
    expect(response.status).toBe(400);
  });

  it('binary garbage is refused, and broken frames close the connection', async () => {
    const client = await JsonClient.open(harness.port);
    client.socket.send(Uint8Array.of(0, 255, 1, 254));
    await eventually(() => client.received('problem')).toEqual([
      { event: '', error: expect.objectContaining({ code: 'bad_request' }) },
    ]);
    client.close();
    for (const garbage of [
      '4not json',
      '42/space,["move"',
      '\u0000',
      '451-/space,["move",{"_placeholder":true,"num":9}]',
    ]) {
      const raw = new WebSocket(`ws://127.0.0.1:${harness.port}/socket.io/?EIO=4&transport=websocket`);
      await new Promise((resolve) => raw.once('message', resolve));
      raw.send('40/space,{}');
      await new Promise((resolve) => raw.once('message', resolve));
      raw.send(garbage);
      raw.send(Uint8Array.of(1, 2, 3));
      await new Promise((resolve) => raw.once('close', resolve));
    }
  });

  it('nesting that no recursion survives is refused before anything walks it', async () => {
    const plain = new WebSocket(`ws://127.0.0.1:${harness.port}/ws`);
    await once(plain, 'open');
    plain.send(`{"type":"move","id":1,"payload":${nested(15_000)}}`);
    expect(String(await once(plain, 'message'))).toContain('"code":"too_large"');
    plain.close();
    const engine = new WebSocket(`ws://127.0.0.1:${harness.port}/socket.io/?EIO=4&transport=websocket`);
    await once(engine, 'message');
    engine.send('40/space,{}');
    await once(engine, 'message');
    engine.send(`42/space,1["move",${nested(15_000)}]`);
    expect(String(await once(engine, 'message'))).toContain('"code":"too_large"');
    engine.close();
  });

  it('a connection that asks for several places at once is closed', async () => {
    const raw = new WebSocket(`ws://127.0.0.1:${harness.port}/socket.io/?EIO=4&transport=websocket`);
    const isOpen = once(raw, 'message');
    const [{ socket }] = await once(raw, 'upgrade');
    await isOpen;
    const isClosed = once(raw, 'close');
    socket.cork();
    for (let i = 0; i < 50; i += 1) raw.send('40/space,{}');
    socket.uncork();
    await isClosed;
    await eventually(() => harness.gateway.connectionCount).toBe(walkers.length);
    await eventually(() => harness.gateway.connectionCount).toBe(walkers.length);
  });

  it('bytes inside a message are refused', async () => {
    const client = await SocketIoClient.open(harness.port);
    expect(
      (await client.ask('join', { spaceId: Buffer.from('x'), token: Buffer.from('y') })).error?.code,
    ).toBe('bad_request');
    client.close();
  });

  it.each(wires)('leaving is answered, and the connection closes after it, over %s', async (wire) => {
    const client = await harness.enter(wire, await harness.person('Carol'));
    expect((await client.ask('leave', {})).error).toBeUndefined();
    await eventually(() => client.received('session-end')).toEqual([{ reason: 'left' }]);
    await eventually(() => client.isOpen).toBe(false);
  });

  it('other upgrades are left to those who listen for them', async () => {
    const heard = new Promise<string>((resolve) => {
      harness.server.on('upgrade', (request, socket) => {
        if (request.url !== '/_next/webpack-hmr') return;
        socket.end('HTTP/1.1 418 Ours\r\nConnection: close\r\n\r\n');
        resolve(request.url);
      });
    });
    const socket = new WebSocket(`ws://127.0.0.1:${harness.port}/_next/webpack-hmr`);
    const [error] = await once(socket, 'error');
    expect(await heard).toBe('/_next/webpack-hmr');
    expect(String(error)).toContain('418');
  });

  it.each(['/_next/webpack-hmr', '/socket.iox'])(
    'an upgrade of %s is refused when nobody listens for it',
    async (path) => {
      const socket = new WebSocket(`ws://127.0.0.1:${harness.port}${path}`);
      const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
      expect(error.message).toContain('404');
    },
  );

  it('a client that is gone before its upgrade is refused does no harm', () => {
    const gone = new PassThrough();
    const request = new IncomingMessage(new Socket());
    request.url = '/nowhere';
    harness.server.emit('upgrade', request, gone, Buffer.alloc(0));
    expect(() => gone.emit('error', new Error('read ECONNRESET'))).not.toThrow();
  });

  it('what /media has to say while it is being opened is said once it is open', async () => {
    const claims = await harness.person('Dora');
    const client = await harness.enter('socket.io', claims);
    if (!(client instanceof SocketIoClient)) throw new Error('another client was asked for');
    const told = new Promise((resolve) => client.media.once('roomLost', resolve));
    const roomId = uuidv7();
    harness.sessions.send(claims.sessionId, '/media', 'roomLost', { roomId });
    await client.openMedia();
    expect(await told).toEqual({ roomId });
    client.close();
  });
});

/** An object in an object, `depth` times, as text. */
function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

function signal(callId: string, to: string): object {
  return { callId, epoch: 1, to, data: { description: { type: 'offer', sdp: 'v=0' } } };
}

/** The tile somebody stands on, as the correction of an impossible move says. */
async function placeOf(client: TestClient): Promise<{ x: number; y: number }> {
  await client.ask('move', { x: 0, y: 0 });
  await eventually(() => client.received('correction').length).toBeGreaterThan(0);
  return client.received('correction').at(-1) as { x: number; y: number };
}
