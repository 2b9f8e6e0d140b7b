import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '#lib/domain/chat/log.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { memoryTexts } from './keptTexts.ts';
import { createMemoryChat, type MemoryChat, type MemoryChatOptions } from './memoryChat.ts';
import { readPauseMs } from './readMarks.ts';
import { holePauseMs } from './syncing.ts';

const jonas = { id: '00000000-0000-7000-8000-000000000002', name: 'Jonas', cast: 'jonas' };

const made: MemoryChat[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T12:00:00Z') });
});

afterEach(() => {
  for (const { chat } of made.splice(0)) chat.close();
  vi.useRealTimers();
});

function make(options: MemoryChatOptions = {}): MemoryChat {
  const memory = createMemoryChat({ people: [jonas], ...options });
  made.push(memory);
  return memory;
}

/** A chat with one room, connected, with the room on the screen. */
async function openRoom(options: MemoryChatOptions = {}, before = 0) {
  const memory = make(options);
  const room = memory.rooms.add({ name: 'General', isDefault: true });
  for (let count = 1; count <= before; count += 1) write(memory, room.id, `before ${count}`);
  memory.connect();
  await memory.flush();
  memory.chat.open(room.id);
  await memory.flush();
  return { ...memory, roomId: room.id };
}

const write = ({ rooms }: MemoryChat, roomId: string, message: string, more = {}) =>
  rooms.write(jonas.id, { roomId, message, ...more });

const timelineOf = ({ chat }: MemoryChat, roomId: string) => {
  const timeline = chat.getState().timelines.get(roomId);
  if (timeline === undefined) throw new Error('the room is not held');
  return timeline;
};

const wordsIn = (memory: MemoryChat, roomId: string) =>
  timelineOf(memory, roomId).messages.map(({ content }) => content);
const outgoingWords = ({ chat }: MemoryChat) => chat.getState().outgoing.map(({ content }) => content);

async function pass(memory: MemoryChat, ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await memory.flush();
}

describe('reading', () => {
  it('1. shows a room’s latest messages and what is written after', async () => {
    const memory = await openRoom({}, 60);
    expect(timelineOf(memory, memory.roomId)).toMatchObject({
      state: 'ready',
      hasOlder: true,
      isAtEnd: true,
    });
    expect(wordsIn(memory, memory.roomId)).toHaveLength(50);
    write(memory, memory.roomId, 'after');
    await memory.flush();
    expect(wordsIn(memory, memory.roomId).at(-1)).toBe('after');
  });

  it('2. loads older messages, and newer ones after a jump, until it is whole', async () => {
    const memory = await openRoom({}, 180);
    const { chat, roomId, rooms } = memory;
    const [first] = rooms.messages(roomId);
    const jump = chat.jumpTo(roomId, { messageId: first?.id ?? '' });
    await memory.flush();
    await jump;
    expect(timelineOf(memory, roomId)).toMatchObject({
      hasOlder: false,
      isAtEnd: false,
      jump: { messageId: first?.id },
    });
    write(memory, roomId, 'later');
    await memory.flush();
    expect(wordsIn(memory, roomId)).not.toContain('later');
    for (let page = 1; page <= 3; page += 1) {
      const loading = chat.loadNewer(roomId);
      await memory.flush();
      await loading;
    }
    expect(timelineOf(memory, roomId).isAtEnd).toBe(true);
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId));
  });

  it('3. changes what is shown of the past while it is looked at', async () => {
    const memory = await openRoom({}, 120);
    const { chat, roomId, rooms } = memory;
    const [first, second] = rooms.messages(roomId);
    const jump = chat.jumpTo(roomId, { messageId: first?.id ?? '' });
    await memory.flush();
    await jump;
    rooms.act(jonas.id, roomId, first?.id ?? '', { kind: 'delete' });
    rooms.act(jonas.id, roomId, second?.id ?? '', { kind: 'react', emoji: '👍', isOn: true });
    await memory.flush();
    expect(timelineOf(memory, roomId).messages.slice(0, 2)).toEqual(rooms.messages(roomId).slice(0, 2));
    const back = chat.jumpToEnd(roomId);
    await memory.flush();
    await back;
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId).slice(-50));
  });

  it('4. fetches a message that is answered and stands outside', async () => {
    const memory = await openRoom({}, 80);
    const { roomId, rooms } = memory;
    const [first] = rooms.messages(roomId);
    write(memory, roomId, 'an answer', { replyTo: first?.id });
    await memory.flush();
    expect([...timelineOf(memory, roomId).quoted.values()]).toEqual([rooms.messages(roomId)[0]]);
  });

  it('5. says failed when a room cannot be read, and reads it on a retry', async () => {
    let isBroken = true;
    const memory = await openRoom({
      answers: (rooms) => ({
        'read-history'(input) {
          if (isBroken) throw new RefusedError('internal', 'Broken.');
          return rooms.history(input);
        },
      }),
    });
    expect(timelineOf(memory, memory.roomId).state).toBe('failed');
    isBroken = false;
    memory.chat.retryLoading(memory.roomId);
    await memory.flush();
    expect(timelineOf(memory, memory.roomId).state).toBe('ready');
  });
});

describe('coming back', () => {
  it('6. shows after a cut what another page shows that was there all the time, entry by entry', async () => {
    const memory = await openRoom({}, 10);
    const { roomId, rooms, wire } = memory;
    wire.cut();
    expect(memory.chat.getState().connection.kind).toBe('offline');
    const [first, second, third] = rooms.messages(roomId);
    rooms.act(jonas.id, roomId, first?.id ?? '', { kind: 'edit', content: 'edited' });
    rooms.act(jonas.id, roomId, second?.id ?? '', { kind: 'delete' });
    rooms.act(jonas.id, roomId, third?.id ?? '', { kind: 'react', emoji: '🎉', isOn: true });
    write(memory, roomId, 'while away', { replyTo: third?.id });
    memory.connect();
    await memory.flush();
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId));
    expect(memory.chat.getState().connection.kind).toBe('live');
  });

  it('7. fills a hole by asking once, a moment later', async () => {
    const memory = await openRoom({}, 3);
    const { roomId, rooms, wire } = memory;
    const asked = () => wire.received.filter(({ event }) => event === 'sync').length;
    const before = asked();
    wire.loseNext('room-events');
    write(memory, roomId, 'lost on the way');
    write(memory, roomId, 'beyond');
    write(memory, roomId, 'further beyond');
    await memory.flush();
    expect(wordsIn(memory, roomId)).toHaveLength(3);
    await pass(memory, holePauseMs);
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId));
    expect(asked()).toBe(before + 1);
  });

  it('8. reads a room anew when too much was missed', async () => {
    const memory = await openRoom({ replayMost: 5 }, 10);
    const { roomId, rooms, wire } = memory;
    wire.cut();
    for (let count = 1; count <= 30; count += 1) write(memory, roomId, `missed ${count}`);
    memory.connect();
    await memory.flush();
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId).slice(-50));
  });

  it('9. forgets a room that is gone, with what was written for it', async () => {
    const memory = await openRoom({}, 2);
    const { chat, roomId, rooms, wire } = memory;
    chat.setDraft(roomId, 'half a sen');
    wire.cut();
    chat.send(roomId, { content: 'never arrives' });
    rooms.remove(roomId);
    memory.connect();
    await memory.flush();
    wire.send('room-gone', { roomId });
    await memory.flush();
    const state = chat.getState();
    expect(state.rooms?.size).toBe(0);
    expect([state.timelines.size, state.drafts.size, state.outgoing.length, state.openRoomId]).toEqual([
      0,
      0,
      0,
      null,
    ]);
  });
});

describe('sending', () => {
  it('10. shows a message at once, and once only, from the first moment to the last', async () => {
    const memory = await openRoom();
    const { chat, roomId } = memory;
    const counts = new Set<number>();
    chat.subscribe(() => {
      counts.add(
        [...wordsIn(memory, roomId), ...outgoingWords(memory)].filter((words) => words === 'hello').length,
      );
    });
    chat.send(roomId, { content: ' hello ' });
    expect(chat.getState().outgoing).toMatchObject([{ content: 'hello' }]);
    await memory.flush();
    expect(outgoingWords(memory)).toEqual([]);
    expect(wordsIn(memory, roomId)).toEqual(['hello']);
    expect([...counts]).toEqual([1]);
  });

  it('11. sends what was written offline on return, in its order', async () => {
    const memory = await openRoom();
    const { chat, roomId, wire, rooms } = memory;
    wire.cut();
    for (const content of ['one', 'two', 'three']) chat.send(roomId, { content });
    expect(chat.getState().outgoing.map(({ status }) => status.kind)).toEqual([
      'waiting',
      'waiting',
      'waiting',
    ]);
    memory.connect();
    await memory.flush();
    expect(rooms.messages(roomId).map(({ content }) => content)).toEqual(['one', 'two', 'three']);
    expect(outgoingWords(memory)).toEqual([]);
  });

  it('12. does not send twice what a forgetful server has stored', async () => {
    const memory = await openRoom();
    const { chat, roomId, wire, rooms } = memory;
    wire.loseAnswers('send-message');
    chat.send(roomId, { content: 'kept' });
    wire.hold(true);
    await memory.flush();
    wire.cut();
    wire.hold(false);
    wire.loseAnswers(null);
    chat.send(roomId, { content: 'next' });
    memory.connect();
    await memory.flush();
    expect(rooms.messages(roomId).map(({ content }) => content)).toEqual(['kept', 'next']);
    expect(wordsIn(memory, roomId)).toEqual(['kept', 'next']);
    expect(outgoingWords(memory)).toEqual([]);
  });

  it('13. survives a reload between sending and the answer', async () => {
    const texts = memoryTexts();
    const first = await openRoom({ texts });
    const { roomId, rooms } = first;
    first.wire.hold(true);
    first.chat.send(roomId, { content: 'before the crash' });
    await first.flush();
    expect(rooms.messages(roomId)).toHaveLength(1);
    const second = make({ texts, rooms });
    second.connect();
    await second.flush();
    expect(rooms.messages(roomId)).toHaveLength(1);
    expect(outgoingWords(second)).toEqual([]);
    expect(texts.keys()).toEqual([]);
  });

  it('14. waits as long as the server asks, and says why; later messages wait behind', async () => {
    let isSlow = true;
    const memory = await openRoom({
      answers: (rooms) => ({
        'send-message'(input) {
          if (isSlow) throw new RefusedError('slow_mode', 'Slowly.', undefined, 20_000);
          return rooms.write('00000000-0000-7000-8000-000000000001', input);
        },
      }),
    });
    const { chat, roomId, rooms } = memory;
    chat.send(roomId, { content: 'one' });
    chat.send(roomId, { content: 'two' });
    await memory.flush();
    const retryAtMs = Date.now() + 20_000;
    expect(chat.getState().outgoing.map(({ status }) => status)).toEqual([
      { kind: 'failed', code: 'slow_mode', retryAtMs },
      { kind: 'waiting' },
    ]);
    isSlow = false;
    await pass(memory, 20_000);
    expect(rooms.messages(roomId).map(({ content }) => content)).toEqual(['one', 'two']);
  });

  it('15. keeps what was refused for good until it is discarded or tried again', async () => {
    const texts = memoryTexts();
    const memory = await openRoom({
      texts,
      answers: (rooms) => ({
        'send-message'(input) {
          if (input.message.includes('bad')) throw new RefusedError('filtered', 'No.');
          return rooms.write('00000000-0000-7000-8000-000000000001', input);
        },
      }),
    });
    const { chat, roomId } = memory;
    chat.send(roomId, { content: 'a bad word' });
    chat.send(roomId, { content: 'a good one' });
    await memory.flush();
    const [refused] = chat.getState().outgoing;
    expect(refused?.status).toEqual({ kind: 'failed', code: 'filtered', retryAtMs: null });
    expect(wordsIn(memory, roomId)).toEqual(['a good one']);
    expect(texts.keys()).toHaveLength(1);
    chat.discard(refused?.clientId ?? '');
    expect(outgoingWords(memory)).toEqual([]);
    expect(texts.keys()).toEqual([]);
  });

  it('16. keeps drafts and unsent messages over a reload, for their person only, until they sign out', async () => {
    const texts = memoryTexts();
    const first = await openRoom({ texts });
    const { roomId, rooms } = first;
    first.wire.cut();
    first.chat.setDraft(roomId, 'half a sentence');
    first.chat.send(roomId, { content: 'unsent' });
    first.chat.close();
    const stranger = make({ texts, rooms, self: jonas, people: [] });
    stranger.connect();
    await stranger.flush();
    expect([stranger.chat.getState().drafts.size, stranger.chat.getState().outgoing.length]).toEqual([0, 0]);
    const second = make({ texts, rooms });
    second.wire.hold(true);
    second.connect();
    expect(second.chat.getState().drafts.get(roomId)).toBe('half a sentence');
    expect(outgoingWords(second)).toEqual(['unsent']);
    second.wire.end('signed_out');
    expect(texts.keys()).toEqual([]);
    expect(second.chat.getState().outgoing).toEqual([]);
  });
});

describe('files', () => {
  const file = {
    id: '00000000-0000-7000-8000-0000000000f1',
    name: 'cat.png',
    type: 'image/png',
    sizeBytes: 3,
    width: 1,
    height: 1,
    durationMs: null,
  };

  it('17. are uploaded with progress, then sent as what they turned out to be', async () => {
    const uploads: { progress: (part: number) => void; finish: () => void }[] = [];
    const memory = await openRoom({
      startUpload: (_roomId, _file, progress) => {
        const { promise, resolve } = Promise.withResolvers<typeof file>();
        uploads.push({ progress, finish: () => resolve(file) });
        return { done: promise, abort: () => undefined };
      },
    });
    const { chat, roomId, wire } = memory;
    chat.sendFile(roomId, { blob: new Blob(['abc']), name: 'cat.png' });
    uploads[0]?.progress(0.5);
    expect(chat.getState().outgoing[0]?.file).toEqual({ id: null, name: 'cat.png', progress: 0.5 });
    uploads[0]?.finish();
    await memory.flush();
    expect(wire.received.findLast(({ event }) => event === 'send-message')?.payload).toMatchObject({
      type: 'image',
      fileId: file.id,
    });
    expect(outgoingWords(memory)).toEqual([]);
  });

  it('18. that are too large are refused before a byte goes out', async () => {
    const memory = await openRoom();
    memory.chat.sendFile(memory.roomId, { blob: new Blob([new Uint8Array(11 * 1024 * 1024)]), name: 'big' });
    expect(memory.chat.getState().outgoing[0]?.status).toMatchObject({ kind: 'failed', code: 'too_large' });
  });
});

describe('unread', () => {
  it('19. counts in rooms that are not looked at, and marks the open one read while the page is visible', async () => {
    let isVisible = true;
    const memory = await openRoom({
      pageView: {
        isVisible: () => isVisible,
        onChange: () => () => undefined,
        onHide: () => () => undefined,
      },
    });
    const { chat, roomId, rooms } = memory;
    const unread = () => chat.getState().rooms?.get(roomId)?.unreadCount;
    isVisible = false;
    write(memory, roomId, 'one');
    write(memory, roomId, 'two', { mentions: [memory.self.id] });
    await memory.flush();
    expect([unread(), chat.getState().rooms?.get(roomId)?.mentionCount]).toEqual([2, 1]);
    isVisible = true;
    write(memory, roomId, 'three');
    await memory.flush();
    await pass(memory, readPauseMs);
    expect(unread()).toBe(0);
    expect(rooms.view(roomId)).toMatchObject({ readSeq: 3, unreadCount: 0 });
  });

  it('20. is read when a room with unread messages is opened, with the mark "new" where reading began', async () => {
    const memory = make();
    const room = memory.rooms.add({ name: 'General' });
    for (const words of ['one', 'two', 'three']) write(memory, room.id, words);
    memory.rooms.markRead(room.id, 1);
    memory.connect();
    await memory.flush();
    expect(memory.chat.getState().rooms?.get(room.id)?.unreadCount).toBe(2);
    memory.chat.open(room.id);
    await memory.flush();
    await pass(memory, readPauseMs);
    expect(memory.chat.getState().rooms?.get(room.id)?.unreadCount).toBe(0);
    expect(memory.rooms.view(room.id).readSeq).toBe(3);
    expect(timelineOf(memory, room.id).newAfterSeq).toBe(1);
  });

  it('21. follows what I read in another window', async () => {
    const memory = make();
    const room = memory.rooms.add({ name: 'Quiet' });
    memory.connect();
    await memory.flush();
    write(memory, room.id, 'one');
    await memory.flush();
    memory.wire.send('read-state', { roomId: room.id, userId: memory.self.id, seq: 1 });
    memory.wire.send('read-state', { roomId: room.id, userId: jonas.id, seq: 1 });
    await memory.flush();
    expect(memory.chat.getState().rooms?.get(room.id)?.unreadCount).toBe(0);
    expect(memory.chat.getState().readBy.get(room.id)?.get(jonas.id)).toBe(1);
  });

  it('21b. tells how many members a room has when somebody comes or goes', async () => {
    const memory = make();
    const room = memory.rooms.add({ name: 'Quiet' });
    memory.connect();
    await memory.flush();
    const jonasIn = { roomId: room.id, userId: jonas.id, username: jonas.name };
    const countAfter = async (event: 'user-joined' | 'user-left', memberCount: number) => {
      memory.wire.send(event, { ...jonasIn, memberCount });
      await memory.flush();
      return memory.chat.getState().rooms?.get(room.id)?.memberCount;
    };
    expect(await countAfter('user-joined', 7)).toBe(7);
    expect(await countAfter('user-left', 6)).toBe(6);
  });
});

describe('typing', () => {
  it('22. is said at most every 3 s, stops with an empty text, and others vanish after a while', async () => {
    const memory = await openRoom();
    const { chat, roomId, wire } = memory;
    const said = () => wire.received.map(({ event }) => event).filter((event) => event.endsWith('typing'));
    for (const text of ['h', 'he', 'hel']) chat.noteTyping(roomId, text);
    await pass(memory, 3_000);
    chat.noteTyping(roomId, 'hell');
    chat.noteTyping(roomId, '');
    await memory.flush();
    expect(said()).toEqual(['typing', 'typing', 'stop-typing']);
    wire.send('typing', { roomId, userId: jonas.id, username: 'Jonas' });
    await memory.flush();
    expect(chat.getState().typing.get(roomId)).toEqual([jonas]);
    await pass(memory, 6_000);
    expect(chat.getState().typing.size).toBe(0);
  });
});

describe('what I do to messages', () => {
  it('23. shows when its entry comes', async () => {
    const memory = await openRoom({}, 1);
    const { chat, roomId, rooms } = memory;
    const only = (): Message => {
      const [message] = timelineOf(memory, roomId).messages;
      if (message === undefined) throw new Error('there is no message');
      return message;
    };
    const doing = [
      chat.react(only(), '👍', true),
      chat.pin(only(), true),
      chat.edit(only(), 'new words'),
      chat.remove(only()),
    ];
    await memory.flush();
    await Promise.all(doing);
    expect(timelineOf(memory, roomId).messages).toEqual(rooms.messages(roomId));
    expect(only().deletedAt).not.toBeNull();
  });
});
