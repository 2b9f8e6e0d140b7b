import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

/** A space for tests, with what matters to the test put over it. */
export function testSpace(over: Partial<SpaceView> = {}): SpaceView {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    slug: 'harbour-studio',
    name: 'Harbour Studio',
    description: '',
    welcomeText: '',
    visibility: 'unlisted',
    capacity: 50,
    map: { id: 'office', url: '/maps/office.tmj' },
    isLocked: false,
    hasResident: false,
    createdAt: '2026-03-01T09:00:00.000Z',
    archivedAt: null,
    deletedAt: null,
    role: 'owner',
    isMember: true,
    entryRefusal: null,
    presence: { count: 0, people: [] },
    lastVisitAt: null,
    ...over,
  };
}
