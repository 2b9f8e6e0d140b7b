import type { Figures } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * Requires a time zone by name. Throws `bad_request`. Offsets such as `+0100` are none: PostgreSQL reads them the other
 * way round than ECMAScript does.
 */
function requireTimeZone(timeZone: string): void {
  const refusal = new RefusedError('bad_request', 'There is no such time zone.', 'timeZone');
  if (!/^[A-Za-z]/.test(timeZone)) throw refusal;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch (error) {
    throw error instanceof RangeError ? refusal : error;
  }
}

type RoomCount = { roomId: string; messages: number; people: number };

/**
 * Rooms with their names; closed ones that the reader is no member of go without. Direct rooms are left out: who talks to
 * whom is nobody's figure.
 */
async function roomFigures(
  { store }: ChatContext,
  counts: readonly RoomCount[],
  { spaceId, userId }: { spaceId: string; userId: string },
): Promise<Figures['rooms']> {
  const rooms = await store.chatrooms.findMany(counts.map(({ roomId }) => roomId));
  const readable = new Set((await store.chatrooms.listFor(spaceId, userId)).map(({ room }) => room.id));
  const byId = new Map(rooms.map((room) => [room.id, room]));
  return counts.flatMap(({ roomId: id, messages, people }) => {
    const room = byId.get(id);
    if (room === undefined || room.kind !== 'room') return [];
    return [{ id, name: readable.has(id) ? room.name : '', messages, people }];
  });
}

/** What was written in a space, counted. */
export function figureOperations(context: ChatContext): ChatOperationsOf<'read-figures'> {
  const { access, store, clock, people } = context;
  return {
    async 'read-figures'({ userId }, { spaceId, days, timeZone }) {
      await access.requireInSpace(userId, spaceId, 'read:chat-figures');
      requireTimeZone(timeZone);
      const to = new Date(clock.nowMs()).toISOString();
      const from = new Date(clock.nowMs() - days * dayMs).toISOString();
      const counted = await store.chatLog.figures({ spaceId, from, to, timeZone });
      const persons = await people.views(counted.people.map((count) => count.userId));
      const personOf = new Map(persons.map((person) => [person.id, person]));
      return {
        ...{ from, to, activePeople: counted.activePeople },
        ...{ perDay: counted.perDay, perHour: counted.perHour },
        messages: counted.perHour.reduce((sum, messages) => sum + messages, 0),
        rooms: await roomFigures(context, counted.rooms, { spaceId, userId }),
        people: counted.people.flatMap(({ userId: id, messages }) => {
          const person = personOf.get(id);
          return person === undefined ? [] : [{ person, messages }];
        }),
      };
    },
  };
}
