import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationId, restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { problemSchema } from '#lib/protocol/rest/problem.ts';
import { silentLogger } from '../observability/Logger.ts';
import type { Browser, Reply } from '../people/testing/Browser.ts';
import { goodPassword, People } from '../people/testing/People.ts';
import { openStore } from '../persistence/openStore.ts';
import type { Store } from '../persistence/ports.ts';
import { parametersOf } from './openApiSchemas.ts';

/** Values that some parser, some database or some template takes amiss. */
const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  '',
  'a\0b',
  '\ud800',
  'a\u202eb',
  `'); DROP TABLE users;--`,
  '<script>alert(1)</script>',
  'x'.repeat(5_000),
  'İ@example.org',
  '__proto__',
  [[[]]],
  { a: { b: 1 } },
];

const texts = values.filter((value) => typeof value === 'string').map((text) => text.toWellFormed());

/** Headers that routes read, and values that can stand in one. */
const headerNames = ['if-match', 'if-none-match', 'idempotency-key', 'authorization', 'cookie', 'origin'];
const places = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'user-agent', 'content-type'];
const headerTexts = ['', '[', '*', 'a:99999', '%00', 'Bearer vic_', 'x'.repeat(5_000)];

/** What ends the session or the space that the others are tried with. */
const destructive: readonly OperationId[] = [
  'deleteMe',
  'endAllLogins',
  'signOut',
  'deleteSpace',
  'leaveChatroom',
  'deleteChatroom',
  'deleteMessage',
];

const entries = Object.entries<RestRoute>(restCatalogue).filter(([id]) => !destructive.some((d) => d === id));

const dataDir = mkdtempSync(join(tmpdir(), 'vicinity-hostile-'));
let store: Store;
let people: People;
let alice: Browser;
let spaceId: string;

beforeAll(async () => {
  store = await openStore({ role: 'all', dataDir, databaseUrl: null, logger: silentLogger });
  people = new People({}, store);
  alice = await people.account('Alice');
  const { body } = await alice.must(201, 'POST', '/spaces', { name: 'Studio', mapId: 'office' });
  spaceId = String((body.space as { id: unknown }).id);
  await openRoom();
});

/** What paths and bodies name that is there: a chatroom of Alice's with a message in it. */
const there: Record<string, string> = { emoji: encodeURIComponent('👍') };

async function openRoom(): Promise<void> {
  const made = await alice.must(201, 'POST', '/chatroom/create', { roomid: spaceId, name: 'Plans' });
  const chatroomId = String((made.body.chatroom as { id: unknown }).id);
  const sent = await alice.must(201, 'POST', '/messages', { chatroomId, message: 'Hello' });
  Object.assign(there, { chatroom: chatroomId, message: String(sent.body.id) });
  Object.assign(usual, { chatroomId, roomid: spaceId });
}

afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const hasBody = ({ method }: RestRoute): boolean => method !== 'GET' && method !== 'DELETE';

/** A well-formed value for fields of this name. */
const usual: Record<string, unknown> = {
  name: 'Nora',
  email: 'nora@example.org',
  password: goodPassword,
  token: 'x'.repeat(43),
  mapId: 'office',
  role: 'member',
  text: 'Hello',
  x: 1,
  y: 1,
  scopes: ['profile:read'],
  expiresInS: 100,
  confirmation: 'Nobody',
  userId: uuidv7(),
  spaceId: uuidv7(),
  sessionId: uuidv7(),
  message: 'Hello',
  action: 'dismiss',
  reason: 'Rude',
  seq: 1,
  terms: [],
};

const pathOf = ({ path }: RestRoute, space: string, other: string): string =>
  path.replace('{space}', space).replaceAll(/\{\w+\}/g, other);

/** The path of what is there, as far as something is. */
const pathOfThere = (route: RestRoute): string =>
  pathOf(
    { ...route, path: route.path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => there[name] ?? whole) },
    spaceId,
    uuidv7(),
  );

/** Asks, and holds the answer against what every refusal has to be. */
async function ask(
  route: RestRoute,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const browser = people.browser().copyFrom(alice);
  const reply = await browser.ask(route.method, path, body, { 'if-match': '*', ...headers });
  const what = `${route.method} ${path.slice(0, 99)} ${JSON.stringify({ body, headers }).slice(0, 200)}`;
  expect(reply.status, what).toBeLessThan(500);
  if (reply.status >= 400) problemSchema.parse(reply.body);
  return reply;
}

describe.each(entries)('%s meets rubbish with a refusal of its own', (_, route) => {
  it('in its path and query', async () => {
    const queries = parametersOf(route.query, 'query').map(({ name }) => String(name));
    for (const text of texts) {
      const said = encodeURIComponent(text);
      const body = hasBody(route) ? {} : undefined;
      await ask(route, pathOf(route, spaceId, said), body);
      await ask(route, pathOf(route, said, uuidv7()), body);
      for (const name of queries) await ask(route, `${pathOfThere(route)}?${name}=${said}`);
    }
  });

  it('in its headers', async () => {
    // Whole requests where links are made of the header; elsewhere no password needs to be hashed.
    const whole = { name: 'Nora', email: 'nora@example.org', password: goodPassword };
    for (const name of [...headerNames, ...places]) {
      const body = name.endsWith('host') ? whole : {};
      for (const text of headerTexts) {
        await ask(route, pathOf(route, spaceId, uuidv7()), hasBody(route) ? body : undefined, {
          [name]: text,
        });
      }
    }
  });
});

const withBody = entries.filter(([, route]) => hasBody(route));

describe('rubbish in one field of a body is refused by the name of the field', () => {
  it.each(withBody)('%s', async (_, route) => {
    const fields = parametersOf(route.body, 'query').map(({ name }) => String(name));
    const fit = Object.fromEntries(fields.filter((name) => name in usual).map((name) => [name, usual[name]]));
    for (const field of fields) {
      for (const value of values) {
        const { status, body } = await ask(route, pathOfThere(route), {
          ...fit,
          [field]: value,
        });
        if (status === 400 && typeof value === 'object' && value !== null) {
          expect(String(body.path).split('.')[0]).toBe(field);
        }
      }
    }
  });
});
