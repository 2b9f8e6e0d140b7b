import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '#lib/protocol/rest/problem.ts';
import { ticketReplySchema } from '#lib/protocol/rest/realtime.ts';
import { ensurePages, newDataDir, ServerProcess } from './testing/serverProcess.ts';

const started: ServerProcess[] = [];

function start(environment: Record<string, string>, args?: readonly string[]): ServerProcess {
  const server = new ServerProcess(environment, args);
  started.push(server);
  return server;
}

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop('SIGKILL')));
});

const json = { 'content-type': 'application/json' };

/** Enters as a guest. Returns the cookie. */
async function enter(url: string, name: string, cookie = ''): Promise<string> {
  const answer = await fetch(`${url}/api/v1/guests`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ name }),
  });
  expect(answer.status).toBe(201);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function me(
  url: string,
  cookie: string,
): Promise<{ id: string; name: string; isGuest: boolean } | null> {
  const answer = await fetch(`${url}/api/v1/me`, { headers: { cookie } });
  return answer.status === 200 ? (await answer.json()).user : null;
}

async function demoSpace(url: string) {
  const answer = await fetch(`${url}/api/v1/spaces/demo`);
  expect(answer.status).toBe(200);
  return (await answer.json()).space;
}

function requestTicket(url: string, cookie: string, spaceId: string, sessionId: string): Promise<Response> {
  const body = JSON.stringify({ spaceId, sessionId });
  return fetch(`${url}/api/v1/tickets`, { method: 'POST', headers: { ...json, cookie }, body });
}

/** Joins the demo space over Socket.IO as a page does. */
async function enterSpace(url: string, cookie: string) {
  const space = await demoSpace(url);
  const reply = ticketReplySchema.parse(await (await requestTicket(url, cookie, space.id, uuidv7())).json());
  const socket = io(`${reply.url === '' ? url : reply.url}/space`, {
    transports: ['websocket'],
    auth: { token: reply.ticket },
    query: { spaceId: space.id },
    reconnection: false,
  });
  const joined = await socket.timeout(10_000).emitWithAck('join', { spaceId: space.id });
  return { socket, joined, space };
}

// Starting a server takes seconds of computing, and a small machine runs other tests beside this one.
const slow = { timeout: 120_000 };

describe('the whole program in one process', slow, () => {
  const dataDir = newDataDir();
  let server: ServerProcess;
  let url: string;

  beforeAll(async () => {
    await ensurePages();
    server = start({ VICINITY_DATA_DIR: dataDir });
    url = await server.url();
  }, 120_000);

  it('answers /health with what it consists of', async () => {
    const answer = await fetch(`${url}/health`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      role: 'all',
      checks: { database: { status: 'ok' }, media: { status: 'ok' }, spaces: { status: 'ok' } },
    });
  });

  it('serves pages whose scripts all carry the policy’s nonce, another one each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/space/demo', '/no/such/page']) {
      const answer = await fetch(url + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    }
    expect(nonces.size).toBe(3);
  });

  it('sends the security headers', async () => {
    const { headers } = await fetch(url);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain(
      'camera=(self), microphone=(self), display-capture=(self)',
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,}$/);
  });

  it('lets a guest in, keeps who they are when they change their name, and lets them out', async () => {
    const first = await enter(url, 'Alice');
    const alice = await me(url, first);
    expect(alice).toMatchObject({ name: 'Alice', isGuest: true });
    // Whoever is in already keeps the session they have.
    expect(await enter(url, 'Alice Liddell', first)).toBe('');
    expect(await me(url, first)).toEqual({ ...alice, name: 'Alice Liddell' });
    const out = await fetch(`${url}/api/v1/session`, { method: 'DELETE', headers: { cookie: first } });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await me(url, first)).toBeNull();
  });

  it('shows the demo space, with nobody in it', async () => {
    const space = await demoSpace(url);
    expect(space).toMatchObject({
      slug: 'demo',
      name: 'Harbour Studio',
      map: { id: 'office', url: '/maps/office.tmj' },
      hasResident: true,
    });
    expect(space.presence).toEqual({ count: 0, people: [] });
    const byId = await (await fetch(`${url}/api/v1/spaces/${space.id}`)).json();
    expect(byId.space).toEqual(space);
    expect((await fetch(`${url}/api/v1/spaces/nowhere`)).status).toBe(404);
  });

  it('lets somebody with a ticket into the space, and counts them', async () => {
    const { socket, joined, space } = await enterSpace(url, await enter(url, 'Bob'));
    expect(joined).toMatchObject({ space: { id: space.id } });
    expect((await demoSpace(url)).presence).toMatchObject({ count: 1, people: [{ name: 'Bob' }] });
    await socket.emitWithAck('leave', {});
    socket.close();
  });

  it('refuses what it cannot answer, as problem documents', async () => {
    const cookie = await enter(url, 'Carol');
    const guests = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/guests`, { method: 'POST', headers: { ...json, ...headers }, body });
    const { id } = await demoSpace(url);
    const refused: [Promise<Response>, number, string][] = [
      [fetch(`${url}/api/v1/me`), 401, 'unauthorized'],
      [requestTicket(url, '', id, uuidv7()), 401, 'unauthorized'],
      [requestTicket(url, cookie, uuidv7(), uuidv7()), 404, 'not_found'],
      [requestTicket(url, cookie, 'demo', uuidv7()), 400, 'bad_request'],
      [guests('{"name":""}'), 400, 'bad_request'],
      [guests('{'), 400, 'bad_request'],
      [guests(`{"name":"${'x'.repeat(40_000)}"}`), 413, 'too_large'],
      [guests('{"name":"Mallory"}', { origin: 'https://evil.example' }), 403, 'forbidden'],
    ];
    for (const [request, status, code] of refused) {
      const answer = await request;
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(problemSchema.parse(await answer.json())).toMatchObject({ status, code });
    }
  });

  it('refuses too many requests for mail from one address, with a pause', async () => {
    const ask = () =>
      fetch(`${url}/api/v1/password-resets`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ email: 'nobody@example.org' }),
      });
    const answers = await Promise.all(Array.from({ length: 11 }, ask));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemSchema.parse(await refused[0]?.json())).toMatchObject({ code: 'rate_limited' });
  });

  it('refuses a second server on the same data folder, and one on the same port, in one sentence each', async () => {
    const sameFolder = start({ VICINITY_DATA_DIR: dataDir });
    expect(await sameFolder.exitCode()).toBe(1);
    expect(sameFolder.output).toMatch(/^The data folder .* is in use by another Vicinity .*\n$/);
    const otherDir = newDataDir();
    const samePort = start({ VICINITY_DATA_DIR: otherDir, PORT: new URL(url).port });
    expect(await samePort.exitCode()).toBe(1);
    expect(samePort.output).toMatch(/^Port \d+ is taken by .*: stop it, or choose another port/m);
    expect(existsSync(join(otherDir, 'lock'))).toBe(false);
  });

  it('stops when asked to: people are told, nothing is left, and who comes back stands where they stood', async () => {
    const cookie = await enter(url, 'Dora');
    const { socket, joined } = await enterSpace(url, cookie);
    const told: unknown[] = [];
    socket.on('video-call-end', ({ reason }) => told.push(`call: ${reason}`));
    socket.on('session-end', ({ reason }) => told.push(`session: ${reason}`));
    const called = new Promise((resolve) => socket.once('video-call-start', resolve));
    const friend = await enterSpace(url, await enter(url, 'Emil'));
    const { x, y } = friend.joined.self;
    await friend.socket.emitWithAck('move', { x: x + Math.sign(joined.self.x - x), y });
    await called;
    expect(await server.stop('SIGTERM')).toBe(0);
    await expect.poll(() => told).toEqual(['call: server_shutdown', 'session: server_shutdown']);
    friend.socket.close();
    expect(readdirSync(dataDir)).not.toContain('lock');
    expect(server.output).toContain('"msg":"stopped"');
    expect(server.output).not.toContain('"level":"error"');

    const again = start({ VICINITY_DATA_DIR: dataDir });
    const back = await enterSpace(await again.url(), cookie);
    expect(back.joined.self).toMatchObject({ x: joined.self.x, y: joined.self.y });
    back.socket.close();
    expect(await again.stop('SIGINT')).toBe(0);
  });
});

describe('web and realtime as two processes over one data folder', slow, () => {
  it('let people meet', async () => {
    await ensurePages();
    const dataDir = newDataDir();
    const realtime = start({ VICINITY_DATA_DIR: dataDir, VICINITY_ROLE: 'realtime' });
    const realtimeUrl = await realtime.url();
    const web = start({
      VICINITY_DATA_DIR: dataDir,
      VICINITY_ROLE: 'web',
      VICINITY_REALTIME_URL: realtimeUrl,
    });
    const url = await web.url();
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain(`connect-src 'self' ${realtimeUrl} ${realtimeUrl.replace('http', 'ws')};`);
    const { socket } = await enterSpace(url, await enter(url, 'Alice'));
    expect((await demoSpace(url)).presence).toMatchObject({ count: 1, people: [{ name: 'Alice' }] });
    socket.close();
    expect(await web.stop()).toBe(0);
    expect(await realtime.stop()).toBe(0);
    expect(readdirSync(dataDir)).not.toContain('lock');
  });
});

describe('services', slow, () => {
  it('are one instance for the server and for Next’s bundles', async () => {
    await ensurePages();
    const script = `
      import { readConfig } from './server/config.ts';
      import { silentLogger } from './server/observability/Logger.ts';
      import { currentServices, publishServices } from './server/services.ts';
      import { startServer } from './server/startServer.ts';
      const server = await startServer(readConfig(process.env), silentLogger);
      publishServices({ ...currentServices(), signTicket: async () => 'signed by the one instance' });
      console.log('Vicinity is running at ' + server.url);
      process.once('SIGTERM', () => server.close().then(() => process.exit(0)));
    `;
    const args = ['--input-type=module-typescript', '-e', script];
    const server = start({ VICINITY_DATA_DIR: newDataDir() }, args);
    const url = await server.url();
    const { id } = await demoSpace(url);
    const reply = await (await requestTicket(url, await enter(url, 'Alice'), id, uuidv7())).json();
    expect(reply.ticket).toBe('signed by the one instance');
    expect(await server.stop()).toBe(0);
  });
});
