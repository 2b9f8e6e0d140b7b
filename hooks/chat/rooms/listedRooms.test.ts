import { describe, expect, it } from 'vitest';
import { groupRooms } from '../roomOrder.ts';
import { listedRooms } from './listedRooms.ts';
import { testRoom } from './testing/testRoom.ts';

const other = { id: 'zoe', name: 'Zoë', cast: 'zoe' };
const groups = groupRooms(
  [
    testRoom({ id: 'general', name: 'General', isDefault: true }),
    testRoom({ id: 'garden', name: 'Garden' }),
    testRoom({ id: 'kitchen', name: 'Kitchen', role: null }),
    testRoom({ id: 'direct', kind: 'direct', name: '', isPrivate: true, other }),
    testRoom({ id: 'bubble', kind: 'bubble', name: '' }),
  ],
  'en',
);
const listed = (wanted: string, openRoomId: string | null = null) =>
  listedRooms({ groups, wanted, openRoomId, nameOf: (room) => room.other?.name ?? room.name });
const idsOf = (wanted: string) => {
  const { parts } = listed(wanted);
  return [...parts.bubble, ...parts.rooms, ...parts.directs, ...parts.joinable].map(({ id }) => id);
};

describe('the side list', () => {
  it.each([
    ['', ['bubble', 'general', 'garden', 'direct']],
    ['zoe', ['direct']],
    ['e', ['general', 'garden', 'direct', 'kitchen']],
    ['nothing', []],
  ])('shows for %j the rooms %j', (wanted, ids) => expect(idsOf(wanted)).toEqual(ids));

  it('has one stop for the Tab key', () => {
    expect(listed('').stopId).toBe('bubble');
    expect(listed('', 'garden').stopId).toBe('garden');
    expect(listed('zoe', 'garden').stopId).toBe('direct');
    expect(listed('nothing').stopId).toBeNull();
  });
});
