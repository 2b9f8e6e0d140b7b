import { describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import { createRateLimits } from '../http/rateLimits.ts';
import { StorageError } from '../persistence/StorageError.ts';
import { seedAccount } from '../persistence/testing/seed.ts';
import { StorageUnavailable } from '../storage/StorageUnavailable.ts';
import type { AnyOperation } from './createApi.ts';
import { done, harness, json } from './testing/harness.ts';
import { cookieOf } from './testing/subjects.ts';

/** An operation that counts how often it was carried out. */
function counter() {
  const made = { count: 0 };
  const create = () => {
    made.count += 1;
    return Promise.resolve({ reply: { number: made.count } });
  };
  return { made, create };
}

describe('what goes wrong inside', () => {
  it.each<[Error, number, string]>([
    [new RefusedError('not_found', 'There is no such map.', 'mapId'), 404, 'not_found'],
    [new RefusedError('wrong_credentials', 'No.'), 401, 'wrong_credentials'],
    [new RefusedError('slow_mode', 'Wait.'), 429, 'slow_mode'],
    [new RefusedError('muted', 'You cannot write here.'), 403, 'muted'],
    [new RefusedError('filtered', 'Not these words.'), 422, 'filtered'],
    [new RefusedError('message_deleted', 'It is gone.'), 409, 'message_deleted'],
    [new RefusedError('unsafe_file', 'It is broken.'), 422, 'unsafe_file'],
    [new StorageUnavailable('The disk of /srv/secret is full.'), 503, 'unavailable'],
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

it('a refusal says when to come back, in whole seconds', async () => {
  for (const [retryAfterMs, header] of [
    [undefined, null],
    [0, '1'],
    [1, '1'],
    [4_001, '5'],
    [60_000, '60'],
  ] as const) {
    const refusal = new RefusedError('slow_mode', 'Wait.', undefined, retryAfterMs);
    const { ask } = harness({ listMaps: () => Promise.reject(refusal) });
    expect((await ask('GET', '/maps')).headers.get('retry-after')).toBe(header);
  }
});

describe('the log', () => {
  it('holds no secret of a link', async () => {
    const { ask, logger } = harness({ previewInvitation: () => Promise.reject(new Error('broken')) });
    expect((await ask('GET', '/invitations/a-very-secret-invitation')).status).toBe(500);
    expect(JSON.stringify(logger.lines)).toContain('previewInvitation');
    expect(JSON.stringify(logger.lines)).not.toContain('a-very-secret-invitation');
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
