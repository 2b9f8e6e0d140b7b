import type { Facing } from '../domain/geometry.ts';
import type { Position, Positions } from './catalogue.ts';

/**
 * Positions of one zone in one tick as bytes, little-endian. One frame serves everybody who sees the zone, so the last
 * applied sequence number stands beside each avatar instead of in a header that would differ per receiver.
 *
 * | bytes | what |
 * | --- | --- |
 * | 1 | frame version |
 * | 4 | tick |
 * | 2 | zone |
 * | 1 | 1 when the frame holds everybody in the zone |
 * | 2 | number of people |
 * | 9 each | u16 entity, u16 x, u16 y (tiles), u16 seq, u8: bits 0–1 facing, bit 2 moving |
 */
const frameVersion = 1;
const headerBytes = 10;
const personBytes = 9;
const movingBit = 4;
const facingMask = 3;
const facings: readonly Facing[] = ['down', 'left', 'right', 'up'];

/** A frame that cannot be read; the receiver drops it. */
export class FrameError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FrameError';
  }
}

export function encodePositions(positions: Positions): Uint8Array {
  const bytes = new Uint8Array(headerBytes + positions.people.length * personBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frameVersion);
  view.setUint32(1, positions.tick, true);
  view.setUint16(5, positions.zone, true);
  view.setUint8(7, positions.isWhole ? 1 : 0);
  view.setUint16(8, positions.people.length, true);
  positions.people.forEach((person, index) => {
    writePerson(view, headerBytes + index * personBytes, person);
  });
  return bytes;
}

/** Throws `FrameError` when the version is another one or the length does not fit the count. */
export function decodePositions(bytes: Uint8Array): Positions {
  if (bytes.byteLength < headerBytes) throw new FrameError('the frame is shorter than its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== frameVersion) throw new FrameError(`unknown frame version ${view.getUint8(0)}`);
  const count = view.getUint16(8, true);
  if (bytes.byteLength !== headerBytes + count * personBytes)
    throw new FrameError('the frame is not as long as it says');
  return {
    tick: view.getUint32(1, true),
    zone: view.getUint16(5, true),
    isWhole: view.getUint8(7) === 1,
    people: Array.from({ length: count }, (_, index) => readPerson(view, headerBytes + index * personBytes)),
  };
}

function writePerson(view: DataView, offset: number, person: Position): void {
  view.setUint16(offset, person.entity, true);
  view.setUint16(offset + 2, person.x, true);
  view.setUint16(offset + 4, person.y, true);
  view.setUint16(offset + 6, person.seq, true);
  view.setUint8(offset + 8, facings.indexOf(person.facing) | (person.isMoving ? movingBit : 0));
}

function readPerson(view: DataView, offset: number): Position {
  const flags = view.getUint8(offset + 8);
  return {
    entity: view.getUint16(offset, true),
    x: view.getUint16(offset + 2, true),
    y: view.getUint16(offset + 4, true),
    seq: view.getUint16(offset + 6, true),
    facing: facings[flags & facingMask] ?? 'down',
    isMoving: (flags & movingBit) !== 0,
  };
}
