import { describe, expect, it } from 'vitest';
import { type Grid, tileKinds } from './grid.ts';
import {
  emptyProximity,
  type NearPerson,
  nextProximity,
  type ProximityRules,
  type ProximityState,
  type Two,
} from './proximity.ts';

const rules: ProximityRules = { rangeTiles: 2, endRangeTiles: 3, dwellMs: 300, capacity: 12 };
const plain: Grid = { widthTiles: 40, heightTiles: 10, kinds: new Uint8Array(400) };

function standing(id: number, x: number, y = 0): NearPerson {
  return { id, x, y, isMoving: false, isResident: false };
}

function walking(id: number, x: number, y = 0): NearPerson {
  return { ...standing(id, x, y), isMoving: true };
}

function resident(id: number, x: number): NearPerson {
  return { ...standing(id, x), isResident: true };
}

function bubbled(...members: number[][]): ProximityState {
  return {
    ...emptyProximity,
    bubbles: members.map((ids, index) => ({ key: `k${index + 1}`, members: ids })),
  };
}

function grouped(
  people: NearPerson[],
  last: ProximityState = emptyProximity,
  more: { nowMs?: number; grid?: Grid; rules?: ProximityRules; separated?: Two[]; absent?: number[] } = {},
) {
  return nextProximity({
    people,
    last,
    grid: more.grid ?? plain,
    rules: more.rules ?? rules,
    separated: more.separated ?? [],
    absent: new Set(more.absent),
    nowMs: more.nowMs ?? 0,
  });
}

describe('rule 1: a bubble holds up to the end range', () => {
  it.each([
    [2, [{ key: 'k1', members: [1, 2] }]],
    [3, [{ key: 'k1', members: [1, 2] }]],
    [4, []],
  ])('at %i tiles', (x, bubbles) => {
    expect(grouped([standing(1, 0), standing(2, x)], bubbled([1, 2])).state.bubbles).toEqual(bubbles);
  });

  it('keeps the key in the largest part', () => {
    const people = [standing(1, 0), standing(2, 10), standing(3, 11), standing(4, 12)];
    expect(grouped(people, bubbled([1, 2, 3, 4])).state.bubbles).toEqual([{ key: 'k1', members: [2, 3, 4] }]);
  });

  it('gives the smaller part a new key', () => {
    const people = [standing(1, 0), standing(2, 1), standing(3, 10), standing(4, 11), standing(5, 12)];
    expect(grouped(people, bubbled([1, 2, 3, 4, 5])).state.bubbles).toEqual([
      { key: null, members: [1, 2] },
      { key: 'k1', members: [3, 4, 5] },
    ]);
  });

  it('holds people who are linked only through others', () => {
    expect(
      grouped([standing(1, 0), standing(2, 3), standing(3, 6)], bubbled([1, 2, 3])).state.bubbles,
    ).toEqual([{ key: 'k1', members: [1, 2, 3] }]);
  });
});

describe('rule 2: joining', () => {
  it.each([
    ['who stands joins at two tiles', standing(2, 2), 1],
    ['nobody joins at three', standing(2, 3), 0],
    ['who walks does not join at once', walking(2, 2), 0],
  ])('%s', (_, second, count) => {
    expect(grouped([standing(1, 0), second]).state.bubbles).toHaveLength(count);
  });

  it('who keeps walking joins after the dwell', () => {
    const first = grouped([standing(1, 0), walking(2, 2)], emptyProximity, { nowMs: 1_000 });
    expect(first.nextCheckMs).toBe(1_300);
    expect(grouped([standing(1, 0), walking(2, 1)], first.state, { nowMs: 1_299 }).state.bubbles).toEqual([]);
    expect(
      grouped([standing(1, 0), walking(2, 1)], first.state, { nowMs: 1_300 }).state.bubbles,
    ).toHaveLength(1);
  });

  it('forgets the dwell when the walker was out of range in between', () => {
    const first = grouped([standing(1, 0), walking(2, 2)]);
    const away = grouped([standing(1, 0), walking(2, 3)], first.state, { nowMs: 200 });
    expect(grouped([standing(1, 0), walking(2, 2)], away.state, { nowMs: 400 }).state.bubbles).toEqual([]);
  });
});

describe('rule 3: walls', () => {
  it.each([
    ['a wall parts', tileKinds.wall, 0],
    ['a table does not', tileKinds.block, 1],
  ])('%s', (_, kind, count) => {
    const grid = { ...plain, kinds: plain.kinds.with(1, kind) };
    expect(grouped([standing(1, 0), standing(2, 2)], emptyProximity, { grid }).state.bubbles).toHaveLength(
      count,
    );
    expect(grouped([standing(1, 0), standing(2, 2)], bubbled([1, 2]), { grid }).state.bubbles).toHaveLength(
      count,
    );
  });
});

describe('rule 4: capacity', () => {
  const small = { ...rules, capacity: 2 };
  it('leaves the newcomer outside and says full', () => {
    const result = grouped([standing(1, 0), standing(2, 1), standing(3, 2)], bubbled([1, 2]), {
      rules: small,
    });
    expect(result.state.bubbles).toEqual([{ key: 'k1', members: [1, 2] }]);
    expect([...result.fullKeys]).toEqual(['k1']);
  });
});

describe('rule 5: apart by hand', () => {
  const apart: ProximityState = { ...emptyProximity, apart: [{ a: 1, b: 2 }] };
  it('stays apart within the end range, even through a third', () => {
    expect(grouped([standing(1, 0), standing(2, 3)], apart).state.apart).toEqual([{ a: 1, b: 2 }]);
    expect(grouped([standing(1, 0), standing(2, 1), standing(3, 2)], apart).state.bubbles).toEqual([
      { key: null, members: [2, 3] },
    ]);
  });

  it('is forgotten once they were out of it', () => {
    const away = grouped([standing(1, 0), standing(2, 4)], apart);
    expect(away.state.apart).toEqual([]);
    expect(grouped([standing(1, 0), standing(2, 1)], away.state).state.bubbles).toHaveLength(1);
  });
});

describe('rule 6: merging', () => {
  it('keeps the key that brought most', () => {
    const people = [standing(1, 0), standing(2, 1), standing(3, 3), standing(4, 4), standing(5, 5)];
    expect(grouped(people, bubbled([1, 2], [3, 4, 5])).state.bubbles).toEqual([
      { key: 'k2', members: [1, 2, 3, 4, 5] },
    ]);
  });

  it('keeps the lower key on a tie', () => {
    const people = [standing(1, 0), standing(2, 1), standing(3, 3), standing(4, 4)];
    expect(grouped(people, bubbled([3, 4], [1, 2])).state.bubbles).toEqual([
      { key: 'k1', members: [1, 2, 3, 4] },
    ]);
  });
});

describe('rule 7: the resident', () => {
  it('joins who is alone', () => {
    expect(grouped([standing(1, 0), resident(9, 2)]).state.bubbles).toEqual([{ key: null, members: [1, 9] }]);
  });

  it('keeps its guest up to the end range', () => {
    expect(grouped([standing(1, 0), resident(9, 3)], bubbled([1, 9])).state.bubbles).toEqual([
      { key: 'k1', members: [1, 9] },
    ]);
  });

  it('steps back when somebody comes', () => {
    expect(grouped([standing(1, 0), standing(2, 1), resident(9, 2)], bubbled([1, 9])).state.bubbles).toEqual([
      { key: null, members: [1, 2] },
    ]);
  });

  it('does not bring two people together', () => {
    expect(grouped([standing(1, 0), resident(9, 2), standing(2, 4)]).state.bubbles).toEqual([
      { key: null, members: [1, 9] },
    ]);
  });

  it('stays away from who left it by hand', () => {
    expect(
      grouped([standing(1, 0), resident(9, 2)], { ...emptyProximity, apart: [{ a: 1, b: 9 }] }).state.bubbles,
    ).toEqual([]);
  });
});

describe('rule 8: people who block each other', () => {
  const separated = [{ a: 1, b: 2 }];

  it.each([
    ['do not join', emptyProximity],
    ['part when they were together', bubbled([1, 2])],
  ])('%s', (_, last) => {
    expect(grouped([standing(1, 0), standing(2, 1)], last, { separated }).state.bubbles).toEqual([]);
  });

  it('stand in one bubble through a third, and no longer than with the third', () => {
    const people = [standing(1, 0), standing(2, 1), standing(3, 2)];
    const together = grouped(people, emptyProximity, { separated });
    expect(together.state.bubbles).toEqual([{ key: null, members: [1, 2, 3] }]);
    const alone = grouped([standing(1, 0), standing(2, 1)], bubbled([1, 2, 3]), { separated });
    expect(alone.state.bubbles).toEqual([]);
  });

  it('do not begin to dwell', () => {
    expect(grouped([standing(1, 0), walking(2, 1)], emptyProximity, { separated }).nextCheckMs).toBeNull();
  });
});

describe('rule 9: who is absent is of no bubble', () => {
  const three = [standing(1, 0), standing(2, 1), standing(3, 2)];

  it('leaves the bubble that they were in, and links nobody', () => {
    expect(grouped(three, bubbled([1, 2, 3]), { absent: [3] }).state.bubbles).toEqual([
      { key: 'k1', members: [1, 2] },
    ]);
    const row = [standing(1, 0), standing(2, 2), standing(3, 4)];
    expect(grouped(row, bubbled([1, 2, 3]), { absent: [2] }).state.bubbles).toEqual([]);
  });

  it('is back at once', () => {
    const { state } = grouped(three, bubbled([1, 2, 3]), { absent: [1, 2] });
    expect(state.bubbles).toEqual([]);
    expect(grouped(three, state).state.bubbles).toEqual([{ key: null, members: [1, 2, 3] }]);
  });

  it('meets those again from whom they parted by hand before', () => {
    const parted = { ...emptyProximity, apart: [{ a: 1, b: 2 }] };
    const two = three.slice(0, 2);
    expect(grouped(two, parted).state.bubbles).toEqual([]);
    const { state } = grouped(two, parted, { absent: [1] });
    expect(grouped(two, state).state.bubbles).toEqual([{ key: null, members: [1, 2] }]);
  });

  it('keeps no resident busy', () => {
    expect(grouped([standing(1, 0), resident(9, 1)], bubbled([1, 9]), { absent: [1] }).state.bubbles).toEqual(
      [],
    );
  });
});
