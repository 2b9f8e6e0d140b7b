import { afterEach, describe, expect, test } from 'vitest';
import type { ChatLogRepository, Store } from '../../persistence/ports.ts';
import { type ChatHarness, type Chatter, startChat } from '../testing/chatHarness.ts';

let harness: ChatHarness | null = null;

afterEach(async () => {
  await harness?.close();
  harness = null;
});

/** A store that counts the questions to its log. */
function countingLog(): { wrap: (store: Store) => Store; count: () => number } {
  let count = 0;
  const wrap = (store: Store): Store => {
    const counted =
      <Args extends unknown[], Answer>(ask: (...args: Args) => Answer) =>
      (...args: Args): Answer => {
        count += 1;
        return ask(...args);
      };
    const chatLog: ChatLogRepository = {
      ...store.chatLog,
      entriesAfter: counted(store.chatLog.entriesAfter),
      entriesAfterMany: counted(store.chatLog.entriesAfterMany),
      messagesBefore: counted(store.chatLog.messagesBefore),
      lastSeq: counted(store.chatLog.lastSeq),
    };
    return { ...store, chatLog };
  };
  return { wrap, count: () => count };
}

const roomsMany = 50;
const missedMany = 30;

/** Rooms in each of which something was missed, and a thousand connections of their members. */
async function begin(clients: number) {
  const log = countingLog();
  harness = await startChat({ wrap: log.wrap });
  const { connect, room, store, people, chat } = harness;
  const members = [people.owner.id, people.admin.id, people.moderator.id, people.member.id];
  const roomIds = await Promise.all(Array.from({ length: roomsMany }, () => room(members)));
  for (const roomId of roomIds) {
    const sends = Array.from({ length: missedMany + 5 }, (_, index) => ({
      roomId,
      message: `Text ${index}`,
    }));
    await Promise.all(sends.map((input) => harness?.ask('send-message', people.owner.id, input)));
  }
  const chatters: Chatter[] = [];
  for (let index = 0; index < clients; index += 1) {
    chatters.push(await connect(members[index % members.length] ?? ''));
  }
  const rooms = roomIds.map((roomId) => ({ roomId, afterSeq: 5 }));
  const before = log.count();
  return {
    ...{ store, roomIds, recent: harness.recent },
    async returnAll() {
      const answers = await Promise.all(chatters.map((chatter) => chat.handlers.sync(chatter, { rooms })));
      return { answers, questions: log.count() - before };
    },
  };
}

describe('many who return at once', () => {
  test('1.7 a thousand who missed what the cache holds ask the log nothing', async () => {
    const { returnAll } = await begin(1_000);
    const { answers, questions } = await returnAll();
    expect(questions).toBe(0);
    const got = answers.flatMap(({ missed }) => missed);
    expect(got).toHaveLength(1_000 * roomsMany);
    expect(got.every(({ kind, entries }) => kind === 'entries' && entries.length === missedMany)).toBe(true);
  }, 60_000);

  test('1.8 without the cache they are still few questions', async () => {
    const { returnAll, recent, roomIds } = await begin(1_000);
    await Promise.all(roomIds.map((roomId) => recent.forget(roomId)));
    const { answers, questions } = await returnAll();
    expect(questions).toBeLessThanOrEqual(50);
    const got = answers.flatMap(({ missed }) => missed);
    expect(got.every(({ kind, entries }) => kind === 'entries' && entries.length === missedMany)).toBe(true);
  }, 60_000);
});

test('1.13 who opens a room gets its last hundred messages from the cache, edits and reactions among them', async () => {
  const log = countingLog();
  harness = await startChat({ wrap: log.wrap });
  const { people, room, ask } = harness;
  const roomId = await room([people.owner.id, people.member.id]);
  for (let index = 0; index < 130; index += 1) {
    const { id: messageId } = await ask('send-message', people.owner.id, {
      roomId,
      message: `Text ${index}`,
    });
    if (index % 2 === 0) continue;
    await ask('react', people.member.id, { roomId, messageId, emoji: '👍', isOn: true });
  }
  const before = log.count();
  const page = await ask('recent-messages', people.member.id, { roomId });
  expect(page.messages.map(({ content }) => content)).toEqual(
    Array.from({ length: 100 }, (_, index) => `Text ${index + 30}`),
  );
  expect(page).toMatchObject({ hasOlder: true, hasNewer: false, lastSeq: 195 });
  expect(log.count() - before).toBe(0);
});
