import { describe, expect, it } from 'vitest';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { doorStateOf, mayOpenByItself } from './doorState.ts';
import { testSpace } from './testing/testSpace.ts';

const known = (entryRefusal: SpaceView['entryRefusal']) => doorStateOf(testSpace({ entryRefusal }));
const stranger = (over: Partial<SpaceView>) =>
  doorStateOf(testSpace({ entryRefusal: 'unauthorized', ...over }));

describe('the door', () => {
  it('says what the server says to somebody it knows', () => {
    expect(known(null)).toBe('open');
    expect(known('password_required')).toBe('password');
    expect(known('invitation_required')).toBe('invitation');
    expect(known('banned')).toBe('banned');
    expect(known('space_archived')).toBe('archived');
    expect(known('space_locked')).toBe('locked');
    expect(known('space_full')).toBe('full');
  });

  it('is open to strangers where they need only a name', () => {
    expect(stranger({ visibility: 'public' })).toBe('open');
    expect(stranger({ visibility: 'unlisted', presence: null })).toBe('open');
  });

  it('tells strangers beforehand what a name will not help against', () => {
    expect(stranger({ archivedAt: '2026-03-01T09:00:00.000Z' })).toBe('archived');
    expect(stranger({ visibility: 'password', isLocked: true })).toBe('password');
    expect(stranger({ visibility: 'invite' })).toBe('invitation');
    expect(stranger({ isLocked: true })).toBe('locked');
    expect(stranger({ capacity: 2, presence: { count: 2, people: [] } })).toBe('full');
  });

  it('may open by itself only where others can open it', () => {
    const states = ['open', 'password', 'invitation', 'banned', 'archived', 'locked', 'full'] as const;
    expect(states.filter(mayOpenByItself)).toEqual(['locked', 'full']);
  });
});
