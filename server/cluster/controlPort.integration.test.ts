import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { listen } from '../http/listen.ts';
import { silentLogger } from '../observability/Logger.ts';
import { controlPaths } from './controlMessages.ts';
import { busySpaceId, controlPortContract, livePeople } from './controlPort.contract.ts';
import { createControlHandler } from './createControlHandler.ts';
import { createHttpControlPort } from './createHttpControlPort.ts';
import { sign } from './signature.ts';

const secret = 'a secret of the test';

async function serve(): Promise<{ server: Server; baseUrl: string }> {
  const handle = createControlHandler({ control: livePeople, secret, logger: silentLogger });
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end();
  });
  return { server, baseUrl: `http://localhost:${await listen(server, 0)}` };
}

const closed = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));

controlPortContract('signed HTTP', async () => {
  const { server, baseUrl } = await serve();
  return { control: createHttpControlPort({ baseUrl, secret }), close: () => closed(server) };
});

describe('signed HTTP', () => {
  let server: Server;
  let baseUrl: string;

  beforeAll(async () => {
    ({ server, baseUrl } = await serve());
  });
  afterAll(() => closed(server));

  const path = controlPaths.presence;
  const body = JSON.stringify({ spaceId: busySpaceId, limit: 1 });

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
    ['another body', { body: JSON.stringify({ spaceId: busySpaceId, limit: 2 }) }],
    ['another path', { path: `${path}?more=1` }],
    ['an old time', { timestampMs: Date.now() - 31_000 }],
    ['a time to come', { timestampMs: Date.now() + 31_000 }],
    ['another time than was signed', { time: String(Date.now() + 1_000) }],
    ['no time', { time: '' }],
    ['a time that is none', { time: 'NaN' }],
  ])('refuses %s', async (_name, change) => {
    const answer = await send(change);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  it('refuses what is signed and malformed', async () => {
    const malformed = ['{', '[]', '{"spaceId":"x","limit":1}', `{"spaceId":"${busySpaceId}","limit":1e9}`];
    for (const bad of malformed) {
      const timestampMs = Date.now();
      const signature = sign({ method: 'POST', path, timestampMs, body: bad }, secret);
      expect((await send({ body: bad, timestampMs, signature })).status).toBe(400);
    }
  });

  it('refuses a body that is too large, and says so', async () => {
    const answer = await send({ body: 'x'.repeat(200_000) });
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large']);
  });

  it('is refused by a server with another secret', async () => {
    const stranger = createHttpControlPort({ baseUrl, secret: 'another secret' });
    await expect(stranger.presence(busySpaceId, 1)).rejects.toThrow(RefusedError);
  });

  it('says which server cannot be asked', async () => {
    const nobody = createHttpControlPort({ baseUrl: 'http://127.0.0.1:1', secret });
    await expect(nobody.presence(busySpaceId, 1)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(nobody.presence(busySpaceId, 1)).rejects.toThrow('http://127.0.0.1:1');
  });
});
