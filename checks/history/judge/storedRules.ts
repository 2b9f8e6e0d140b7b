import { isDeepStrictEqual } from 'node:util';
import type { StoredEntry } from '#server/persistence/ports.ts';
import type { Acknowledged, Asked, History, StoredRoom } from '../History.ts';
import { type Fault, fault } from './Fault.ts';
import { reduceLog } from './reduceLog.ts';

const keyOf = (roomId: string, person: string, clientId: string): string => `${roomId} ${person} ${clientId}`;

export const askedIn = ({ events }: History): Asked[] =>
  events.filter((event): event is Asked => event.kind === 'asked');

export const acknowledgedIn = ({ events }: History): Acknowledged[] =>
  events.filter((event): event is Acknowledged => event.kind === 'acknowledged');

/** Stored entries by who asked for them. */
export function storedByKey({ rooms }: History): Map<string, StoredEntry> {
  const entries = rooms.flatMap((room) => room.entries);
  return new Map(entries.map((entry) => [keyOf(entry.roomId, entry.userId, entry.clientId), entry]));
}

export const keyOfEvent = ({ roomId, person, clientId }: Asked | Acknowledged): string =>
  keyOf(roomId, person, clientId);

export function acknowledgedIsStored(history: History): Fault[] {
  const stored = storedByKey(history);
  const asked = new Map(askedIn(history).map((event) => [keyOfEvent(event), event]));
  return acknowledgedIn(history).flatMap((ack) => {
    const entry = stored.get(keyOfEvent(ack));
    if (entry === undefined)
      return changesNothing(history, asked.get(keyOfEvent(ack)), ack) ? [] : [lost(ack)];
    const isThis = entry.seq === ack.seq && (entry.kind !== 'message' || entry.message.id === ack.id);
    if (isThis) return [];
    return [
      fault('acknowledged-is-stored', `${ack.clientId} was acknowledged as ${ack.seq}, is ${entry.seq}`),
    ];
  });
}

const lost = (ack: Acknowledged): Fault =>
  fault('acknowledged-is-stored', `${ack.clientId} was acknowledged as ${ack.seq} and is not stored`);

/** A reaction or a pin that was there already (or gone) is acknowledged without an entry. */
function changesNothing({ rooms }: History, asked: Asked | undefined, ack: Acknowledged): boolean {
  const room = rooms.find(({ roomId }) => roomId === ack.roomId);
  if (asked === undefined || room === undefined) return false;
  const message = reduceLog(room, ack.seq).find(({ id }) => id === asked.messageId);
  if (message === undefined) return false;
  if (asked.act === 'pin') return (message.pinnedAt !== null) === asked.isOn;
  if (asked.act !== 'react') return asked.act === 'delete' && message.deletedAt !== null;
  const reaction = message.reactions.find(({ emoji }) => emoji === asked.emoji);
  return (reaction?.userIds.includes(asked.person) ?? false) === asked.isOn;
}

/** The same id of the sender's own, or the same words, which are never sent twice. */
export function storedOnce({ rooms }: History): Fault[] {
  return rooms.flatMap(({ roomId, entries, originals }) => [
    ...doubles(entries.map(({ userId, clientId }) => keyOf(roomId, userId, clientId))),
    ...doubles([...originals.values()]),
  ]);
}

function doubles(keys: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (seen.has(key)) return [fault('stored-once', `${key} is stored twice`)];
    seen.add(key);
    return [];
  });
}

export function storedWasAsked(history: History): Fault[] {
  const asked = new Map(askedIn(history).map((event) => [keyOfEvent(event), event]));
  return [...storedByKey(history)].flatMap(([key, entry]) => {
    const event = asked.get(key);
    if (event === undefined) return [fault('stored-was-asked', `nobody asked for ${key} (${entry.kind})`)];
    return isWhatWasAsked(event, entry, history.rooms)
      ? []
      : [fault('stored-was-asked', `${key} is something else`)];
  });
}

function isWhatWasAsked(asked: Asked, entry: StoredEntry, rooms: readonly StoredRoom[]): boolean {
  if (entry.kind === 'message') {
    const room = rooms.find(({ roomId }) => roomId === entry.roomId);
    return asked.act === 'send' && room?.originals.get(entry.message.id) === asked.words;
  }
  if (asked.act !== entry.kind || asked.messageId !== entry.messageId) return false;
  if (entry.kind === 'react') return asked.emoji === entry.emoji && asked.isOn === entry.isOn;
  return entry.kind !== 'pin' || asked.isOn === entry.isOn;
}

export function numberedWithoutGap({ rooms }: History): Fault[] {
  return rooms.flatMap(({ roomId, entries }) => {
    const at = entries.findIndex(({ seq }, index) => seq !== index + 1);
    return at === -1
      ? []
      : [fault('numbered-without-gap', `${roomId} has ${entries[at]?.seq} for ${at + 1}`)];
  });
}

export function stateIsTheLog({ rooms }: History): Fault[] {
  return rooms.flatMap((room) => {
    const reduced = new Map(reduceLog(room).map((message) => [message.id, message]));
    return room.entries.flatMap((entry) => {
      if (entry.kind !== 'message' || isDeepStrictEqual(reduced.get(entry.message.id), entry.message))
        return [];
      const both = [entry.message, reduced.get(entry.message.id)].map((one) => JSON.stringify(one));
      return [fault('state-is-the-log', `stored ${both[0]}, by its events ${both[1]}`)];
    });
  });
}

/** What was sent after an acknowledgement stands after what was acknowledged. */
export function senderOrder(history: History): Fault[] {
  const stored = storedByKey(history);
  const latest = new Map<string, number>();
  return history.events.flatMap((event) => {
    const who = `${event.person} in ${event.roomId}`;
    const before = latest.get(who) ?? 0;
    if (event.kind === 'acknowledged') latest.set(who, Math.max(before, event.seq));
    if (event.kind !== 'asked' || event.act !== 'send') return [];
    const seq = stored.get(keyOfEvent(event))?.seq;
    if (seq === undefined || seq > before) return [];
    return [fault('sender-order', `${who}: ${seq} was sent after ${before} was acknowledged`)];
  });
}
