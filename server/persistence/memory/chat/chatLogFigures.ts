import type { Message } from '#lib/domain/chat/log.ts';
import type { ChatLogRepository } from '../../ports/chat.ts';
import { type Tables, where } from '../tables.ts';
import { messagesOf } from './logTables.ts';

type Figures = Awaited<ReturnType<ChatLogRepository['figures']>>;

/** Day (`2026-11-21`) and hour of an instant where somebody lives. */
function localTimes(timeZone: string): (at: string) => { day: string; hour: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
    return {
      day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
      hour: Number(parts.get('hour')),
    };
  };
}

const peopleOf = (messages: Message[]): number => new Set(messages.map(({ userId }) => userId)).size;

const grouped = (messages: Message[], keyOf: (message: Message) => string): [string, Message[]][] => [
  ...Map.groupBy(messages, keyOf),
];

/** Most first; those with as many by their id. */
const byMessages = <Row extends { messages: number }>(rows: Row[], idOf: (row: Row) => string): Row[] =>
  rows.sort((a, b) => b.messages - a.messages || (idOf(a) < idOf(b) ? -1 : 1));

/** What was written in the rooms of a space, direct ones left out: who talks with whom is nobody else's business. */
export function figures(
  tables: Tables,
  { spaceId, from, to, timeZone }: Parameters<ChatLogRepository['figures']>[0],
): Figures {
  const localOf = localTimes(timeZone);
  const sent = where(tables.chatrooms, (room) => room.spaceId === spaceId && room.kind === 'room')
    .flatMap(({ id }) => messagesOf(tables, id))
    .filter(({ at, deletedAt }) => deletedAt === null && at >= from && at < to);
  const perHour = Array.from({ length: 24 }, () => 0);
  for (const { at } of sent) {
    const { hour } = localOf(at);
    perHour[hour] = (perHour[hour] ?? 0) + 1;
  }
  return {
    perDay: grouped(sent, ({ at }) => localOf(at).day)
      .map(([day, messages]) => ({ day, messages: messages.length, people: peopleOf(messages) }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    perHour,
    rooms: byMessages(
      grouped(sent, ({ roomId }) => roomId).map(([roomId, messages]) => ({
        roomId,
        messages: messages.length,
        people: peopleOf(messages),
      })),
      ({ roomId }) => roomId,
    ),
    people: byMessages(
      grouped(sent, ({ userId }) => userId).map(([userId, messages]) => ({
        userId,
        messages: messages.length,
      })),
      ({ userId }) => userId,
    ),
    activePeople: peopleOf(sent),
  };
}
