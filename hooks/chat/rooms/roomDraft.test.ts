import { describe, expect, it } from 'vitest';
import { slowModeSMost } from '#lib/domain/chat/limits.ts';
import {
  emptyRoomDraft,
  roomChanges,
  roomDraftOf,
  roomProblems,
  slowModes,
  slowModesWith,
  slowModeUnit,
} from './roomDraft.ts';
import { testRoom } from './testing/testRoom.ts';

const draft = (over: Partial<typeof emptyRoomDraft>) => ({ ...emptyRoomDraft, name: 'Garden', ...over });

describe('the form of a chatroom', () => {
  it.each([
    [{}, {}],
    [{ name: '  ' }, { name: 'empty' }],
    [{ name: 'x'.repeat(61) }, { name: 'long' }],
    [{ name: 'a\u202eb' }, { name: 'signs' }],
    [{ name: '\u200d' }, { name: 'signs' }],
    [{ description: 'x'.repeat(201) }, { description: 'long' }],
    [{ description: 'two\nlines' }, { description: 'signs' }],
  ])('%j has the problems %j', (over, problems) => expect(roomProblems(draft(over))).toEqual(problems));

  it('sends what was changed and nothing else', () => {
    const room = testRoom({ name: 'Garden', description: 'Plants' });
    expect(roomChanges(room, roomDraftOf(room))).toEqual({});
    expect(roomChanges(room, { ...roomDraftOf(room), name: ' Garden ', slowModeS: 30 })).toEqual({
      slowModeS: 30,
    });
    expect(roomChanges(room, { ...roomDraftOf(room), description: '', isPrivate: true })).toEqual({
      description: '',
      isPrivate: true,
    });
  });
});

describe('the pause between two messages', () => {
  it('is offered within what the server takes', () => {
    expect(Math.max(...slowModes)).toBeLessThanOrEqual(slowModeSMost);
    expect(slowModesWith(45)).toContain(45);
    expect(slowModesWith(30)).toHaveLength(slowModes.length);
  });

  it.each([
    [0, 'slowOff', 0],
    [45, 'slowSeconds', 45],
    [60, 'slowMinutes', 1],
    [90, 'slowSeconds', 90],
    [7_200, 'slowHours', 2],
  ])('of %i s is told in %s', (seconds, unit, count) =>
    expect(slowModeUnit(seconds)).toEqual({ unit, count }),
  );
});
