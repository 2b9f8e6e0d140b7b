import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedPosition, Space, Store } from './ports.ts';

const newSpace = (): Space => ({
  id: uuidv7(),
  slug: `space-${uuidv7()}`,
  name: 'Küche & Co. “☕”',
  mapUrl: '/maps/office.tmj',
  region: 'local',
  hasResident: false,
});

const position = (userId: string, x: number): SavedPosition => ({
  userId,
  x,
  y: 65_535,
  facing: 'left',
  savedAt: '2026-03-29T01:30:00.123Z',
});

/** What arrives must be what JSON carries: ports speak JSON values only. */
function asJson<T>(value: T): T {
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  return value;
}

const hostileNames = [
  `Robert'); DROP TABLE users;--`,
  '#{1+1} {{7*7}} %s %n',
  '<script>alert(1)</script>',
  '"; SELECT pg_sleep(10); --',
  '\\x00 \\n',
  'İıß 👩‍🚀 مرحبا',
];

/** What every store does, whatever it stands on. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`store: ${name}`, () => {
    let store: Store;

    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close());

    const newGuest = () => store.users.createGuest({ id: uuidv7(), name: 'Guest' });

    it('creates and finds a guest', async () => {
      const before = Date.now();
      const guest = asJson(await store.users.createGuest({ id: uuidv7(), name: 'Alice' }));
      expect(guest).toMatchObject({ name: 'Alice', email: null });
      expect(Math.abs(Date.parse(guest.createdAt) - before)).toBeLessThan(60_000);
      expect(guest.createdAt).toMatch(/Z$/);
      expect(await store.users.findById(guest.id)).toEqual(guest);
    });

    it('keeps many guests apart, none of whom has an email', async () => {
      const [first, second] = [await newGuest(), await newGuest()];
      expect(first.id).not.toBe(second.id);
    });

    it('refuses a second user with the same id', async () => {
      const guest = await newGuest();
      await expect(store.users.createGuest({ id: guest.id, name: 'Mallory' })).rejects.toThrow();
      expect((await store.users.findById(guest.id))?.name).toBe('Guest');
    });

    it.each(hostileNames)('stores the name %j as it is', async (hostile) => {
      const guest = await store.users.createGuest({ id: uuidv7(), name: hostile });
      expect((await store.users.findById(guest.id))?.name).toBe(hostile);
      expect((await store.users.rename(guest.id, `${hostile}'`))?.name).toBe(`${hostile}'`);
    });

    it('renames who is there, and nobody else', async () => {
      const guest = await newGuest();
      expect(asJson(await store.users.rename(guest.id, 'Bob'))).toEqual({ ...guest, name: 'Bob' });
      expect((await store.users.findById(guest.id))?.name).toBe('Bob');
      expect(await store.users.rename(uuidv7(), 'Nobody')).toBeNull();
      expect(await store.users.findById(uuidv7())).toBeNull();
    });

    it('makes a space once per slug', async () => {
      const space = newSpace();
      expect(asJson(await store.spaces.ensure(space))).toEqual(space);
      expect(await store.spaces.ensure({ ...space, id: uuidv7(), name: 'Other' })).toEqual(space);
      expect(await store.spaces.findById(space.id)).toEqual(space);
      expect(await store.spaces.findBySlug(space.slug)).toEqual(space);
      expect(await store.spaces.findBySlug('nowhere')).toBeNull();
      expect(await store.spaces.findById(uuidv7())).toBeNull();
    });

    it('makes a space once, also when two ask at the same moment', async () => {
      const space = newSpace();
      const rival = { ...space, id: uuidv7() };
      const [first, second] = await Promise.all([store.spaces.ensure(space), store.spaces.ensure(rival)]);
      expect(first).toEqual(second);
    });

    it('saves positions and replaces earlier ones', async () => {
      const space = await store.spaces.ensure(newSpace());
      const [alice, bob] = [await newGuest(), await newGuest()];
      await store.positions.save(space.id, [position(alice.id, 1), position(bob.id, 2)]);
      await store.positions.save(space.id, [{ ...position(alice.id, 3), facing: 'up' }]);
      expect(asJson(await store.positions.find(space.id, alice.id))).toEqual({
        ...position(alice.id, 3),
        facing: 'up',
      });
      expect(await store.positions.find(space.id, bob.id)).toEqual(position(bob.id, 2));
    });

    it('takes the last of two positions of one person, and none at all', async () => {
      const space = await store.spaces.ensure(newSpace());
      const alice = await newGuest();
      await store.positions.save(space.id, []);
      await store.positions.save(space.id, [position(alice.id, 1), position(alice.id, 2)]);
      expect((await store.positions.find(space.id, alice.id))?.x).toBe(2);
    });

    it('keeps the positions of two spaces apart', async () => {
      const [here, there] = [await store.spaces.ensure(newSpace()), await store.spaces.ensure(newSpace())];
      const alice = await newGuest();
      await store.positions.save(here.id, [position(alice.id, 1)]);
      expect(await store.positions.find(there.id, alice.id)).toBeNull();
    });

    it('saves all positions or none', async () => {
      const space = await store.spaces.ensure(newSpace());
      const alice = await newGuest();
      const batch = [position(alice.id, 1), position(uuidv7(), 2)];
      await expect(store.positions.save(space.id, batch)).rejects.toThrow();
      expect(await store.positions.find(space.id, alice.id)).toBeNull();
    });

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
}
