import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { User } from '../ports.ts';
import { seedAccount, seedGuest, seedPasswordHash } from '../testing/seed.ts';
import { asJson, count, hostileTexts, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

const newEmail = (): string => `${uuidv7()}@example.org`;

const preferences = {
  notifications: { sounds: false, desktop: true, invitationMails: true },
  devices: { startMuted: true, startWithoutCamera: false },
};

export function usersContract(store: StoreOf): void {
  describe('guests', () => {
    it('are created and found', async () => {
      const before = Date.now();
      const guest = asJson(await seedGuest(store(), 'Alice'));
      const { id, createdAt, ...rest } = guest;
      expect(rest).toEqual({
        name: 'Alice',
        email: null,
        passwordHash: null,
        isOperator: false,
        isGuest: true,
        cast: null,
        status: null,
        availability: 'online',
        pronouns: null,
        language: null,
        timeZone: null,
        preferences: null,
        version: 1,
      });
      expect(Math.abs(Date.parse(createdAt) - before)).toBeLessThan(60_000);
      expect(createdAt).toMatch(/\.\d{3}Z$/);
      expect(await store().users.findById(id)).toEqual(guest);
    });

    it('are many, none of whom has an email', async () => {
      const [first, second] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Alice')];
      expect(first.id).not.toBe(second.id);
    });

    it('do not share an id', async () => {
      const guest = await seedGuest(store(), 'Alice');
      await expect(store().users.createGuest({ id: guest.id, name: 'Mallory' })).rejects.toThrow();
      expect((await store().users.findById(guest.id))?.name).toBe('Alice');
    });

    it.each(hostileTexts)('may be called %j', async (hostile) => {
      const guest = await seedGuest(store(), hostile);
      expect((await store().users.findById(guest.id))?.name).toBe(hostile);
      const changed = await store().users.update(guest.id, { name: `${hostile}'`, status: hostile }, null);
      expect(changed).toMatchObject({ name: `${hostile}'`, status: hostile });
    });

    it('are not found by what is no id', async () => {
      expect(await store().users.findById(unknownId())).toBeNull();
      expect(await store().users.findById(`' OR 1=1`)).toBeNull();
    });
  });

  describe('accounts', () => {
    it('are created and found by their address, whatever its case', async () => {
      const email = newEmail();
      const user = await store().users.createAccount({
        id: uuidv7(),
        name: 'Alice',
        isOperator: false,
        email: email.toUpperCase(),
        passwordHash: seedPasswordHash,
      });
      expect(user).toMatchObject({ email, passwordHash: seedPasswordHash, isGuest: false, version: 1 });
      expect(await store().users.findByEmail(email.toUpperCase())).toEqual(user);
      expect(await store().users.findByEmail(newEmail())).toBeNull();
    });

    it('may have no password', async () => {
      const made = { id: uuidv7(), name: 'Alice', isOperator: false, email: newEmail(), passwordHash: null };
      expect(await store().users.createAccount(made)).toMatchObject({ passwordHash: null, isGuest: false });
    });

    it('have one address each, also when two ask at the same moment', async () => {
      const email = newEmail();
      const create = () =>
        store().users.createAccount({
          id: uuidv7(),
          name: 'Alice',
          isOperator: false,
          email,
          passwordHash: null,
        });
      const answers = await Promise.all([create(), create(), create()]);
      expect(count<unknown>(answers, 'email_taken')).toBe(2);
      expect(await create()).toBe('email_taken');
    });

    it('are made of guests under the same id', async () => {
      const guest = await seedGuest(store(), 'Alice');
      const credentials = { email: newEmail(), passwordHash: seedPasswordHash };
      const account = await store().users.becomeAccount(guest.id, credentials);
      expect(account).toEqual({ ...guest, ...credentials, isGuest: false, version: 2 });
      expect(await store().users.findById(guest.id)).toEqual(account);
    });

    it('are not made of accounts, of nobody, or with another’s address', async () => {
      const account = await seedAccount(store(), 'Alice');
      const guest = await seedGuest(store(), 'Gus');
      const become = (id: string, email: string) =>
        store().users.becomeAccount(id, { email, passwordHash: null });
      expect(await become(account.id, newEmail())).toBeNull();
      expect(await become(unknownId(), newEmail())).toBeNull();
      expect(await become(guest.id, account.email ?? '')).toBe('email_taken');
      expect(await store().users.findById(guest.id)).toEqual(guest);
    });

    it('are made of a guest once', async () => {
      const guest = await seedGuest(store(), 'Alice');
      const become = () => store().users.becomeAccount(guest.id, { email: newEmail(), passwordHash: null });
      const answers = await Promise.all([become(), become(), become()]);
      expect(count<unknown>(answers, null)).toBe(2);
    });

    it('change their address, not to one that is taken', async () => {
      const [alice, bob] = [await seedAccount(store(), 'Alice'), await seedAccount(store(), 'Bob')];
      const email = newEmail();
      expect(await store().users.setEmail(alice.id, email.toUpperCase())).toEqual({
        ...alice,
        email,
        version: 2,
      });
      expect(await store().users.setEmail(alice.id, bob.email ?? '')).toBe('email_taken');
      expect(await store().users.setEmail(alice.id, email)).toMatchObject({ email });
      expect(await store().users.setEmail(unknownId(), newEmail())).toBeNull();
    });

    it('change their password', async () => {
      const alice = await seedAccount(store(), 'Alice');
      const changed = await store().users.setPassword(alice.id, 'other');
      expect(changed).toEqual({ ...alice, passwordHash: 'other', version: 2 });
      expect(await store().users.setPassword(unknownId(), 'other')).toBeNull();
    });

    it('tell whether there is an operator', async () => {
      await seedAccount(store(), 'Opal', true);
      expect(await store().users.hasOperator()).toBe(true);
    });
  });

  describe('profiles', () => {
    it('are changed in every field, and nobody else’s', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      const patch = {
        name: 'Alicia',
        cast: 'mira',
        status: 'At lunch',
        availability: 'away',
        pronouns: 'she/her',
        language: 'de',
        timeZone: 'Europe/Berlin',
        preferences,
      } as const;
      const changed = asJson(await store().users.update(alice.id, patch, 1));
      expect(changed).toEqual({ ...alice, ...patch, version: 2 });
      expect(await store().users.findById(alice.id)).toEqual(changed);
      expect(await store().users.findById(bob.id)).toEqual(bob);
    });

    it('keep what a change does not name, and forget what it sets to null', async () => {
      const { id } = await seedGuest(store(), 'Alice');
      await store().users.update(id, { status: 'Here', pronouns: 'they/them', preferences }, null);
      const changed = await store().users.update(
        id,
        { status: null, preferences: null, name: undefined },
        null,
      );
      expect(changed).toMatchObject({
        name: 'Alice',
        status: null,
        preferences: null,
        pronouns: 'they/them',
      });
    });

    it('take nothing else than a profile', async () => {
      const guest = await seedGuest(store(), 'Alice');
      const forged = {
        name: 'Mallory',
        isOperator: true,
        email: 'm@example.org',
        isGuest: false,
        id: uuidv7(),
      };
      const changed = await store().users.update(guest.id, forged, null);
      expect(changed).toEqual({ ...guest, name: 'Mallory', version: 2 });
    });

    it('are not changed over a newer version', async () => {
      const { id } = await seedGuest(store(), 'Alice');
      await store().users.update(id, { name: 'Bob' }, 1);
      expect(await store().users.update(id, { name: 'Carol' }, 1)).toBe('stale');
      for (const version of [0, -1, 1.5, 2 ** 40, Number.NaN]) {
        expect(await store().users.update(id, { name: 'Carol' }, version)).toBe('stale');
      }
      expect((await store().users.findById(id))?.name).toBe('Bob');
      expect(await store().users.update(unknownId(), { name: 'Nobody' }, 1)).toBeNull();
      expect(await store().users.update(unknownId(), { name: 'Nobody' }, null)).toBeNull();
    });

    it('take one of many changes to the same version', async () => {
      const { id } = await seedGuest(store(), 'Alice');
      const names = ['Bob', 'Carol', 'Dora', 'Emil'];
      const answers = await Promise.all(names.map((name) => store().users.update(id, { name }, 1)));
      expect(count<unknown>(answers, 'stale')).toBe(3);
      const winner = answers.find((answer) => answer !== 'stale');
      expect(await store().users.findById(id)).toEqual(winner);
    });

    it('count every change when no version is asked for', async () => {
      const { id } = await seedGuest(store(), 'Alice');
      await Promise.all(
        Array.from({ length: 5 }, (_, i) => store().users.update(id, { status: `${i}` }, null)),
      );
      expect((await store().users.findById(id))?.version).toBe(6);
    });
  });

  describe('lists of people', () => {
    it('show the newest first, page by page, also while others come in', async () => {
      const tag = uuidv7();
      const people: User[] = [];
      for (let i = 0; i < 5; i++) people.push(await seedGuest(store(), `Person ${tag}`));
      const first = await store().users.list({ limit: 2, after: null }, tag);
      await seedGuest(store(), `Late ${tag}`);
      const rest = await readAll(
        ({ limit, after }) => store().users.list({ limit, after: after ?? first.next }, tag),
        2,
      );
      expect([...first.items, ...rest]).toEqual(people.reverse());
    });

    it('end with the last person, without an empty page after it', async () => {
      const tag = uuidv7();
      for (let i = 0; i < 2; i++) await seedGuest(store(), tag);
      expect((await store().users.list({ limit: 2, after: null }, tag)).next).toBeNull();
    });

    it('look in names and addresses, whatever the case', async () => {
      const alice = await seedAccount(store(), 'Alice');
      expect(alice.email).not.toBeNull();
      const found = await store().users.list({ limit: 9, after: null }, alice.email?.toUpperCase() ?? '');
      expect(found.items).toEqual([alice]);
      const tag = `Zoë ${uuidv7()}`;
      const zoe = await seedGuest(store(), tag);
      expect((await store().users.list({ limit: 9, after: null }, tag.toUpperCase())).items).toEqual([zoe]);
    });

    it.each(['%', '_', '\\', '%_%'])('take %j for what it is', async (sign) => {
      const tag = uuidv7();
      await seedGuest(store(), `${tag}x`);
      const wild = await seedGuest(store(), `${tag}${sign}`);
      expect((await store().users.list({ limit: 9, after: null }, `${tag}${sign}`)).items).toEqual([wild]);
    });

    it.each(strangeKeys)('hold nothing after the key %j', async (after) => {
      await seedGuest(store(), 'Alice');
      expect(await store().users.list({ limit: 9, after }, null)).toEqual({ items: [], next: null });
    });

    it('of names hold everybody asked for who is known', async () => {
      const [alice, bob] = [await seedGuest(store(), 'Alice'), await seedGuest(store(), 'Bob')];
      await store().users.update(alice.id, { cast: 'mira' }, null);
      const names = await store().users.findNames([alice.id, bob.id, alice.id, unknownId()]);
      expect(names.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
        { id: alice.id, name: 'Alice', cast: 'mira', isDeleted: false },
        { id: bob.id, name: 'Bob', cast: null, isDeleted: false },
      ]);
      expect(await store().users.findNames([])).toEqual([]);
      expect(await store().users.findNames(['robin'])).toEqual([]);
    });
  });
}
