import { describe, expect, it } from 'vitest';
import type { SavedPosition } from '../ports.ts';
import { newSpace, seedGuest } from '../testing/seed.ts';
import { asJson, type StoreOf, unknownId } from './common.ts';

const position = (userId: string, x: number): SavedPosition => ({
  userId,
  x,
  y: 65_535,
  facing: 'left',
  savedAt: '2026-03-29T01:30:00.123Z',
});

export function positionsContract(store: StoreOf): void {
  const openSpace = () => store().spaces.ensure(newSpace());

  describe('positions', () => {
    it('are saved and replace earlier ones', async () => {
      const space = await openSpace();
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      await store().positions.save(space.id, [position(alice.id, 1), position(bob.id, 2)]);
      await store().positions.save(space.id, [{ ...position(alice.id, 3), facing: 'up' }]);
      expect(asJson(await store().positions.find(space.id, alice.id))).toEqual({
        ...position(alice.id, 3),
        facing: 'up',
      });
      expect(await store().positions.find(space.id, bob.id)).toEqual(position(bob.id, 2));
    });

    it('of one person in one batch: the last one counts; a batch may be empty', async () => {
      const space = await openSpace();
      const alice = await seedGuest(store(), 'Alice');
      await store().positions.save(space.id, []);
      await store().positions.save(space.id, [position(alice.id, 1), position(alice.id, 2)]);
      expect((await store().positions.find(space.id, alice.id))?.x).toBe(2);
    });

    it('of two spaces are kept apart', async () => {
      const [here, there] = [await openSpace(), await openSpace()];
      const alice = await seedGuest(store(), 'Alice');
      await store().positions.save(here.id, [position(alice.id, 1)]);
      expect(await store().positions.find(there.id, alice.id)).toBeNull();
    });

    it('of people who do not exist, or no longer, are left out; the others’ are saved', async () => {
      const space = await openSpace();
      const [alice, gone] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Gone')];
      await store().users.anonymise(gone.id);
      const stranger = unknownId();
      await store().positions.save(space.id, [
        position(stranger, 1),
        position(alice.id, 2),
        position(gone.id, 3),
      ]);
      expect((await store().positions.find(space.id, alice.id))?.x).toBe(2);
      expect(await store().positions.find(space.id, gone.id)).toBeNull();
      expect(await store().positions.find(space.id, stranger)).toBeNull();
    });

    it('are saved in a space that exists', async () => {
      const alice = await seedGuest(store(), 'Alice');
      await expect(store().positions.save(unknownId(), [position(alice.id, 1)])).rejects.toThrow();
    });

    it('are saved by many at once', async () => {
      const space = await openSpace();
      const people = await Promise.all(Array.from({ length: 4 }, () => seedGuest(store(), 'Alice')));
      await Promise.all(
        Array.from({ length: 4 }, (_, x) =>
          store().positions.save(
            space.id,
            people.map(({ id }) => position(id, x)),
          ),
        ),
      );
      for (const { id } of people) expect(await store().positions.find(space.id, id)).not.toBeNull();
    });
  });
}
