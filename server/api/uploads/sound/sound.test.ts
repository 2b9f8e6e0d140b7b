import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mp4, webm } from '../testing/media.ts';
import { isSoundOnlyMp4 } from './mp4.ts';
import { isSoundOnlyWebm } from './webm.ts';

describe('WebM', () => {
  it.each<[Parameters<typeof webm>, boolean]>([
    [['audio'], true],
    [['audio', 'audio'], true],
    [['video'], false],
    [['audio', 'video'], false],
    [['video', 'audio'], false],
    [['audio', 'subtitle'], false],
    [[], false],
  ])('with %j', (tracks, isSound) => {
    expect(isSoundOnlyWebm(webm(...tracks))).toBe(isSound);
  });
});

describe('MP4', () => {
  it.each<[string[], boolean]>([
    [['soun'], true],
    [['soun', 'soun'], true],
    [['vide'], false],
    [['soun', 'vide'], false],
    [['soun', 'text'], false],
    [[], false],
  ])('with %j', (handlers, isSound) => {
    expect(isSoundOnlyMp4(mp4('isom', ...handlers))).toBe(isSound);
  });
});

/** Any bytes, and good files with some of their bytes changed or cut off. */
const damaged = (good: Uint8Array) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 8 }), fc.nat(good.length))
      .map(([changes, length]) => {
        const copy = good.slice();
        for (const [at, value] of changes) copy[at] = value;
        return copy.subarray(0, length);
      }),
  );

describe('rubbish is read to an end', () => {
  it('as WebM', () => {
    fc.assert(
      fc.property(damaged(webm('audio', 'video')), (bytes) => {
        expect(typeof isSoundOnlyWebm(bytes)).toBe('boolean');
      }),
    );
  });

  it('as MP4', () => {
    fc.assert(
      fc.property(damaged(mp4('isom', 'soun', 'vide')), (bytes) => {
        expect(typeof isSoundOnlyMp4(bytes)).toBe('boolean');
      }),
    );
  });
});
