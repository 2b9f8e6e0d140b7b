import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlPort } from './ports.ts';

/** Somebody who knows the answers: what the port under test leads to. */
export interface ControlFixture {
  control: ControlPort;
  close(): Promise<void>;
}

/** Space that the fixture's people are in. */
export const busySpaceId = uuidv7();

/** The people, named so that nothing on the way may change them. */
export const peopleThere = ['Alice', 'Zoë “Z” 👩‍🚀', `Robert'); --`];

/** The live people that every implementation is asked about. */
export const livePeople: ControlPort = {
  presence: async (spaceId, limit) => {
    const names = spaceId === busySpaceId ? peopleThere : [];
    return { count: names.length, names: names.slice(0, limit) };
  },
};

/** What every control port does. */
export function controlPortContract(name: string, open: () => Promise<ControlFixture>): void {
  describe(`control port: ${name}`, () => {
    let fixture: ControlFixture;

    beforeAll(async () => {
      fixture = await open();
    });
    afterAll(() => fixture.close());

    it('tells how many people and who is in a space', async () => {
      const presence = await fixture.control.presence(busySpaceId, 10);
      expect(presence).toEqual({ count: 3, names: peopleThere });
      expect(JSON.parse(JSON.stringify(presence))).toEqual(presence);
    });

    it('names no more than were asked for, and counts all', async () => {
      expect(await fixture.control.presence(busySpaceId, 1)).toEqual({ count: 3, names: ['Alice'] });
      expect(await fixture.control.presence(busySpaceId, 0)).toEqual({ count: 3, names: [] });
    });

    it('finds nobody in a space that is not open', async () => {
      expect(await fixture.control.presence(uuidv7(), 10)).toEqual({ count: 0, names: [] });
    });
  });
}
