import { describe, expect, it } from 'vitest';
import { testProfile } from '#lib/protocol/rest/testing/testProfile.ts';
import { createApiClient } from '../rest/createApiClient.ts';
import { createPersonal } from './createPersonal.ts';
import { ids } from './testing.ts';

const at = '2026-11-21T18:00:00.000Z';
const user = testProfile({
  id: ids.user,
  name: 'Jonas',
  email: 'jonas@example.org',
  cast: 'jonas',
  createdAt: at,
});
const blockOf = (id: string) => ({ person: { id, name: 'Mira', cast: 'mira' }, blockedAt: at });
const idOf = (nth: number) => `018f0000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

/** A server in memory with two pages of blocks; what it refuses is told by path. */
function setUp(refused: readonly string[] = []) {
  const asked: string[] = [];
  const api = createApiClient({
    origin: 'http://web',
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init);
      const { pathname, searchParams } = new URL(url);
      asked.push(`${method} ${pathname}`);
      if (refused.includes(`${method} ${pathname}`)) return problem();
      if (pathname === '/api/v1/me') return Response.json({ user });
      if (pathname === '/api/v1/me/blocks') return Response.json(pageOf(searchParams.get('cursor')));
      return new Response(null, { status: 204 });
    },
  });
  return { asked, personal: createPersonal(api) };
}

function pageOf(cursor: string | null) {
  return cursor === null
    ? { items: [blockOf(idOf(1))], nextCursor: 'next' }
    : { items: [blockOf(idOf(2))], nextCursor: null };
}

function problem(): Response {
  const body = { type: 'about:blank', title: 'No', status: 503, code: 'unavailable' };
  return new Response(JSON.stringify(body), {
    status: 503,
    headers: { 'content-type': 'application/problem+json' },
  });
}

describe('personal', () => {
  it('loads the profile and every page of blocks', async () => {
    const { personal } = setUp();
    await personal.load();
    const { profile, blocked } = personal.store.getState();
    expect(profile?.preferences.notifications.sounds).toBe(true);
    expect([...blocked]).toEqual([idOf(1), idOf(2)]);
  });

  it('shows a block at once and asks the server', async () => {
    const { personal, asked } = setUp();
    const done = personal.setBlocked(ids.other, true);
    expect(personal.store.getState().blocked.has(ids.other)).toBe(true);
    await done;
    expect(asked).toEqual([`PUT /api/v1/me/blocks/${ids.other}`]);
  });

  it('takes a refused block back, and a refused end of one', async () => {
    const path = `/api/v1/me/blocks/${ids.other}`;
    const first = setUp([`PUT ${path}`]).personal;
    await expect(first.setBlocked(ids.other, true)).rejects.toMatchObject({ code: 'unavailable' });
    expect(first.store.getState().blocked.has(ids.other)).toBe(false);
    const second = setUp([`DELETE ${path}`]).personal;
    await second.setBlocked(ids.other, true);
    await expect(second.setBlocked(ids.other, false)).rejects.toMatchObject({ code: 'unavailable' });
    expect(second.store.getState().blocked.has(ids.other)).toBe(true);
  });
});
