import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTiles, type Tile } from '#lib/domain/geometry.ts';
import { isFree } from '#lib/domain/grid.ts';
import { gridFromTiled } from '#lib/domain/tiled.ts';
import { ClientView } from './testing/ClientView.ts';
import { mapFromText } from './testing/mapFromText.ts';
import { officeText, SpaceHarness, type Tab } from './testing/SpaceHarness.ts';

const names = ['Alice', 'Bob', 'Carol', 'Dave'];
const rooms = ['0190c000-0000-7000-b000-000000000001', '0190c000-0000-7000-b000-000000000002'];
const grid = gridFromTiled(mapFromText(officeText));

type Action =
  | { readonly do: 'join' | 'return' | 'drop' | 'leave' | 'endCall'; readonly who: number }
  | {
      readonly do: 'move';
      readonly who: number;
      readonly dx: number;
      readonly dy: number;
      readonly more: boolean;
    }
  | { readonly do: 'joinRoom' | 'leaveRoom'; readonly who: number; readonly room: number }
  | { readonly do: 'wait'; readonly ms: number };

const who = fc.nat(names.length - 1);
const delta = fc.constantFrom(-2, -1, -1, 0, 1, 1, 2);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('return' as const, 'drop', 'leave', 'endCall'), who }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('joinRoom' as const, 'joinRoom', 'leaveRoom'),
      who,
      room: fc.nat(rooms.length - 1),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('move' as const), who, dx: delta, dy: delta, more: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(20, 150, 400, 3_000, 11_000),
    }),
  },
);

/** Where a person is by what the server answered; `tab` is the one that speaks for them, kept while it is away. */
interface Expected {
  tab: Tab;
  tile: Tile;
  isAway: boolean;
  awaySinceMs: number;
}

/** Plays actions on a real space and keeps its own, much simpler, account of what must be true. */
class Play {
  readonly harness = new SpaceHarness();
  readonly expected = new Map<string, Expected>();
  readonly tabs: Tab[] = [];
  readonly #userIds = new Map<string, string>();

  async run(step: Action): Promise<void> {
    if (step.do === 'wait') {
      this.harness.clock.advance(step.ms);
      this.#forgetExpired();
      return;
    }
    const name = names[step.who] ?? '';
    if (step.do === 'join') await this.#join(name);
    const person = this.expected.get(name);
    if (person === undefined) return;
    if (step.do === 'return') await this.#join(name, person.tab.identity.sessionId);
    if (step.do === 'drop') this.#drop(person);
    if (person.isAway) return;
    if (step.do === 'leave') this.#leave(name, person);
    if (step.do === 'move') this.#move(person, step);
    if (step.do === 'endCall') this.#endCall(person);
    const { roomCalls } = this.harness.directory;
    if (step.do === 'joinRoom') await roomCalls.join(person.tab.identity, rooms[step.room] ?? '');
    if (step.do === 'leaveRoom') roomCalls.leave(person.tab.identity);
  }

  checkSessions(): void {
    for (const name of names) {
      const open = this.tabs.filter(
        ({ identity, link }) =>
          identity.username === name && this.harness.sessions.isCurrent(identity.sessionId, link),
      );
      const person = this.expected.get(name);
      expect(open).toEqual(person === undefined || person.isAway ? [] : [person.tab]);
    }
    expect(this.harness.sessions.count).toBe(this.expected.size);
  }

  /** Nobody is in two calls, nobody in a bubble alone, and the chat knows of whoever is in a room's. */
  checkCalls(): void {
    const { groups } = this.harness.calls;
    const all = groups.flatMap(({ members }) => members.map(({ sessionId }) => sessionId));
    expect(new Set(all).size).toBe(all.length);
    for (const { roomId, members } of groups) {
      expect(members.length).toBeGreaterThan(roomId === null ? 1 : 0);
      const names = members.map(({ username }) => username);
      if (roomId !== null) expect(this.harness.chat.inCall.get(roomId)).toEqual(names);
    }
    for (const [roomId, told] of this.harness.chat.inCall) {
      if (told.length > 0) expect(groups.map((group) => group.roomId)).toContain(roomId);
    }
  }

  /** Every client that is still connected believes what is true. */
  checkViews(): void {
    this.harness.clock.advance(2_000);
    this.#forgetExpired();
    const truth = [...this.expected]
      .map(([name, { tile, isAway }]) => `${name} at ${tile.x},${tile.y}${isAway ? ' (away)' : ''}`)
      .sort();
    for (const { tab, isAway } of this.expected.values()) {
      if (!isAway) expect(new ClientView(tab.reply, tab.link).summary()).toEqual(truth);
    }
  }

  async #join(name: string, sessionId?: string): Promise<void> {
    const userId = this.#userIds.get(name) ?? (await this.harness.newPerson(name)).userId;
    this.#userIds.set(name, userId);
    const former = this.expected.get(name);
    const tab = await this.harness.join(
      { userId, username: name },
      sessionId === undefined ? {} : { sessionId },
    );
    const tile = { x: tab.reply.self.x, y: tab.reply.self.y };
    expect(isFree(grid, tile)).toBe(true);
    if (former !== undefined) expect(tile).toEqual(former.tile);
    this.tabs.push(tab);
    this.expected.set(name, { tab, tile, isAway: false, awaySinceMs: 0 });
  }

  #drop(person: Expected): void {
    if (person.isAway) return;
    this.harness.drop(person.tab);
    person.isAway = true;
    person.awaySinceMs = this.harness.clock.nowMs();
  }

  #leave(name: string, person: Expected): void {
    this.harness.directory.leave(person.tab.identity);
    person.tab.link.end('left');
    this.expected.delete(name);
  }

  #move(person: Expected, { dx, dy, more }: { dx: number; dy: number; more: boolean }): void {
    const to = { x: Math.max(0, person.tile.x + dx), y: Math.max(0, person.tile.y + dy) };
    const refusal = this.harness.move(person.tab, { ...to, more });
    if (refusal !== null) return;
    expect(isFree(grid, to)).toBe(true);
    expect(distanceTiles(person.tile, to)).toBeLessThanOrEqual(1);
    person.tile = to;
  }

  #endCall({ tab: { identity } }: Expected): void {
    const callId = this.harness.calls.callOf(identity.sessionId);
    const bubbles = this.harness.calls.bubbles;
    if (callId === null || !bubbles.some((bubble) => bubble.id === callId)) return;
    try {
      this.harness.directory.spaceOf(identity).endCall(identity.sessionId, callId);
    } catch (error) {
      // The grouping may have changed since the calls were told; then there is nothing to leave.
      expect(error).toMatchObject({ code: 'not_in_call' });
    }
  }

  #forgetExpired(): void {
    const nowMs = this.harness.clock.nowMs();
    for (const [name, person] of this.expected) {
      if (person.isAway && nowMs - person.awaySinceMs >= 10_000) this.expected.delete(name);
    }
  }
}

describe('a space under random joins, moves, losses and take-overs', () => {
  it('keeps one session per person, nobody on a blocked tile, steps of one tile, and every client in the know', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 120, size: 'max' }), async (actions) => {
        const play = new Play();
        for (const step of actions) {
          await play.run(step);
          play.checkSessions();
          play.checkCalls();
        }
        play.checkViews();
        await play.harness.directory.close();
        expect(play.harness.sessions.count).toBe(0);
        expect(play.harness.clock.taskCount).toBe(0);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
