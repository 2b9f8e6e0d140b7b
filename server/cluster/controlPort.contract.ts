import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { residentIdentity } from '#lib/domain/resident.ts';
import { SpaceHarness, type Tab } from '../space/testing/SpaceHarness.ts';
import type { ControlCommand, ControlPort } from './ports.ts';

/** The port under test, and how to end it. */
export interface ControlFixture {
  control: ControlPort;
  close(): Promise<void>;
}

/** The people, named so that nothing on the way may change them. */
const names = ['Alice', 'Zoë “Z” 👩‍🚀', `Robert'); --`];

/** What every control port does. `open` puts the port under test in front of the one that leads to the live people. */
export function controlPortContract(
  name: string,
  open: (live: ControlPort) => Promise<ControlFixture>,
): void {
  describe(`control port: ${name}`, () => {
    let harness: SpaceHarness;
    let fixture: ControlFixture;
    let control: ControlPort;
    let tabs: Tab[];
    let spaceId: string;
    const by = { id: uuidv7(), name: 'Max <b>', cast: 'leo' };

    beforeEach(async () => {
      harness = new SpaceHarness();
      spaceId = harness.space.id;
      tabs = [];
      for (const username of names) tabs.push(await harness.arrive(username));
      fixture = await open(harness.control);
      control = fixture.control;
    });

    afterEach(async () => {
      await fixture.close();
      await harness.directory.close();
    });

    const person = (index: number): Tab => {
      const tab = tabs[index];
      if (tab === undefined) throw new Error('nobody');
      return tab;
    };
    const viewOf = (index: number) => ({
      id: person(index).identity.userId,
      name: names[index],
      cast: 'mira',
    });

    it('1. tells how many people and who is in each space, the empty and unknown ones too', async () => {
      const elsewhere = uuidv7();
      const presence = await control.presence([spaceId, elsewhere], 10);
      expect(presence).toEqual({
        [spaceId]: { count: 3, people: [viewOf(0), viewOf(1), viewOf(2)] },
        [elsewhere]: { count: 0, people: [] },
      });
      expect(await control.presence([], 10)).toEqual({});
    });

    it('2. names no more than were asked for, and counts all', async () => {
      expect(await control.presence([spaceId], 1)).toEqual({ [spaceId]: { count: 3, people: [viewOf(0)] } });
      expect(await control.presence([spaceId], 0)).toEqual({ [spaceId]: { count: 3, people: [] } });
    });

    it('3. tells where everybody stands, and as what', async () => {
      harness.clock.advance(100);
      const { x, y } = person(0).reply.self;
      const participants = await control.participants(spaceId);
      expect(participants).toHaveLength(3);
      expect(participants[0]).toEqual({ person: viewOf(0), role: 'guest', x, y, isInCall: true });
      expect(await control.participants(uuidv7())).toEqual([]);
    });

    it('4. mutes, and says who did it', async () => {
      const { identity, link } = person(1);
      const { userId } = identity;
      expect(await control.apply({ kind: 'mute', spaceId, userId, by })).toEqual({ reached: 1 });
      expect(link.received('/space', 'muted')).toEqual([{ by }]);
      expect(harness.calls.muted).toEqual([identity.sessionId]);
    });

    it('5. moves to a tile or beside it, and refuses where nothing is free', async () => {
      const { identity, link } = person(2);
      const move = { kind: 'move', spaceId, userId: identity.userId, by } as const;
      expect(await control.apply({ ...move, x: 15, y: 5 })).toEqual({ reached: 1 });
      await control.apply({ ...move, x: 19, y: 6 });
      const alice = person(0).reply.self;
      await control.apply({ ...move, x: alice.x, y: alice.y });
      const places = link.received('/space', 'moved');
      expect(places.slice(0, 2)).toMatchObject([
        { x: 15, y: 5, by },
        { x: 18, y: 5 },
      ]);
      const { x, y } = places[2] ?? alice;
      expect({ x, y }, 'nobody is put on top of somebody').not.toEqual({ x: alice.x, y: alice.y });
      expect(Math.max(Math.abs(x - alice.x), Math.abs(y - alice.y))).toBe(1);
      await expect(control.apply({ ...move, x: 60_000, y: 5 })).rejects.toMatchObject({
        code: 'blocked_tile',
      });
    });

    it('6. sends somebody out', async () => {
      const { identity, link } = person(0);
      const { userId } = identity;
      expect(await control.apply({ kind: 'remove', spaceId, userId, by })).toEqual({ reached: 1 });
      expect(link.endedWith).toBe('removed');
      expect((await control.presence([spaceId], 0))[spaceId]?.count).toBe(2);
    });

    it.each(['mute', 'move', 'remove'] as const)('7. says that there is nobody to %s', async (kind) => {
      const place = { x: 1, y: 1 };
      for (const where of [spaceId, uuidv7()]) {
        for (const userId of [uuidv7(), residentIdentity.userId]) {
          const command = { kind, spaceId: where, userId, by, ...place } as const;
          await expect(control.apply(command)).rejects.toMatchObject({ code: 'not_found' });
        }
      }
    });

    it('8. announces to everybody who is connected', async () => {
      harness.drop(person(2));
      const announcement = { id: uuidv7(), text: 'Lunch.\nIt is noon. 🍲', by };
      const command = { kind: 'announce', spaceId, ...announcement } as const;
      expect(await control.apply(command)).toEqual({ reached: 2 });
      const at = new Date(harness.clock.nowMs()).toISOString();
      for (const index of [0, 1]) {
        expect(person(index).link.received('/space', 'announcement')).toEqual([{ ...announcement, at }]);
      }
      expect(await control.apply({ ...command, spaceId: uuidv7() })).toEqual({ reached: 0 });
    });

    it('9. carries every notice, and a repeated one does no more than the first', async () => {
      const [userId, loginId] = [person(0).identity.userId, uuidv7()];
      const notices: ControlCommand[] = [
        { kind: 'standing-changed', spaceId, userId },
        { kind: 'space-changed', spaceId },
        { kind: 'person-changed', userId },
        { kind: 'blocks-changed', userId },
        { kind: 'signed-out', userId, loginId, exceptLoginId: null },
        { kind: 'token-revoked', userId, tokenId: uuidv7() },
      ];
      for (const notice of notices) expect(await control.apply(notice)).toEqual({ reached: 0 });
      const everywhere = { kind: 'signed-out', userId, loginId: null, exceptLoginId: null } as const;
      expect(await control.apply(everywhere)).toEqual({ reached: 1 });
      expect(await control.apply(everywhere)).toEqual({ reached: 0 });
      expect(person(0).link.endedWith).toBe('signed_out');
    });
  });
}
