import { describe, expect, it } from 'vitest';
import type { LogEntry, Message } from '#lib/domain/chat/log.ts';
import type { StoredEntry } from '#server/persistence/ports.ts';
import type { Acknowledged, Asked, History, HistoryEvent, StoredRoom } from '../History.ts';
import { judge } from './judge.ts';
import { asLogEntry, reduceLog } from './reduceLog.ts';

const at = '2026-01-01T00:00:00.000Z';
const roomId = 'room';

const message = (seq: number, more: Partial<Message> = {}): Message => ({
  ...{ id: `m${seq}`, roomId, seq, clientId: `c${seq}`, userId: 'alice', at, type: 'text' },
  ...{ content: `words ${seq}`, mentions: [], file: null, replyTo: null, threadId: null, replyCount: 0 },
  ...{ editedAt: null, deletedAt: null, pinnedAt: null, reactions: [] },
  ...more,
});

const stored = (one: Message): StoredEntry => {
  const { seq, userId, clientId } = one;
  return { kind: 'message', roomId, seq, at, userId, clientId, message: one };
};

const asked = (seq: number, more: Partial<Asked> = {}): Asked => ({
  ...{ kind: 'asked', person: 'alice', roomId, act: 'send', clientId: `c${seq}`, words: `words ${seq}` },
  ...{ messageId: null, emoji: null, isOn: null },
  ...more,
});

const acknowledged = (seq: number, more: Partial<Acknowledged> = {}): Acknowledged => ({
  ...{ kind: 'acknowledged', person: 'alice', roomId, clientId: `c${seq}`, seq, id: `m${seq}` },
  ...more,
});

const heard = (entries: readonly LogEntry[], connection = 0): HistoryEvent => ({
  ...{ kind: 'heard', person: 'bob', roomId, connection, entries },
});

const roomOf = (entries: readonly StoredEntry[]): StoredRoom => ({
  roomId,
  entries,
  originals: new Map(
    entries.flatMap((entry) =>
      entry.kind === 'message' ? [[entry.message.id, `words ${entry.message.seq}`] as const] : [],
    ),
  ),
});

const three = [1, 2, 3].map((seq) => stored(message(seq)));
const entries = three.map(asLogEntry);

/** Alice sends three messages, Bob hears them: all is well, but for what a test changes. */
function historyOf(change: Partial<History> & { more?: readonly HistoryEvent[] } = {}): History {
  const { more = [], ...rest } = change;
  const rooms = rest.rooms ?? [roomOf(three)];
  const sent = [1, 2, 3].flatMap((seq) => [asked(seq), acknowledged(seq)]);
  const shown = { messages: rooms.flatMap((room) => reduceLog(room)), lastSeq: 3 };
  const views = [{ person: 'bob', roomId, shown }];
  return { events: [...sent, heard(entries), ...more], rooms, views, ...rest };
}

const rulesOf = (history: History): string[] => [...new Set(judge(history).map(({ rule }) => rule))];

const act = (seq: number, more: object): StoredEntry =>
  ({ roomId, seq, at, userId: 'alice', clientId: `c${seq}`, messageId: 'm1', ...more }) as StoredEntry;

describe('a history without fault', () => {
  it('is let through', () => {
    expect(judge(historyOf())).toEqual([]);
  });

  it('may hold what nobody heard the answer of, and what was refused', () => {
    const refused: HistoryEvent = {
      kind: 'refused',
      person: 'bob',
      roomId,
      clientId: 'x',
      code: 'forbidden',
    };
    const events = [asked(1), asked(2), asked(3), asked(9, { person: 'bob', clientId: 'x' }), refused];
    expect(judge(historyOf({ events }))).toEqual([]);
  });

  it('may hold edits, reactions, pins, deletions and replies, with their messages as they stand then', () => {
    const reactions = [{ emoji: '👍', userIds: ['alice'] }];
    const first = message(1, { content: 'edited', editedAt: at, pinnedAt: at, reactions, replyCount: 1 });
    const reply = message(6, { replyTo: 'm1', threadId: 'm1' });
    const gone = message(2, { content: '', deletedAt: at });
    const log = [
      stored(first),
      stored(gone),
      act(3, { kind: 'edit', content: 'edited', mentions: [] }),
      act(4, { kind: 'react', emoji: '👍', isOn: true }),
      act(5, { kind: 'pin', isOn: true }),
      stored(reply),
      act(7, { kind: 'delete', messageId: 'm2' }),
    ];
    const upon = { messageId: 'm1', words: null };
    const events = [
      ...[asked(1), asked(2), asked(3, { ...upon, act: 'edit' })],
      asked(4, { ...upon, act: 'react', emoji: '👍', isOn: true }),
      ...[asked(5, { ...upon, act: 'pin', isOn: true }), asked(6)],
      asked(7, { ...upon, act: 'delete', messageId: 'm2' }),
    ];
    expect(judge(historyOf({ events, rooms: [roomOf(log)] }))).toEqual([]);
  });

  it('may acknowledge a reaction that was there already without storing it', () => {
    const react = { act: 'react', words: null, messageId: 'm1', emoji: '👍', person: 'bob' } as const;
    const answer = acknowledged(3, { clientId: 'x', person: 'bob', id: null });
    const off = [asked(9, { ...react, clientId: 'x', isOn: false }), answer];
    expect(judge(historyOf({ more: off }))).toEqual([]);
    const on = [asked(9, { ...react, clientId: 'x', isOn: true }), answer];
    expect(rulesOf(historyOf({ more: on }))).toEqual(['acknowledged-is-stored']);
  });

  it('may tell the same again, and begin anew after a cut', () => {
    const more = [heard(entries.slice(1)), heard(entries.slice(2), 1)];
    expect(judge(historyOf({ more }))).toEqual([]);
  });
});

describe('what was acknowledged', () => {
  it.each([
    ['is missing', acknowledged(4, { clientId: 'lost' })],
    ['has another number', acknowledged(1, { seq: 2 })],
    ['has another id', acknowledged(1, { id: 'other' })],
  ])('is a fault when it %s', (_, ack) => {
    expect(rulesOf(historyOf({ more: [ack] }))).toEqual(['acknowledged-is-stored']);
  });

  it('stands in its sender’s order', () => {
    const events = [asked(2), acknowledged(2), asked(1), acknowledged(1), asked(3)];
    expect(rulesOf(historyOf({ events }))).toEqual(['sender-order']);
  });
});

describe('what is stored', () => {
  it('is a fault twice: by the sender’s id, or by its words', () => {
    const again = stored(message(4, { clientId: 'c3' }));
    const log = roomOf([...three, again]);
    expect(rulesOf(historyOf({ rooms: [log] }))).toContain('stored-once');
    const other = roomOf([...three, stored(message(4, { content: 'words 3' }))]);
    const sameWords = { ...other, originals: new Map([...other.originals, ['m4', 'words 3']]) };
    const events = [asked(1), asked(2), asked(3), asked(4, { words: 'words 3' })];
    expect(rulesOf(historyOf({ rooms: [sameWords], events }))).toEqual(['stored-once']);
  });

  it('is a fault when nobody asked for it, or for something else', () => {
    const events = [asked(1), asked(2)];
    expect(rulesOf(historyOf({ events }))).toEqual(['stored-was-asked']);
    const others = [asked(1), asked(2), asked(3, { words: 'other words' })];
    expect(rulesOf(historyOf({ events: others }))).toEqual(['stored-was-asked']);
  });

  it('is a fault with a gap', () => {
    const log = roomOf([stored(message(1)), stored(message(3))]);
    expect(rulesOf(historyOf({ rooms: [log], events: [asked(1), asked(3)] }))).toEqual([
      'numbered-without-gap',
    ]);
  });

  it('is a fault when a message is not what its events made of it', () => {
    const log = roomOf([stored(message(1, { content: 'changed' })), ...three.slice(1)]);
    expect(rulesOf(historyOf({ rooms: [log] }))).toEqual(['state-is-the-log']);
  });
});

describe('what is observed', () => {
  it('is a fault when it is not what is stored', () => {
    const other: LogEntry = { kind: 'message', seq: 3, at, message: message(3, { id: 'other' }) };
    expect(rulesOf(historyOf({ more: [heard([other])] }))).toEqual(['observed-is-stored']);
  });

  it('is a fault when a live entry is left out', () => {
    const events = [asked(1), asked(2), asked(3), heard(entries.slice(0, 1)), heard(entries.slice(2))];
    expect(rulesOf(historyOf({ events }))).toEqual(['heard-in-order']);
  });

  it.each([
    ['begins late', entries.slice(1), 3],
    ['ends early', entries.slice(0, 2), 3],
    ['has a hole', [entries[0], entries[2]].filter((entry) => entry !== undefined), 2],
  ])('is a fault when a replay %s', (_, replayed, lastSeq) => {
    const missed = { kind: 'missed', person: 'bob', roomId, afterSeq: 0, isReload: false } as const;
    const more = [{ ...missed, entries: replayed, lastSeq }];
    expect(rulesOf(historyOf({ more }))).toEqual(['replay-is-whole']);
  });

  it.each([
    ['nothing', null],
    ['less', { messages: three.slice(1).map((_, index) => message(index + 1)), lastSeq: 3 }],
    ['other words', { messages: [message(1, { content: 'x' }), message(2), message(3)], lastSeq: 3 }],
  ])('is a fault when a page shows %s in the end', (_, shown) => {
    const views = [{ person: 'bob', roomId, shown }];
    expect(rulesOf(historyOf({ views }))).toEqual(['view-is-stored']);
  });
});

describe('who was removed', () => {
  const removed: HistoryEvent = { kind: 'removed', person: 'bob', roomId, lastSeq: 2 };
  const readmitted: HistoryEvent = { kind: 'readmitted', person: 'bob', roomId };
  const sent = [asked(1), asked(2), asked(3)];

  it('may hear late what was written before, and everything once they are back', () => {
    const events = [...sent, removed, heard(entries.slice(0, 2)), readmitted, heard(entries)];
    expect(judge(historyOf({ events }))).toEqual([]);
  });

  it.each<[string, HistoryEvent]>([
    ['live', heard(entries)],
    [
      'by a replay',
      { kind: 'missed', person: 'bob', roomId, afterSeq: 0, isReload: false, entries, lastSeq: 3 },
    ],
    ['on a page', { kind: 'read', person: 'bob', roomId, messages: [message(3)] }],
  ])('is a fault to get anything written afterwards %s', (_, event) => {
    expect(rulesOf(historyOf({ events: [...sent, removed, event] }))).toEqual(['nothing-after-removal']);
  });
});
