import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ensureDemoSpace } from '../demoSpace.ts';
import { silentLogger } from '../observability/Logger.ts';
import { openStore } from '../persistence/openStore.ts';
import type { Store } from '../persistence/ports.ts';
import { offerOperatorLink } from './operatorLink.ts';
import { goodPassword, People } from './testing/People.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-people-'));
let store: Store;
let people: People;

beforeAll(async () => {
  store = await openStore({ role: 'all', dataDir, databaseUrl: null, logger: silentLogger });
});

afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

beforeEach(() => {
  people = new People({}, store);
});

const email = () => `${crypto.randomUUID()}@example.org`;

const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();

it('a guest becomes an account in a real database, resets the password and leaves', async () => {
  const address = email();
  const alice = await people.guest('Alice');
  const { id } = await alice.mustBeIn();
  await alice.must(202, 'POST', '/accounts', { name: 'Alice', email: address, password: goodPassword });
  await alice.must(200, 'POST', '/email-confirmations', { token: people.linkTo('confirm') });
  expect(await alice.me()).toMatchObject({ id, isGuest: false });
  const phone = people.browser();
  await phone.must(202, 'POST', '/password-resets', { email: address });
  const body = { token: people.linkTo('reset-password'), password: 'eleven quiet herons at dusk' };
  await phone.must(200, 'POST', '/password-resets/confirmations', body);
  expect(await alice.me()).toBeNull();
  const data = await phone.must(200, 'GET', '/me/export');
  expect(JSON.stringify(data.body)).not.toContain('argon2');
  await phone.must(204, 'POST', '/me/deletion', { confirmation: 'Alice', password: body.password });
  expect(await store.users.findById(id)).toBeNull();
});

it('of many at once one uses a link, one gets an address, and one edit counts', async () => {
  const address = email();
  const ask = (name: string) => ({ name, email: address, password: goodPassword });
  const tokens: string[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    await people.browser().must(202, 'POST', '/accounts', ask(name));
    tokens.push(people.linkTo('confirm'));
  }
  const confirmed = await Promise.all(
    [...tokens, ...tokens].map((token) => people.browser().ask('POST', '/email-confirmations', { token })),
  );
  expect(statuses(confirmed)).toEqual([200, 410, 410, 410, 410, 410]);
  const browser = people.browser();
  await browser.must(200, 'POST', '/session', { email: address, password: goodPassword });
  const etag = (await browser.ask('GET', '/me')).headers.get('etag') ?? '';
  const edits = await Promise.all(
    ['a', 'b', 'c'].map((status) => browser.ask('PATCH', '/me', { status }, { 'if-match': etag })),
  );
  expect(statuses(edits)).toEqual([200, 412, 412]);
});

it('of many at once one becomes the operator, and a taken address leaves the link good', async () => {
  const demo = await ensureDemoSpace(store, 'local');
  const taken = email();
  await people.account('Taken', taken);
  const token = await offerOperatorLink(store, new Date());
  const wish = (address: string) => ({ token, name: 'Opal', email: address, password: goodPassword });
  expect(await people.browser().refusal('POST', '/operators', wish(taken))).toBe('conflict');
  const tries = await Promise.all(
    Array.from({ length: 4 }, () => people.browser().ask('POST', '/operators', wish(email()))),
  );
  expect(statuses(tries)).toEqual([201, 410, 410, 410]);
  const owners = await store.memberships.list(
    demo.id,
    { limit: 9, after: null },
    { role: 'owner', query: null },
  );
  expect(owners.items).toMatchObject([{ name: 'Opal' }]);
  expect(await offerOperatorLink(store, new Date())).toBeNull();
});
