import { createServer, type Server } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatPort } from '../chat/ports.ts';
import { listen } from '../http/listen.ts';
import { silentLogger } from '../observability/Logger.ts';
import { controlPaths } from './controlMessages.ts';
import { controlPortContract } from './controlPort.contract.ts';
import { createControlHandler } from './createControlHandler.ts';
import { createHttpControlPort } from './createHttpControlPort.ts';
import type { ControlPort } from './ports.ts';
import { sign } from './signature.ts';

const secret = 'a secret of the test';

const spaceId = uuidv7();
const by = { id: uuidv7(), name: 'Max', cast: 'leo' };

/** A live part in which nobody is, and that has a bug in one place. */
const emptySpaces: ControlPort = {
  presence: async (spaceIds) => Object.fromEntries(spaceIds.map((id) => [id, { count: 0, people: [] }])),
  participants: async () => [],
  async apply(command) {
    if (command.kind === 'announce') throw new Error('a secret detail');
    throw new RefusedError(command.kind === 'remove' ? 'not_found' : 'unauthorized', 'nobody is here');
  },
};

/** Nothing of the chat is asked here. */
const deafChat: ChatPort = {
  ask: () => Promise.reject(new RefusedError('unavailable', 'there is no chat here')),
};

async function serve(control: ControlPort): Promise<{ server: Server; baseUrl: string }> {
  const handle = createControlHandler({ control, chat: deafChat, secret, logger: silentLogger });
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end();
  });
  return { server, baseUrl: `http://localhost:${await listen(server, 0)}` };
}

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

controlPortContract('signed HTTP', async (live) => {
  const { server, baseUrl } = await serve(live);
  return { control: createHttpControlPort({ baseUrl, secret }), close: () => closed(server) };
});

describe('signed HTTP', () => {
  let server: Server;
  let baseUrl: string;

  beforeAll(async () => {
    ({ server, baseUrl } = await serve(emptySpaces));
  });
  afterAll(() => closed(server));

  const path = controlPaths.presence;
  const body = JSON.stringify({ spaceIds: [spaceId], limit: 1 });

  function send(change: {
    path?: string;
    body?: string;
    timestampMs?: number;
    signature?: string;
    time?: string;
  }) {
    const timestampMs = change.timestampMs ?? Date.now();
    const signature = change.signature ?? sign({ method: 'POST', path, timestampMs, body }, secret);
    const headers = {
      'x-vicinity-time': change.time ?? String(timestampMs),
      'x-vicinity-signature': signature,
    };
    return fetch(baseUrl + (change.path ?? path), { method: 'POST', body: change.body ?? body, headers });
  }

  it('accepts a request that is signed and fresh', async () => {
    expect((await send({})).status).toBe(200);
  });

  it.each([
    ['no signature', { signature: '' }],
    ['a wrong signature', { signature: 'f'.repeat(64) }],
    ['another body', { body: JSON.stringify({ spaceIds: [spaceId], limit: 2 }) }],
    ['another path', { path: `${path}?more=1` }],
    ['an old time', { timestampMs: Date.now() - 31_000 }],
    ['a time to come', { timestampMs: Date.now() + 90_000 }],
    ['another time than was signed', { time: String(Date.now() + 1_000) }],
    ['no time', { time: '' }],
    ['a time that is none', { time: 'NaN' }],
  ])('refuses %s', async (_name, change) => {
    const answer = await send(change);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  it('refuses what is signed and malformed', async () => {
    const { presence, participants, apply } = controlPaths;
    const malformed: [string, string][] = [
      [presence, '{'],
      [presence, '[]'],
      [presence, '{"spaceIds":["x"],"limit":1}'],
      [presence, `{"spaceIds":["${spaceId}"],"limit":1e9}`],
      [participants, '{"spaceId":"x"}'],
      [apply, '{"kind":"nonsense"}'],
      [apply, `{"kind":"standing-changed","spaceId":"${spaceId}"}`],
      [apply, `{"kind":"signed-out","userId":"${spaceId}"}`],
    ];
    for (const [where, bad] of malformed) {
      const timestampMs = Date.now();
      const signature = sign({ method: 'POST', path: where, timestampMs, body: bad }, secret);
      expect((await send({ path: where, body: bad, timestampMs, signature })).status).toBe(400);
    }
  });

  it('refuses a body that is too large, and says so', async () => {
    const answer = await send({ body: 'x'.repeat(300_000) });
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large']);
  });

  it('passes on what the live part refuses, and nothing of what went wrong in it', async () => {
    const control = createHttpControlPort({ baseUrl, secret });
    const userId = uuidv7();
    await expect(control.apply({ kind: 'remove', spaceId, userId, by })).rejects.toMatchObject({
      code: 'not_found',
      message: 'nobody is here',
    });
    await expect(control.apply({ kind: 'mute', spaceId, userId, by })).rejects.toMatchObject({
      code: 'unavailable',
    });
    const failed = control.apply({ kind: 'announce', spaceId, id: uuidv7(), text: 'x', by });
    await expect(failed).rejects.toMatchObject({ code: 'unavailable' });
    await expect(failed).rejects.not.toThrow('secret detail');
  });

  it('is refused by a server with another secret', async () => {
    const stranger = createHttpControlPort({ baseUrl, secret: 'another secret' });
    await expect(stranger.presence([spaceId], 1)).rejects.toThrow(RefusedError);
  });

  it('says which server cannot be asked', async () => {
    const nobody = createHttpControlPort({ baseUrl: 'http://127.0.0.1:1', secret });
    await expect(nobody.presence([spaceId], 1)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(nobody.presence([spaceId], 1)).rejects.toThrow('http://127.0.0.1:1');
  });
});
