import { beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from '../api/define.ts';
import type { User } from '../persistence/ports.ts';
import { type OutsidePerson, personByIdentity } from './identities.ts';
import { People } from './testing/People.ts';

let people: People;

beforeEach(() => {
  people = new People();
});

const nobody: Caller = { kind: 'anonymous' };
const asCaller = (user: User): Caller => ({ kind: 'session', user, loginId: crypto.randomUUID() });

const outside = (changes: Partial<OutsidePerson> = {}): OutsidePerson => ({
  provider: 'oidc',
  subject: 'subject-1',
  name: 'Frank',
  email: 'frank@example.org',
  isEmailVerified: true,
  ...changes,
});

const come = (person: OutsidePerson, caller: Caller = nobody) =>
  personByIdentity(people.services, person, caller, new Date());

async function storedAccount(name: string): Promise<User> {
  const browser = await people.account(name);
  const user = await people.store.users.findById((await browser.mustBeIn()).id);
  if (user === null) throw new Error('there is no such account');
  return user;
}

const storedGuest = () => people.store.users.createGuest({ id: crypto.randomUUID(), name: 'Gus' });

describe('somebody from another service', () => {
  it('gets an account the first time and is that person from then on', async () => {
    const first = await come(outside());
    expect(first).toMatchObject({ name: 'Frank', email: 'frank@example.org', isGuest: false });
    const again = await come(outside({ name: 'Franklin', email: 'other@example.org' }));
    expect(again?.id).toBe(first?.id);
  });

  it('gets one account, of many requests at once too', async () => {
    const came = await Promise.all(Array.from({ length: 5 }, () => come(outside())));
    expect(new Set(came.map((user) => user?.id)).size).toBe(1);
  });

  it('is linked to the account of an address that the service vouches for', async () => {
    const alice = await storedAccount('Alice');
    const user = await come(outside({ email: 'ALICE@example.org' }));
    expect(user?.id).toBe(alice.id);
    expect(await people.store.identities.list(alice.id)).toMatchObject([{ provider: 'oidc' }]);
  });

  it.each([
    [{ isEmailVerified: false }],
    [{ email: null }],
    [{ email: 'frank@example.org, alice@example.org' }],
    [{ email: 'alice@example.org\u0000' }],
  ])('is nobody here with %o', async (changes) => {
    await storedAccount('Alice');
    expect(await come(outside(changes))).toBeNull();
  });

  it('is never linked by an address that nobody vouches for, not even for a guest', async () => {
    const alice = await storedAccount('Alice');
    const guest = await storedGuest();
    const taking = outside({ email: 'alice@example.org', isEmailVerified: false });
    expect(await come(taking, asCaller(guest))).toBeNull();
    expect(await people.store.identities.list(alice.id)).toEqual([]);
    expect((await people.store.users.findById(guest.id))?.isGuest).toBe(true);
  });

  it('who is in as a guest becomes the account under the same id and name', async () => {
    const guest = await storedGuest();
    const user = await come(outside(), asCaller(guest));
    expect(user).toMatchObject({ id: guest.id, name: 'Gus', email: 'frank@example.org', isGuest: false });
    expect(people.live.takeKinds()).toEqual(['signed-out']);
  });

  it('who is in as a guest and has an account is that account; the guest stays a guest', async () => {
    const alice = await storedAccount('Alice');
    const guest = await storedGuest();
    expect((await come(outside({ email: 'alice@example.org' }), asCaller(guest)))?.id).toBe(alice.id);
    expect((await people.store.users.findById(guest.id))?.isGuest).toBe(true);
  });

  it('is added to the account that is signed in', async () => {
    const alice = await storedAccount('Alice');
    const user = await come(outside({ email: null }), asCaller(alice));
    expect(user?.id).toBe(alice.id);
    expect((await come(outside({ email: null })))?.id).toBe(alice.id);
  });

  it('stays whose they were, whoever is signed in', async () => {
    const first = await come(outside());
    const alice = await storedAccount('Alice');
    expect((await come(outside(), asCaller(alice)))?.id).toBe(first?.id);
  });

  it.each([
    ['Fr\u202eank\n', 'Fr ank'],
    ['x'.repeat(90), 'x'.repeat(40)],
    ['\u200b\u200b', 'frank'],
    [null, 'frank'],
    ['<img src=x onerror=1>', '<img src=x onerror=1>'],
  ])('called %j gets a name of our kind', async (name, expected) => {
    expect((await come(outside({ name })))?.name).toBe(expected);
  });
});
