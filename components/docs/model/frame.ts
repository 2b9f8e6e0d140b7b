/** One field of the binary positions frame. */
export interface FrameField {
  readonly name: 'version' | 'tick' | 'zone' | 'whole' | 'count' | 'entity' | 'x' | 'y' | 'seq' | 'flags';
  /** Bytes from the start of the frame, or of the person. */
  readonly offset: number;
  readonly bytes: 1 | 2 | 4;
}

/** The head of a frame (`lib/protocol/positionsFrame.ts`); all numbers are unsigned and little-endian. */
export const frameHead: readonly FrameField[] = [
  { name: 'version', offset: 0, bytes: 1 },
  { name: 'tick', offset: 1, bytes: 4 },
  { name: 'zone', offset: 5, bytes: 2 },
  { name: 'whole', offset: 7, bytes: 1 },
  { name: 'count', offset: 8, bytes: 2 },
];

/** What follows for each person. */
export const framePerson: readonly FrameField[] = [
  { name: 'entity', offset: 0, bytes: 2 },
  { name: 'x', offset: 2, bytes: 2 },
  { name: 'y', offset: 4, bytes: 2 },
  { name: 'seq', offset: 6, bytes: 2 },
  { name: 'flags', offset: 8, bytes: 1 },
];
