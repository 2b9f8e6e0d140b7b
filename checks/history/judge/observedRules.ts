import { isDeepStrictEqual } from 'node:util';
import type { LogEntry } from '#lib/domain/chat/log.ts';
import type { StoredEntry } from '#server/persistence/ports.ts';
import type { History, HistoryEvent, Missed } from '../History.ts';
import { type Fault, fault } from './Fault.ts';
import { asLogEntry, reduceLog } from './reduceLog.ts';

const entriesOf = (event: HistoryEvent): readonly LogEntry[] =>
  event.kind === 'heard' || event.kind === 'missed' ? event.entries : [];

/** What of an entry never changes: a message's own state and the words of an edit may have been taken back since. */
function essenceOf(entry: LogEntry): object {
  switch (entry.kind) {
    case 'message': {
      const { id, seq, clientId, userId, at, replyTo } = entry.message;
      return { kind: entry.kind, seq: entry.seq, message: { id, seq, clientId, userId, at, replyTo } };
    }
    case 'edit': {
      const { content: _content, mentions: _mentions, ...rest } = entry;
      return rest;
    }
    case 'delete':
    case 'react':
    case 'pin':
    case 'hidden':
      return entry;
  }
}

export function observedIsStored({ events, rooms }: History): Fault[] {
  const stored = new Map<string, StoredEntry>();
  for (const { roomId, entries } of rooms)
    for (const entry of entries) stored.set(`${roomId} ${entry.seq}`, entry);
  return events.flatMap((event) =>
    entriesOf(event).flatMap((entry) => {
      const kept = stored.get(`${event.roomId} ${entry.seq}`);
      const isSame = kept !== undefined && isDeepStrictEqual(essenceOf(asLogEntry(kept)), essenceOf(entry));
      return isSame
        ? []
        : [
            fault(
              'observed-is-stored',
              `${event.person} got ${entry.kind} ${entry.seq}, which is not the log’s`,
            ),
          ];
    }),
  );
}

/** Known numbers may come again; a new one follows the highest. What was lost or left begins anew. */
export function heardInOrder({ events }: History): Fault[] {
  const highest = new Map<string, { connection: number; seq: number }>();
  return events.flatMap((event) => {
    const key = `${event.person} ${event.roomId}`;
    if (event.kind === 'gone' || event.kind === 'readmitted') highest.delete(key);
    if (event.kind !== 'heard') return [];
    const { connection } = event;
    return event.entries.flatMap(({ seq }) => {
      const before = highest.get(key);
      const isSame = before?.connection === connection;
      highest.set(key, { connection, seq: isSame ? Math.max(before.seq, seq) : seq });
      if (!isSame || seq <= before.seq + 1) return [];
      return [fault('heard-in-order', `${event.person} heard ${seq} after ${before.seq}`)];
    });
  });
}

export function replayIsWhole({ events }: History): Fault[] {
  return events.flatMap((event) => {
    if (event.kind !== 'missed' || event.isReload || isWhole(event)) return [];
    const seqs = event.entries.map(({ seq }) => seq).join(' ');
    return [
      fault('replay-is-whole', `${event.person}: ${seqs} after ${event.afterSeq}, to ${event.lastSeq}`),
    ];
  });
}

const isWhole = ({ afterSeq, entries, lastSeq }: Missed): boolean =>
  lastSeq === afterSeq + entries.length && entries.every(({ seq }, index) => seq === afterSeq + 1 + index);

/** Every page is compared entry by entry with what the log leaves. */
export function viewIsStored({ rooms, views }: History): Fault[] {
  const reduced = new Map(rooms.map((room) => [room.roomId, reduceLog(room)]));
  return views.flatMap(({ person, roomId, shown }) => {
    const messages = reduced.get(roomId) ?? [];
    if (shown === null) return [fault('view-is-stored', `${person} shows nothing of ${roomId}`)];
    const length = Math.max(messages.length, shown.messages.length);
    const at = Array.from({ length }, (_, index) => index).find(
      (index) => !isDeepStrictEqual(shown.messages[index], messages[index]),
    );
    if (at === undefined) return [];
    const both = [shown.messages[at], messages[at]].map((one) => JSON.stringify(one));
    return [fault('view-is-stored', `${person} shows ${both[0]} for ${both[1]}`)];
  });
}

export function nothingAfterRemoval({ events }: History): Fault[] {
  const ends = new Map<string, number>();
  return events.flatMap((event) => {
    const key = `${event.person} ${event.roomId}`;
    if (event.kind === 'removed') ends.set(key, event.lastSeq);
    if (event.kind === 'readmitted') ends.delete(key);
    const end = ends.get(key);
    if (end === undefined) return [];
    const later = seqsOf(event).filter((seq) => seq > end);
    return later.map((seq) =>
      fault('nothing-after-removal', `${event.person} got ${seq}, removed at ${end}`),
    );
  });
}

const seqsOf = (event: HistoryEvent): number[] =>
  (event.kind === 'read' ? event.messages : entriesOf(event)).map(({ seq }) => seq);
