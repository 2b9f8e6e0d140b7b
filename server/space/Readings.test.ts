import { describe, expect, it } from 'vitest';
import { Readings } from './Readings.ts';

describe('readings', () => {
  const subject = { spaceId: 's1', userId: 'u1' };

  it.each([
    ['of the person in the space', { spaceId: 's1', userId: 'u1' }, 2],
    ['of the person', { userId: 'u1' }, 2],
    ['of the space', { spaceId: 's1' }, 2],
    ['of somebody else in the space', { spaceId: 's1', userId: 'u2' }, 1],
    ['of the person in another space', { spaceId: 's2', userId: 'u1' }, 1],
    ['of another space', { spaceId: 's2' }, 1],
  ])('a change %s', async (_name, change, times) => {
    const readings = new Readings();
    let count = 0;
    const read = async () => {
      count += 1;
      if (count === 1) readings.void(change);
      return count;
    };
    const result = await readings.use(subject, read, (current) => current);
    expect([result, count]).toEqual([times, times]);
  });

  it('a reading that failed is over', async () => {
    const readings = new Readings();
    const away = () => Promise.reject(new Error('away'));
    await expect(readings.use(subject, away, () => 'used')).rejects.toThrow('away');
    readings.void({});
    expect(
      await readings.use(
        subject,
        async () => 'there',
        (read) => read,
      ),
    ).toBe('there');
  });
});
