import { describe, expect, it } from 'vitest';
import { createFrameLoop } from './frameLoop.ts';
import { variantPath } from './images.ts';
import { readPeopleAtlas } from './peopleAtlas.ts';
import { overlapArea } from './standing.ts';
import { placeTags, tagHeight } from './tagPlacement.ts';

describe('variantPath', () => {
  it.each([
    ['day', 1, 'a/floor.png'],
    ['night', 1, 'a/floor-night.png'],
    ['day', 2, 'a/floor@2x.png'],
    ['night', 2, 'a/floor-night@2x.png'],
  ] as const)('names the picture of %s at %d', (theme, scale, path) => {
    expect(variantPath('a/floor.png', theme, scale)).toBe(path);
  });
});

describe('readPeopleAtlas', () => {
  const box = (x: number) => ({ frame: { x, y: 0, w: 36, h: 64 }, anchor: { x: 0.5, y: 0.9 } });
  const names = [
    'mira.down.stand',
    'mira.right.stand',
    'mira.right.walk1',
    'mira.right.walk2',
    'mira.right.walk10',
  ];
  const frames = Object.fromEntries(names.map((name, index) => [name, box(index * 36)]));
  const atlas = readPeopleAtlas({ frames, meta: { image: 'people.png' } }, '/atlas/');

  it('mirrors right for left', () => {
    expect(atlas.frameOf('mira', 'left', null)).toEqual({
      frame: { image: '/atlas/people.png', x: 36, y: 0, width: 36, height: 64 },
      anchor: { x: 0.5, y: 0.9 },
      isMirrored: true,
    });
  });

  it('walks through its pictures in the order of their numbers', () => {
    const xs = [0, 0.4, 0.9].map((share) => atlas.frameOf('mira', 'right', share)?.frame.x);
    expect(xs).toEqual([72, 108, 144]);
  });

  it('stands where it has no walk, and draws somebody for an unknown character', () => {
    expect(atlas.frameOf('mira', 'down', 0.5)?.frame.x).toBe(0);
    expect(atlas.frameOf('nobody', 'down', null)?.frame.x).toBe(0);
  });
});

describe('createFrameLoop', () => {
  it('draws once for many changes, goes on while something moves, and rests', () => {
    const waiting: ((nowMs: number) => void)[] = [];
    const elapsed: number[] = [];
    let framesToMove = 2;
    const draw = (_nowMs: number, elapsedMs: number) => {
      elapsed.push(elapsedMs);
      framesToMove -= 1;
      return framesToMove > 0;
    };
    const loop = createFrameLoop(draw, {
      request: (callback) => waiting.push(callback),
      cancel: () => undefined,
    });
    loop.invalidate();
    loop.invalidate();
    expect(waiting).toHaveLength(1);
    waiting.shift()?.(100);
    waiting.shift()?.(116);
    expect(waiting).toHaveLength(0);
    loop.invalidate();
    waiting.shift()?.(9_000);
    expect(elapsed).toEqual([0, 16, 0]);
    expect(loop.frames()).toBe(3);
  });
});

describe('placeTags', () => {
  const wish = (entity: number, x: number, y: number) => ({
    entity,
    feet: { x, y },
    width: 60,
    lastSlot: null,
  });

  it('goes below the feet of somebody alone', () => {
    expect(placeTags([wish(1, 100, 100)], 1.5).get(1)).toEqual({ slot: 0, dx: -30, dy: 7 });
  });

  it('avoids the face of somebody who stands right in front', () => {
    const places = placeTags([wish(1, 100, 100), wish(2, 100, 172)], 1.5);
    expect(places.get(1)?.slot).not.toBe(0);
  });

  it('never lets the tags of two neighbours cover each other', () => {
    const wishes = [wish(1, 100, 100), wish(2, 148, 100)];
    const places = placeTags(wishes, 1.5);
    const boxes = wishes.map(({ entity, feet, width }) => {
      const place = places.get(entity) ?? { dx: 0, dy: 0 };
      return { x: feet.x + place.dx, y: feet.y + place.dy, width, height: tagHeight };
    });
    const [first, second] = boxes;
    expect(first !== undefined && second !== undefined ? overlapArea(first, second) : -1).toBe(0);
  });
});
