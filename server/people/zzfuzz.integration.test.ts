import { expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { People, goodPassword } from './testing/People.ts';
import { mkdtempSync } from 'node:fs';
import { openStore } from '../persistence/openStore.ts';
import { silentLogger } from '../observability/Logger.ts';

const weird: unknown[] = [
  null, true, 0, -1, 1e308, 9007199254740993, 2147483648, '', ' ', '\0', 'a\0b', '\ud800', 'a\udc00', '\u202e', '%00', "'; DROP TABLE users;--",
  '<script>', 'x'.repeat(5000), '👩‍👩‍👧‍👦'.repeat(30), [], {}, [[]], { a: { b: 1 } }, '__proto__', 'constructor', '../../etc', 'a@b.c', 'Ａ', 'İ', '\u0130@example.org',
  '2026-01-01T00:00:00Z', uuidv7(), 'ß', '٠', 'null', 'undefined', 'NaN', '1e3', '0x10',
];

function deep(n: number): string { return '['.repeat(n) + ']'.repeat(n); }

it('never 5xx', async () => {
  const dataDir = mkdtempSync('/tmp/rev/fuzz-');
  const store = await openStore({ role: 'all', dataDir, databaseUrl: null, logger: silentLogger });
  const people = new People({}, store);
  const alice = await people.account('Alice');
  const op = await people.account('Opal');
  void op;
  const made = await alice.must(201, 'POST', '/spaces', { name: 'S', mapId: 'office' });
  const space = (made.body.space as { id: string }).id;
  const bad: string[] = [];
  let n = 0;
  const note = async (label: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    n++;
    const who = n % 3 === 0 ? people.browser() : people.browser().copyFrom(alice);
    try {
      const r = await who.ask(method, path, body, headers);
      if (r.status >= 500) bad.push(`${label} ${method} ${path.slice(0, 80)} ${JSON.stringify(body)?.slice(0, 150)} ${JSON.stringify(headers).slice(0,100)} -> ${r.status}`);
    } catch (e) { bad.push(`${label} threw ${String(e)}`); }
  };
  for (const [id, route] of Object.entries<RestRoute>(restCatalogue)) {
    if (['deleteMe', 'endAllLogins', 'signOut', 'deleteSpace', 'changePassword'].includes(id)) continue;
    const path = (space_: string, other: string) => route.path.replace('{space}', space_).replace(/\{\w+\}/g, other);
    for (const w of weird) {
      const s = encodeURIComponent(typeof w === 'string' ? w.toWellFormed() : JSON.stringify(w));
      await note(id, route.method, path(space, s), route.method === 'GET' || route.method === 'DELETE' ? undefined : {}, { 'if-match': '*' });
      await note(id, route.method, path(s, uuidv7()), undefined, { 'if-match': '*' });
      if (route.method === 'GET') for (const q of ['limit', 'cursor', 'query', 'role', 'state', 'action', '__proto__']) await note(id, 'GET', path(space, uuidv7()) + `?${q}=${s}`);
      const shape = (route.body as { _zod: { def: { shape?: Record<string, unknown> } } })._zod.def.shape ?? {};
      if (route.method !== 'GET' && route.method !== 'DELETE') {
        const base: Record<string, unknown> = { name: 'N', email: 'n@example.org', password: goodPassword, token: 'x'.repeat(30), mapId: 'office', role: 'member', text: 'hi', x: 1, y: 1, userId: uuidv7(), spaceId: space, sessionId: uuidv7(), scopes: ['profile:read'], expiresInS: 100, confirmation: 'x' };
        const fit = Object.fromEntries(Object.keys(shape).filter((k) => k in base).map((k) => [k, base[k]]));
        for (const field of Object.keys(shape)) {
          await note(id, route.method, path(space, uuidv7()), { ...fit, [field]: w }, { 'if-match': '*', 'idempotency-key': uuidv7() });
        }
        if (w !== null && typeof w === 'object') await note(id, route.method, path(space, uuidv7()), w as object);
      }
      for (const h of ['if-match', 'if-none-match', 'idempotency-key', 'authorization', 'cookie', 'user-agent', 'origin', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'host', 'accept-language', 'content-type']) {
        if (typeof w !== 'string') continue;
        const v = w.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 300);
        await note(id, route.method, path(space, uuidv7()), route.method === 'GET' || route.method === 'DELETE' ? undefined : { name: 'N', email: 'n@example.org', password: goodPassword, text: 'x', mapId: 'office' }, { [h]: v });
      }
    }
  }
  console.log(n, bad.length);
  console.log([...new Set(bad.map((b) => b))].slice(0, 40).join('\n'));
  const { writeFileSync } = await import('node:fs');
  writeFileSync('/tmp/rev/fuzz.txt', [n, ...bad].join('\n'));
  const lines = people.logger as unknown as { entries?: unknown[]; lines?: unknown[] };
  const { inspect } = await import('node:util');
  writeFileSync('/tmp/rev/fuzzlog.txt', inspect(lines, { depth: 5, maxArrayLength: 2000 }).slice(0, 4000000));
  await store.close();
  expect(deep(3)).toBeTruthy();
}, 600_000);
