import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '../ports.ts';
import { seedSpace } from '../testing/seed.ts';
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
      expect(await store().invitations.use(hash, at(10))).toBeNull();
      expect(await store().invitations.findByHash(newHash(), at(0))).toBeNull();
    });

    it('belong to a space that exists and have secrets of their own', async () => {
      const { space, hash } = await create();
      await expect(store().invitations.create(newInvitation(unknownId()), newHash())).rejects.toThrow();
      await expect(store().invitations.create(newInvitation(space.id), hash)).rejects.toThrow();
    });

    it('count their uses', async () => {
      const { invitation, hash } = await create({ usesMost: 2 });
      expect(asJson(await store().invitations.use(hash, at(0)))).toEqual({ ...invitation, uses: 1 });
      expect(await store().invitations.use(hash, at(0))).toEqual({ ...invitation, uses: 2 });
      expect(await store().invitations.use(hash, at(0))).toBeNull();
      expect(await store().invitations.findByHash(hash, at(0))).toBeNull();
      expect(await store().invitations.use(newHash(), at(0))).toBeNull();
    });

    it('with five uses are used five times by twenty at once', async () => {
      const { hash } = await create({ usesMost: 5 });
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => store().invitations.use(hash, at(0))),
      );
      const uses = answers.flatMap((answer) => (answer === null ? [] : [answer.uses]));
      expect(uses.sort()).toEqual([1, 2, 3, 4, 5]);
    });

    it('without a limit count all', async () => {
      const { hash } = await create();
      await Promise.all(Array.from({ length: 10 }, () => store().invitations.use(hash, at(0))));
      expect((await store().invitations.findByHash(hash, at(0)))?.uses).toBe(10);
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
      expect(await store().invitations.use(hash, at(0))).toBeNull();
    });
  });
}
