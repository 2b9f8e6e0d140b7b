import { describe, expect, it } from 'vitest';
import { columnCount, columnsOf, nothingOpen, type ShellState, stepBack } from './shellState.ts';

const room: ShellState = { roomId: 'r', side: null };
const thread: ShellState = { roomId: 'r', side: { kind: 'thread', messageId: 'm' } };
const search: ShellState = { roomId: null, side: { kind: 'search' } };
describe('the columns of the chat', () => {
  it.each([
    ['panel', 1_920, 1],
    ['page', 390, 1],
    ['page', 760, 2],
    ['page', 1_180, 3],
  ] as const)('%s of %d px has %d', (layout, width, count) => expect(columnCount(layout, width)).toBe(count));

  it.each<[ShellState, 1 | 2 | 3, 'list' | 'room', 'none' | 'over' | 'beside']>([
    [nothingOpen, 1, 'list', 'none'],
    [room, 1, 'room', 'none'],
    [thread, 1, 'room', 'over'],
    [search, 1, 'list', 'over'],
    [nothingOpen, 2, 'room', 'none'],
    [thread, 2, 'room', 'over'],
    [room, 3, 'room', 'none'],
    [thread, 3, 'room', 'beside'],
  ])('%j in %d', (state, count, middle, side) => {
    expect(columnsOf(state, count)).toEqual({ middle, side, hasListBeside: count > 1 });
  });

  it('the way back leads over the room to the list', () => {
    expect(stepBack(thread)).toEqual(room);
    expect(stepBack(room)).toEqual(nothingOpen);
    expect(stepBack(search)).toEqual(nothingOpen);
  });
});
