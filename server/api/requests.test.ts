import { describe, expect, it } from 'vitest';
import { seedAccount } from '../persistence/testing/seed.ts';
import type { AnyOperation } from './createApi.ts';
import { done, type Fakes, harness, json } from './testing/harness.ts';
import { cookieOf } from './testing/subjects.ts';
import { testConfig } from './testing/testServices.ts';

describe('finding a route', () => {
  it.each(['/nothing', '/', '', '/me/', '/me//tokens', '/spaces/%', '/spaces/%E0%A4%A'])(
    '%j is no address',
    async (path) => {
      expect((await harness({}).ask('GET', path)).status).toBe(404);
    },
  );

  it('says which methods an address takes', async () => {
    const answer = await harness({}).ask('PUT', '/me');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, PATCH']);
    expect(await answer.json()).toMatchObject({
      code: 'method_not_allowed',
      status: 405,
      type: 'about:blank',
    });
  });

  it('prefers words to parameters, and hands parameters on decoded', async () => {
    const seen: unknown[] = [];
    const { ask } = harness({
      previewInvitation: ((context: { params: unknown }) => {
        seen.push(context.params);
        return Promise.resolve({ reply: {} });
      }) as AnyOperation,
    });
    await ask('GET', `/invitations/${'%41'.repeat(30)}`);
    expect(seen).toEqual([{ token: 'A'.repeat(30) }]);
  });

  it('refuses malformed parameters with their path', async () => {
    const { ask, store, services } = harness({ endLogin: done });
    const cookie = await cookieOf(services, await seedAccount(store, 'Alice'));
    expect(await (await ask('DELETE', '/me/logins/1', { cookie })).json()).toMatchObject({
      code: 'bad_request',
      path: 'params.login',
    });
  });
});

describe('a request from elsewhere', () => {
  const guests: Fakes = { enterAsGuest: done };
  const ask = (headers: Record<string, string>, trustedProxies = 0) =>
    harness(guests, { config: { ...testConfig, webOrigins: ['https://other.example'], trustedProxies } }).ask(
      'POST',
      '/guests',
      { host: 'vicinity.example:3000', ...json, ...headers },
      '{"name":"Eve"}',
    );

  it.each<Record<string, string>>([
    {},
    { origin: 'http://vicinity.example:3000' },
    { origin: 'https://other.example' },
    { 'sec-fetch-site': 'same-origin' },
  ])('is answered: %o', async (headers) => {
    expect((await ask(headers)).status).toBe(201);
  });

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://vicinity.example:3000.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused: %o', async (headers) => {
    expect(await (await ask(headers)).json()).toMatchObject({ code: 'forbidden', status: 403 });
  });

  it('is judged by the proxy’s word about the host, where there is a proxy', async () => {
    const headers = { origin: 'https://public.example', 'x-forwarded-host': 'public.example' };
    expect((await ask(headers, 1)).status).toBe(201);
    expect((await ask(headers, 0)).status).toBe(403);
  });

  it('gets no permission to read across origins', async () => {
    const answer = await ask({ origin: 'https://other.example' });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a body', () => {
  const post = (body: BodyInit, headers: Record<string, string> = json) =>
    harness({ enterAsGuest: done }).ask('POST', '/guests', headers, body);

  it.each<[BodyInit, string, string | undefined]>([
    ['{', 'bad_request', undefined],
    ['[]', 'bad_request', undefined],
    ['null', 'bad_request', undefined],
    ['{"name":7}', 'bad_request', 'name'],
    ['{}', 'bad_request', 'name'],
    ['', 'bad_request', 'name'],
    ['{"name":"a\\nb"}', 'bad_request', 'name'],
    ['{"name":"\\ud800"}', 'bad_request', 'name'],
    ['{"name":"\\u202egnp.exe"}', 'bad_request', 'name'],
    [`{"name":"${'x'.repeat(41)}"}`, 'bad_request', 'name'],
    [`{"name":"${'x'.repeat(40_000)}"}`, 'too_large', undefined],
    ['['.repeat(30_000), 'bad_request', undefined],
    [new Uint8Array([0x22, 0xff, 0x22]), 'bad_request', undefined],
  ])('%.30j is refused', async (body, code, path) => {
    const problem = await (await post(body)).json();
    expect([problem.code, problem.path]).toEqual([code, path]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'as %j is refused',
    async (type) => {
      expect((await post('{"name":"Eve"}', { 'content-type': type })).status).toBe(415);
    },
  );

  it('is taken in other spellings of JSON', async () => {
    expect((await post('{"name":"Eve"}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(
      201,
    );
    expect((await post('{"name":"Eve"}', { 'content-type': 'application/merge-patch+json' })).status).toBe(
      201,
    );
  });

  it('brings nothing that was not asked for', async () => {
    const seen: unknown[] = [];
    const keep = (context: { body: unknown }) => {
      seen.push(context.body);
      return Promise.resolve({ reply: {} });
    };
    const { ask } = harness({ enterAsGuest: keep as AnyOperation });
    await ask(
      'POST',
      '/guests',
      json,
      '{"name":"Eve","isOperator":true,"id":"x","__proto__":{"isOperator":true}}',
    );
    expect(seen).toEqual([{ name: 'Eve' }]);
  });
});

describe('a query', () => {
  it.each([
    ['?limit=0', 'query.limit'],
    ['?limit=101', 'query.limit'],
    ['?limit=x', 'query.limit'],
    ['?limit=1.5', 'query.limit'],
    ['?limit=1&limit=2', 'query.limit'],
    ['?cursor=..%2F', 'query.cursor'],
  ])('%s is refused', async (query, path) => {
    expect(
      await (await harness({ listPublicSpaces: done }).ask('GET', `/spaces${query}`)).json(),
    ).toMatchObject({ code: 'bad_request', path });
  });
});

describe('a host that is none', () => {
  it.each(['[', 'a b', 'a:99999', '<script>', ''])('is refused before anything is made: %j', async (host) => {
    const { ask } = harness({});
    const answer = await ask('POST', '/accounts', { ...json, host }, '{}');
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'bad_request']);
  });
});
