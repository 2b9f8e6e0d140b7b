import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../people/testing/Browser.ts';
import { People } from '../../people/testing/People.ts';
import { seedAccount, seedPassword } from '../../persistence/testing/seed.ts';

let people: People;
let operator: Browser;

beforeEach(async () => {
  people = new People();
  const { email } = await seedAccount(people.store, 'Opal', true);
  operator = people.browser();
  await operator.must(200, 'POST', '/session', { email, password: seedPassword });
});

describe('the operator', () => {
  it('sees everybody, page by page, and finds them by name and address', async () => {
    await people.account('Alice');
    await people.guest('Gus');
    const first = (await operator.must(200, 'GET', '/users?limit=2')).body;
    const rest = (await operator.must(200, 'GET', `/users?limit=2&cursor=${first.nextCursor}`)).body;
    expect([(first.items as unknown[]).length, (rest.items as unknown[]).length]).toEqual([2, 1]);
    const found = (await operator.must(200, 'GET', '/users?query=ALICE%40')).body;
    expect(found.items).toMatchObject([{ person: { name: 'Alice' }, email: 'alice@example.org' }]);
    expect(JSON.stringify(found)).not.toContain('argon2');
    expect(await operator.refusal('GET', '/users?cursor=nonsense')).toBe('bad_request');
  });

  it('signs somebody out everywhere', async () => {
    const alice = await people.account('Alice');
    const { id } = await alice.mustBeIn();
    await operator.must(204, 'DELETE', `/users/${id}/logins`);
    expect(await alice.me()).toBeNull();
    expect(people.live.commands).toEqual([
      { kind: 'signed-out', userId: id, loginId: null, exceptLoginId: null },
    ]);
    expect(await operator.refusal('DELETE', `/users/${uuidv7()}/logins`)).toBe('not_found');
  });
});

describe('everybody else', () => {
  it('sees and ends nobody', async () => {
    const alice = await people.account('Alice');
    const { id } = await operator.mustBeIn();
    expect(await alice.refusal('GET', '/users')).toBe('forbidden');
    expect(await alice.refusal('DELETE', `/users/${id}/logins`)).toBe('forbidden');
    expect(await people.browser().refusal('GET', '/users')).toBe('unauthorized');
    expect(await operator.me()).not.toBeNull();
  });

  it('reads what the API is', async () => {
    const { body } = await people.browser().must(200, 'GET', '/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
  });
});
