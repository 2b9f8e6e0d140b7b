import { createRoomSchema } from '#lib/protocol/chat/inputs.ts';
import type { ChatroomView } from '#lib/protocol/chat/views.ts';

/** Longest name and description of a chatroom, in UTF-16 units; as the server has it. */
export const roomTextMost = { name: 60, description: 200 } as const;

/** What stands in the form of a chatroom. */
export interface RoomDraft {
  readonly name: string;
  readonly description: string;
  readonly isPrivate: boolean;
  readonly slowModeS: number;
}

export const emptyRoomDraft: RoomDraft = { name: '', description: '', isPrivate: false, slowModeS: 0 };

export const roomDraftOf = ({ name, description, isPrivate, slowModeS }: ChatroomView): RoomDraft => ({
  name,
  description,
  isPrivate,
  slowModeS,
});

/** What is wrong with a text, as the key of its words. */
export type RoomProblem = 'empty' | 'long' | 'signs';

export interface RoomProblems {
  readonly name?: RoomProblem;
  readonly description?: RoomProblem;
}

/** What is wrong with a form, by field; empty: it can be sent. */
export function roomProblems({ name, description }: RoomDraft): RoomProblems {
  const { shape } = createRoomSchema;
  return {
    ...problemAt('name', name.trim(), roomTextMost.name, shape.name.safeParse(name).success),
    ...problemAt(
      'description',
      description.trim(),
      roomTextMost.description,
      shape.description.safeParse(description).success,
    ),
  };
}

function problemAt(
  field: keyof RoomProblems,
  text: string,
  most: number,
  isGood: boolean,
): Partial<Record<keyof RoomProblems, RoomProblem>> {
  if (isGood) return {};
  if (text === '') return { [field]: 'empty' };
  return { [field]: text.length > most ? 'long' : 'signs' };
}

/** What an edit has to send: the fields that differ. */
export function roomChanges(room: ChatroomView, draft: RoomDraft): Partial<RoomDraft> {
  const name = draft.name.trim();
  const description = draft.description.trim();
  return {
    ...(name !== room.name && { name }),
    ...(description !== room.description && { description }),
    ...(draft.isPrivate !== room.isPrivate && { isPrivate: draft.isPrivate }),
    ...(draft.slowModeS !== room.slowModeS && { slowModeS: draft.slowModeS }),
  };
}

/** Pauses that are offered, in s. */
export const slowModes = [0, 5, 10, 30, 60, 300, 900, 3_600, 21_600] as const;

/** Those and the one that a room has, which somebody may have set by REST. */
export const slowModesWith = (current: number): readonly number[] =>
  [...new Set([...slowModes, current])].sort((a, b) => a - b);

/** A pause as words say it: the largest unit that it is a whole number of. */
export function slowModeUnit(seconds: number): {
  readonly unit: 'slowOff' | 'slowSeconds' | 'slowMinutes' | 'slowHours';
  readonly count: number;
} {
  if (seconds === 0) return { unit: 'slowOff', count: 0 };
  if (seconds % 3_600 === 0) return { unit: 'slowHours', count: seconds / 3_600 };
  if (seconds % 60 === 0) return { unit: 'slowMinutes', count: seconds / 60 };
  return { unit: 'slowSeconds', count: seconds };
}
