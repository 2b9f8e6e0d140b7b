import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '../ports.ts';
import { seedGuest, seedSpace } from '../testing/seed.ts';
import { asJson, at, newHash, readAll, type StoreOf, strangeKeys, unknownId } from './common.ts';

const newInvitation = (spaceId: string, overrides: Partial<Invitation> = {}): Invitation => ({
  id: uuidv7(),
  spaceId,
  role: 'member',
  email: null,
  createdBy: null,
  createdAt: at(0),
  expiresAt: null,
  usesMost: null,
  uses: 0,
  ...overrides,
});

export function invitationsContract(store: StoreOf): void {
  const create = async (overrides: Partial<Invitation> = {}) => {
    const { space, people } = await seedSpace(store());
    const invitation = newInvitation(space.id, overrides);
    const hash = newHash();
    await store().invitations.create(invitation, hash);
    return { space, people, invitation, hash };
  };

  describe('invitations', () => {
    it('are found by the hash of their secret until they end', async () => {
      const { invitation, hash } = await create({
        expiresAt: at(10),
        email: 'bob@example.org',
        role: 'guest',
      });
      expect(asJson(await store().invitations.findByHash(hash, at(9)))).toEqual(invitation);
      expect(await store().invitations.findByHash(hash, at(10))).toBeNull();
      expect(await store().invitations.accept(hash, unknownId(), at(10))).toBeNull();
      expect(await store().invitations.findByHash(newHash(), at(0))).toBeNull();
    });

    it('belong to a space that exists and have secrets of their own', async () => {
      const { space, hash } = await create();
      await expect(store().invitations.create(newInvitation(unknownId()), newHash())).rejects.toThrow();
      await expect(store().invitations.create(newInvitation(space.id), hash)).rejects.toThrow();
    });

    it('make members and count it', async () => {
      const { space, people, hash } = await create({ usesMost: 2 });
      const accept = (userId: string) => store().invitations.accept(hash, userId, at(0));
      expect(asJson(await accept(people.stranger.id))).toEqual({ role: 'member', isNew: true });
      expect(await store().memberships.find(space.id, people.stranger.id)).toMatchObject({
        role: 'member',
        joinedAt: at(0),
      });
      expect(await accept(people.guestMember.id)).toEqual({ role: 'member', isNew: true });
      expect(await accept(people.guest.id)).toBeNull();
      expect(await store().memberships.find(space.id, people.guest.id)).toBeNull();
      expect(await store().invitations.findByHash(hash, at(0))).toBeNull();
      expect(await store().invitations.accept(newHash(), people.guest.id, at(0))).toBeNull();
    });

    it('are not used up by who has such a role already, and lower nobody', async () => {
      const { people, invitation, hash } = await create({ usesMost: 1 });
      const accept = (userId: string) => store().invitations.accept(hash, userId, at(0));
      expect(await accept(people.member.id)).toEqual({ role: 'member', isNew: false });
      expect(await accept(people.admin.id)).toEqual({ role: 'admin', isNew: false });
      expect(await store().invitations.findByHash(hash, at(0))).toEqual(invitation);
    });

    it('count one person once, however often they come at the same moment', async () => {
      const { people, hash } = await create({ usesMost: 5 });
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store().invitations.accept(hash, people.stranger.id, at(0))),
      );
      expect(answers.map((answer) => answer?.role)).toEqual(Array.from({ length: 8 }, () => 'member'));
      expect(answers.filter((answer) => answer?.isNew === true)).toHaveLength(1);
      expect((await store().invitations.findByHash(hash, at(0)))?.uses).toBe(1);
    });

    it('with two uses let in two of many at once', async () => {
      const { hash } = await create({ usesMost: 2 });
      const crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => seedGuest(store(), `Guest ${i}`)));
      const answers = await Promise.all(crowd.map(({ id }) => store().invitations.accept(hash, id, at(0))));
      expect(answers.filter((answer) => answer !== null)).toHaveLength(2);
    });

    it('count nothing for nobody', async () => {
      const { hash } = await create();
      await expect(store().invitations.accept(hash, unknownId(), at(0))).rejects.toThrow();
      expect((await store().invitations.findByHash(hash, at(0)))?.uses).toBe(0);
    });

    it('are listed newest first while they can be used', async () => {
      const { space, invitation } = await create();
      const invitations = [invitation];
      for (let i = 0; i < 4; i++) {
        const next = newInvitation(space.id);
        invitations.push(next);
        await store().invitations.create(next, newHash());
      }
      await store().invitations.create(newInvitation(space.id, { expiresAt: at(-1) }), newHash());
      await store().invitations.create(newInvitation(space.id, { usesMost: 3, uses: 3 }), newHash());
      const listed = await readAll((page) => store().invitations.list(space.id, at(0), page), 2);
      expect(listed).toEqual(invitations.reverse());
    });

    it.each(strangeKeys)('are not listed after the key %j', async (after) => {
      const { space } = await create();
      expect(await store().invitations.list(space.id, at(0), { limit: 9, after })).toEqual({
        items: [],
        next: null,
      });
    });

    it('are revoked in their own space only', async () => {
      const { space, people, invitation, hash } = await create();
      const other = await seedSpace(store(), { people });
      expect(await store().invitations.revoke(other.space.id, invitation.id)).toBe(false);
      expect(await store().invitations.revoke(space.id, invitation.id)).toBe(true);
      expect(await store().invitations.revoke(space.id, invitation.id)).toBe(false);
      expect(await store().invitations.findByHash(hash, at(0))).toBeNull();
      expect(await store().invitations.accept(hash, people.stranger.id, at(0))).toBeNull();
    });
  });
}
