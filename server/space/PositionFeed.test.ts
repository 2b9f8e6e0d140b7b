import { describe, expect, it } from 'vitest';
import { SpaceHarness, type Tab } from './testing/SpaceHarness.ts';

/** 160 tiles wide: ten zones in a row, of which a client sees five. */
const corridor = `
${'#'.repeat(160)}
#s${'.'.repeat(155)}s.#
${'#'.repeat(160)}
`;

const settings = { speedTilesPerS: 1_000 };

function zonesTold(tab: Tab): number[] {
  return [...new Set(tab.link.received('/space', 'positions').map((update) => update.zone))].sort(
    (a, b) => a - b,
  );
}

/** Walks along the corridor, each step in a tick of its own. */
function walkTo(harness: SpaceHarness, tab: Tab, fromX: number, toX: number): void {
  for (let x = fromX; x !== toX; ) {
    x += Math.sign(toX - x);
    harness.clock.advance(60);
    harness.move(tab, { x, y: 1, more: x !== toX });
  }
  harness.clock.advance(100);
}

describe('positions by zone', () => {
  it('newcomers get the zones they see, whole', async () => {
    const harness = new SpaceHarness({ mapText: corridor, settings });
    const alice = await harness.arrive('Alice');
    harness.clock.advance(100);
    const updates = alice.link.received('/space', 'positions');
    expect(updates.map(({ zone, isWhole }) => [zone, isWhole])).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
  });

  it('somebody far away is not told of', async () => {
    const harness = new SpaceHarness({ mapText: corridor, settings });
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    expect(bob.reply.self.x).toBe(157);
    harness.clock.advance(100);
    alice.link.takeAll();
    walkTo(harness, bob, 157, 150);
    expect(alice.link.received('/space', 'positions')).toEqual([]);
  });

  it('whoever walks gets new zones whole, and is shown once more to those who lose sight of them', async () => {
    const harness = new SpaceHarness({ mapText: corridor, settings });
    const alice = await harness.arrive('Alice');
    const bob = await harness.arrive('Bob');
    harness.clock.advance(100);
    walkTo(harness, bob, 157, 40);
    const seen = alice.link
      .received('/space', 'positions')
      .flatMap((update) => update.people)
      .filter((person) => person.entity === bob.reply.self.entity);
    expect(seen.at(-1)?.x).toBe(40);
    expect(zonesTold(bob)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    alice.link.takeAll();
    walkTo(harness, bob, 40, 60);
    const last = alice.link
      .received('/space', 'positions')
      .flatMap((update) => update.people)
      .at(-1);
    expect(last).toMatchObject({ entity: bob.reply.self.entity });
    expect(last?.x).toBe(48);
  });
});
