import { describe, expect, it } from 'vitest';
import { createApiClient } from '#lib/client/rest/createApiClient.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { spacesThatNeedMe } from './neededSpaces.ts';

const at = '2026-01-01T00:00:00.000Z';

function spaceOf(digit: number, name: string, role: SpaceView['role']): SpaceView {
  return {
    id: `01900000-0000-7000-8000-00000000000${digit}`,
    slug: name.toLowerCase(),
    name,
    description: '',
    welcomeText: '',
    visibility: 'unlisted',
    capacity: 50,
    map: { id: 'office', url: '/maps/office.tmj' },
    isLocked: false,
    hasResident: false,
    createdAt: at,
    archivedAt: null,
    deletedAt: null,
    role,
    isMember: true,
    entryRefusal: null,
    presence: null,
    lastVisitAt: null,
  };
}

const memberOf = (role: string, digit: number) => ({
  person: { id: `01900000-0000-7000-8000-0000000000f${digit}`, name: 'Leo', cast: 'leo' },
  role,
  isGuest: false,
  pronouns: null,
  joinedAt: at,
});

/** Roles of the members of each space. */
const members: Record<string, string[]> = {
  '1': ['owner', 'member', 'guest'],
  '2': ['owner', 'owner'],
  '3': ['owner'],
  '4': ['owner', 'member'],
};

const active = [
  spaceOf(1, 'Harbour', 'owner'),
  spaceOf(2, 'Garden', 'owner'),
  spaceOf(3, 'Attic', 'owner'),
  spaceOf(5, 'Elsewhere', 'member'),
];

const send: typeof fetch = (address) => {
  const url = new URL(String(address), 'http://own.invalid');
  const space = /\/spaces\/[\da-f-]+(\d)\/members$/.exec(url.pathname)?.[1];
  const page = (items: unknown[]) => Promise.resolve(Response.json({ items, nextCursor: null }));
  if (space === undefined) {
    return page(url.searchParams.get('state') === 'active' ? active : [spaceOf(4, 'Cellar', 'owner')]);
  }
  const wanted = url.searchParams.get('role');
  const roles = (members[space] ?? []).filter((role) => wanted === null || role === wanted);
  return page(roles.slice(0, Number(url.searchParams.get('limit'))).map(memberOf));
};

describe('spaces that would lose their only owner', () => {
  it('are those of mine with other members and no other owner, archived ones too', async () => {
    const found = await spacesThatNeedMe(createApiClient({ fetch: send }));
    expect(found).toEqual([
      { slug: 'harbour', name: 'Harbour' },
      { slug: 'cellar', name: 'Cellar' },
    ]);
  });
});
