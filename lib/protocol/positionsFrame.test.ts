import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePositions, encodePositions, FrameError } from './positionsFrame.ts';
import { positionsSchema } from './space.ts';

const u16 = fc.integer({ min: 0, max: 0xffff });
const arbitraryPositions = fc.record({
  tick: fc.integer({ min: 0, max: 0xffff_ffff }),
  zone: u16,
  isWhole: fc.boolean(),
  people: fc.array(
    fc.record({
      entity: u16,
      x: u16,
      y: u16,
      seq: u16,
      facing: fc.constantFrom('down', 'left', 'right', 'up'),
      isMoving: fc.boolean(),
    }),
    { maxLength: 50 },
  ),
});

describe('positions frame', () => {
  it('reads back what was written, and that is what the JSON form says', () => {
    fc.assert(
      fc.property(arbitraryPositions, (positions) => {
        const read = decodePositions(encodePositions(positions));
        expect(read).toEqual(positions);
        expect(positionsSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(positions);
      }),
    );
  });

  it('takes 10 bytes and 9 a person', () => {
    fc.assert(
      fc.property(arbitraryPositions, (positions) => {
        expect(encodePositions(positions).byteLength).toBe(10 + 9 * positions.people.length);
      }),
    );
  });

  it('reads a frame that lies inside a larger buffer', () => {
    const frame = encodePositions({ tick: 1, zone: 2, isWhole: true, people: [] });
    const larger = new Uint8Array(frame.byteLength + 7);
    larger.set(frame, 5);
    expect(decodePositions(larger.subarray(5, 5 + frame.byteLength)).zone).toBe(2);
  });

  it('refuses every other byte string with FrameError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          const read = decodePositions(bytes);
          expect(bytes.byteLength).toBe(10 + 9 * read.people.length);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
  });
});
