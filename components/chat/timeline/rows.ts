import type { OutgoingMessage } from '#lib/client/chat/ChatState.ts';
import type { Message } from '#lib/domain/chat/log.ts';

/** What stands in the list of a room, from the top to the bottom. */
export type Row =
  /** Nothing was written before. */
  | { readonly kind: 'beginning'; readonly key: string }
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  /** What follows is new to me. */
  | { readonly kind: 'new'; readonly key: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly isFirst: boolean }
  | {
      readonly kind: 'outgoing';
      readonly key: string;
      readonly outgoing: OutgoingMessage;
      readonly isFirst: boolean;
    };

/** Messages of one person stand together while no more than this lies between two of them, in ms. */
export const groupGapMs = 5 * 60_000;

export interface RowsInput {
  readonly messages: readonly Message[];
  readonly outgoing: readonly OutgoingMessage[];
  readonly selfId: string | null;
  readonly newAfterSeq: number | null;
  readonly hasOlder: boolean;
  /** False while the list shows a place in the past: what is on its way would stand at the wrong place. */
  readonly isAtEnd: boolean;
  readonly timeZone: string;
}

interface Entry {
  readonly userId: string | null;
  readonly atMs: number;
  readonly standsAlone: boolean;
  /** Null for what has no number yet. */
  readonly seq: number | null;
  readonly row: (isFirst: boolean) => Row;
}

/**
 * The rows of a room. A message keeps its key when it has been sent, so that it stays where it stands. Pure.
 */
export function rowsOf(input: RowsInput): readonly Row[] {
  const rows: Row[] = input.hasOlder ? [] : [{ kind: 'beginning', key: 'beginning' }];
  let before: Entry | null = null;
  let day = '';
  let isMarked = input.newAfterSeq === null;
  for (const entry of entriesOf(input)) {
    const entryDay = dayOf(entry.atMs, input.timeZone);
    const isNew = !isMarked && entry.userId !== input.selfId && (entry.seq ?? 0) > (input.newAfterSeq ?? 0);
    if (entryDay !== day) rows.push(dayRow(entryDay, entry.atMs));
    if (isNew) rows.push({ kind: 'new', key: 'new' });
    rows.push(entry.row(entryDay !== day || isNew || !isTogether(before, entry)));
    if (isNew) isMarked = true;
    day = entryDay;
    before = entry;
  }
  return rows;
}

const dayRow = (day: string, atMs: number): Row => ({
  kind: 'day',
  key: `day:${day}`,
  at: new Date(atMs).toISOString(),
});

function isTogether(before: Entry | null, entry: Entry): boolean {
  if (before === null || before.userId !== entry.userId || entry.standsAlone) return false;
  return entry.atMs - before.atMs <= groupGapMs;
}

function entriesOf({ messages, outgoing, selfId, isAtEnd }: RowsInput): Entry[] {
  const stored = new Set(messages.filter(({ userId }) => userId === selfId).map(({ clientId }) => clientId));
  const waiting = isAtEnd ? outgoing.filter(({ clientId }) => !stored.has(clientId)) : [];
  return [
    ...messages.map((message) => ({
      seq: message.seq,
      userId: message.userId,
      atMs: Date.parse(message.at),
      standsAlone: message.replyTo !== null,
      row: (isFirst: boolean): Row => ({ kind: 'message', key: keyOf(message), message, isFirst }),
    })),
    ...waiting.map((sent) => ({
      seq: null,
      userId: selfId,
      atMs: sent.atMs,
      standsAlone: sent.replyTo !== null,
      row: (isFirst: boolean): Row => ({
        kind: 'outgoing',
        key: `${selfId}:${sent.clientId}`,
        outgoing: sent,
        isFirst,
      }),
    })),
  ];
}

/** A person's own id of a message is told apart from everybody else's. */
export const keyOf = ({ userId, clientId }: Pick<Message, 'userId' | 'clientId'>): string =>
  `${userId}:${clientId}`;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an instant in a time zone, as `2026-01-31`. */
export function dayOf(atMs: number, timeZone: string): string {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (known === undefined) formats.set(timeZone, format);
  return format.format(atMs);
}

/**
 * The instant (ISO 8601) at which a day like `2026-01-31` begins in a time zone; null when it is no day. Looks for the
 * first quarter of an hour of that day, so changes of the clock are no matter.
 */
export function startOfDay(day: string, timeZone: string): string | null {
  const middayMs = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(middayMs)) return null;
  const quarterMs = 15 * 60_000;
  let atMs = middayMs - 27 * 3_600_000;
  while (dayOf(atMs, timeZone) < day) atMs += quarterMs;
  return new Date(atMs).toISOString();
}
