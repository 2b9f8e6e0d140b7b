import { encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { OperationId } from '#lib/protocol/rest/catalogue.ts';
import { createRateLimits } from '../http/rateLimits.ts';
import { StorageError } from '../persistence/StorageError.ts';
import { seedAccount, seedSpace } from '../persistence/testing/seed.ts';
import { type AnyOperation, createApi } from './createApi.ts';
import { cookieOf, tokenOf } from './testing/subjects.ts';
import { createTestServices, testConfig } from './testing/testServices.ts';

type Fakes = Partial<Record<OperationId, AnyOperation>>;

/** An API whose named operations are the test's own; the others must not be reached. */
function harness(fakes: Fakes, overrides: Parameters<typeof createTestServices>[0] = {}) {
  const test = createTestServices(overrides);
  const missing = () => Promise.reject(new Error('this operation is not part of the test'));
  const api = createApi(test.services, (id) => fakes[id] ?? missing);
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    api.handle(
      new Request(`http://here/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
  return { ...test, ask };
}

const json = { 'content-type': 'application/json' };
const done = () => Promise.resolve({ reply: {} });

/** An operation that counts how often it was carried out. */
function counter() {
  const made = { count: 0 };
  const create = () => {
    made.count += 1;
    return Promise.resolve({ reply: { number: made.count } });
  };
  return { made, create };
}

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

describe('what goes wrong inside', () => {
  it.each<[Error, number, string]>([
    [new RefusedError('not_found', 'There is no such map.', 'mapId'), 404, 'not_found'],
    [new RefusedError('wrong_credentials', 'No.'), 401, 'wrong_credentials'],
    [new StorageError('The disk of /srv/secret is full.'), 503, 'unavailable'],
    [new Error('select * from users where /srv/secret'), 500, 'internal'],
  ])('is told as a problem: %s', async (thrown, status, code) => {
    const { ask, logger } = harness({ listMaps: () => Promise.reject(thrown) });
    const answer = await ask('GET', '/maps');
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(text).not.toContain('/srv/secret');
    expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(
      thrown instanceof RefusedError ? 0 : 1,
    );
  });
});

describe('the log', () => {
  it('holds no secret of a link', async () => {
    const { ask, logger } = harness({ previewInvitation: () => Promise.reject(new Error('broken')) });
    expect((await ask('GET', '/invitations/a-very-secret-invitation')).status).toBe(500);
    expect(JSON.stringify(logger.lines)).toContain('previewInvitation');
    expect(JSON.stringify(logger.lines)).not.toContain('a-very-secret-invitation');
  });
});

describe('a host that is none', () => {
  it.each(['[', 'a b', 'a:99999', '<script>', ''])('is refused before anything is made: %j', async (host) => {
    const { ask } = harness({});
    const answer = await ask('POST', '/accounts', { ...json, host }, '{}');
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'bad_request']);
  });
});

describe('tags', () => {
  const getMe = () => Promise.resolve({ reply: { a: 1 }, version: 7 });

  it('save an answer that is known already', async () => {
    const { ask, store, services } = harness({ getMe });
    const cookie = await cookieOf(services, await seedAccount(store, 'Alice'));
    const first = await ask('GET', '/me', { cookie });
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"7\.[\w-]{12}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask('GET', '/me', { cookie, 'if-none-match': known });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    expect((await ask('GET', '/me', { cookie, 'if-none-match': '"7.other"' })).status).toBe(200);
  });

  it('are demanded of edits, and handed on as the version', async () => {
    const seen: unknown[] = [];
    const updateMe = (context: { expectedVersion: unknown }) => {
      seen.push(context.expectedVersion);
      return Promise.resolve({ reply: {}, version: 8 });
    };
    const { ask, store, services } = harness({ updateMe: updateMe as AnyOperation });
    const cookie = await cookieOf(services, await seedAccount(store, 'Alice'));
    const patch = (headers: Record<string, string>) =>
      ask('PATCH', '/me', { cookie, ...json, ...headers }, '{}');
    expect((await patch({})).status).toBe(428);
    for (const tag of ['"x"', '7', '"7"', '"-1.abcdefghijkl"'])
      expect((await patch({ 'if-match': tag })).status).toBe(412);
    expect((await patch({ 'if-match': '"7.abcdefghijkl"' })).status).toBe(200);
    expect((await patch({ 'if-match': '*' })).status).toBe(200);
    expect(seen).toEqual([7, null]);
  });
});

describe('idempotency keys', () => {
  const key = 'a-key-of-mine-1';

  async function creating(create: () => Promise<{ reply: unknown }>) {
    const made = harness({ createSpace: create });
    const alice = await cookieOf(made.services, await seedAccount(made.store, 'Alice'));
    const bob = await cookieOf(made.services, await seedAccount(made.store, 'Bob'));
    const post = (cookie: string, idempotencyKey: string, name = 'Office') =>
      made.ask(
        'POST',
        '/spaces',
        { cookie, ...json, 'idempotency-key': idempotencyKey },
        JSON.stringify({ name, mapId: 'office' }),
      );
    return { ...made, alice, bob, post };
  }

  it('give the first answer again, to the same person only', async () => {
    const { post, alice, bob } = await creating(counter().create);
    const [first, second] = [await post(alice, key), await post(alice, key)];
    expect([await first.json(), await second.json()]).toEqual([{ number: 1 }, { number: 1 }]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await (await post(bob, key)).json()).toEqual({ number: 2 });
  });

  it('make one of many requests at once', async () => {
    const { made, create } = counter();
    const { post, alice } = await creating(create);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(alice, key)));
    expect(made.count).toBe(1);
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
  });

  it('belong to one request', async () => {
    const { post, alice } = await creating(() => Promise.resolve({ reply: {} }));
    await post(alice, key);
    expect(await (await post(alice, key, 'Other')).json()).toMatchObject({
      code: 'conflict',
      path: 'Idempotency-Key',
    });
  });

  it('are given back by a refusal', async () => {
    const answers = [
      () => Promise.reject(new RefusedError('unavailable', 'Later.')),
      () => Promise.resolve({ reply: {} }),
    ];
    const { post, alice } = await creating(() => (answers.shift() ?? answers[0] ?? done)());
    expect((await post(alice, key)).status).toBe(503);
    expect((await post(alice, key)).status).toBe(201);
  });

  it('stay taken when the answer could not be kept: what was asked for is made', async () => {
    const { made, create } = counter();
    const { post, alice, store } = await creating(create);
    const { keep } = store.idempotency;
    store.idempotency.keep = () => Promise.reject(new StorageError('The disk is full.'));
    expect((await post(alice, key)).status).toBe(503);
    store.idempotency.keep = keep;
    expect((await post(alice, key)).status).toBe(409);
    expect(made.count).toBe(1);
  });

  it.each(['short', 'with space in it', 'x'.repeat(101)])('%j is none', async (malformed) => {
    const { post, alice } = await creating(done);
    expect((await post(alice, malformed)).status).toBe(400);
  });

  it('keep no answer in the clear', async () => {
    const made = await creating(() => Promise.resolve({ reply: { path: '/invite/very-secret' } }));
    await made.post(made.alice, key);
    const claim = { actorId: 'nobody', key, operation: 'x', requestHash: 'x' };
    expect(await made.store.idempotency.claim(claim, new Date().toISOString())).toEqual({ state: 'new' });
    const people = await made.store.users.list({ limit: 10, after: null }, 'Alice');
    const own = { ...claim, actorId: people.items[0]?.id ?? '', operation: 'createSpace' };
    expect(JSON.stringify(await made.store.idempotency.claim(own, new Date().toISOString()))).not.toContain(
      'very-secret',
    );
  });
});

describe('budgets', () => {
  it('are told with every answer, and refused with a pause once they are used up', async () => {
    const { ask } = harness({ listMaps: done }, { rateLimits: createRateLimits({ reads: 2 }) });
    const first = await ask('GET', '/maps');
    expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([
      '2',
      '1',
    ]);
    await ask('GET', '/maps');
    const third = await ask('GET', '/maps');
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(third.headers.get('ratelimit-remaining')).toBe('0');
  });

  it('of people who are signed in are their own', async () => {
    const { ask, store, services } = harness({ getMe: done }, { rateLimits: createRateLimits({ reads: 1 }) });
    const [alice, bob] = [
      await cookieOf(services, await seedAccount(store, 'Alice')),
      await cookieOf(services, await seedAccount(store, 'Bob')),
    ];
    expect((await ask('GET', '/me', { cookie: alice })).status).toBe(200);
    expect((await ask('GET', '/me', { cookie: alice })).status).toBe(429);
    expect((await ask('GET', '/me', { cookie: bob })).status).toBe(200);
  });

  it('that guard secrets belong to the address, whoever asks', async () => {
    const { ask, store, services } = harness(
      { deleteMe: done },
      { rateLimits: createRateLimits({ credentials: 1 }) },
    );
    const cookies = [
      await cookieOf(services, await seedAccount(store, 'Alice')),
      await cookieOf(services, await seedAccount(store, 'Bob')),
    ];
    const statuses = [];
    for (const cookie of cookies) {
      statuses.push((await ask('POST', '/me/deletion', { cookie, ...json }, '{"confirmation":"x"}')).status);
    }
    expect(statuses).toEqual([204, 429]);
  });
});

describe('sessions', () => {
  const lasting = { maxAge: 3_600 };

  async function statusWith(token: string): Promise<number> {
    const { ask } = harness({ getMe: done });
    return (await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status;
  }

  it.each(['', 'rubbish', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'])(
    '%j is nobody’s',
    async (token) => {
      expect(await statusWith(token)).toBe(401);
    },
  );

  it('of another secret, or without a login that is open, are nobody’s', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const user = await seedAccount(store, 'Alice');
    const claims = { sub: user.id, name: user.name, lid: uuidv7() };
    for (const secret of ['another secret', testConfig.jwtSecret]) {
      const token = await encode({ token: claims, secret, ...lasting });
      expect((await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status).toBe(401);
    }
    const cookie = await cookieOf(services, user);
    expect((await ask('GET', '/me', { cookie })).status).toBe(200);
    await store.logins.endAll(user.id, null);
    expect((await ask('GET', '/me', { cookie })).status).toBe(401);
  });

  it('cannot be lent to another person', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const [alice, mallory] = [await seedAccount(store, 'Alice'), await seedAccount(store, 'Mallory')];
    await cookieOf(services, mallory);
    const [login] = await store.logins.list(mallory.id, new Date().toISOString());
    const token = await encode({
      token: { sub: alice.id, name: alice.name, lid: login?.id },
      secret: testConfig.jwtSecret,
      ...lasting,
    });
    expect((await ask('GET', '/me', { cookie: `next-auth.session-token=${token}` })).status).toBe(401);
  });

  it('are read by their secure name only, where the page came by HTTPS', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const plain = await cookieOf(services, await seedAccount(store, 'Alice'));
    expect((await ask('GET', '/me', { cookie: plain, 'x-forwarded-proto': 'https' })).status).toBe(401);
    const secure = `__Secure-${plain}`;
    expect((await ask('GET', '/me', { cookie: secure, 'x-forwarded-proto': 'https' })).status).toBe(200);
  });
});

describe('tokens', () => {
  it('end when they are revoked, and count before a cookie', async () => {
    const { ask, store, services } = harness({ getMe: done });
    const [alice, bob] = [await seedAccount(store, 'Alice'), await seedAccount(store, 'Bob')];
    const [cookie, secret] = [await cookieOf(services, bob), await tokenOf(services, alice.id)];
    const authorization = `Bearer ${secret}`;
    expect((await ask('GET', '/me', { authorization })).status).toBe(200);
    const [token] = await store.apiTokens.list(alice.id);
    await store.apiTokens.revoke(alice.id, token?.id ?? '');
    const refused = await ask('GET', '/me', { authorization, cookie });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="vicinity"',
    ]);
  });

  it('need no origin, because no browser sends them by itself', async () => {
    const { ask, store, services } = harness({ createSpace: done });
    const secret = await tokenOf(services, (await seedAccount(store, 'Alice')).id);
    const headers = { authorization: `Bearer ${secret}`, origin: 'https://elsewhere.example', ...json };
    expect((await ask('POST', '/spaces', headers, '{"name":"Office","mapId":"office"}')).status).toBe(201);
  });
});

describe('spaces that a caller may not know of', () => {
  it('look like spaces that do not exist, by id and by slug', async () => {
    const { ask, store, services } = harness({ getSpace: done });
    const { space, people } = await seedSpace(store, { visibility: 'invite' });
    const cookie = await cookieOf(services, people.stranger);
    const answers = [];
    for (const key of [space.id, space.slug, uuidv7(), 'nowhere']) {
      const asked: Record<string, string>[] = [{}, { cookie }];
      for (const headers of asked) answers.push(await (await ask('GET', `/spaces/${key}`, headers)).text());
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('not_found');
  });

  it('are gone once they are deleted, but for those who may bring them back', async () => {
    const { ask, store, services } = harness({ getSpace: done, restoreSpace: done });
    const { space, people } = await seedSpace(store, {
      visibility: 'public',
      deletedAt: new Date().toISOString(),
    });
    const [owner, admin] = [await cookieOf(services, people.owner), await cookieOf(services, people.admin)];
    expect((await ask('GET', `/spaces/${space.id}`, { cookie: owner })).status).toBe(404);
    expect((await ask('PUT', `/spaces/${space.id}/restoration`, { cookie: admin })).status).toBe(404);
    expect((await ask('PUT', `/spaces/${space.id}/restoration`, { cookie: owner })).status).toBe(200);
  });
});
