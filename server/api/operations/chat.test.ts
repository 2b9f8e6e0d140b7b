import { describe, expect, it } from 'vitest';
import { type ChatOperationName, chatOperations as known } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { OperationId } from '#lib/protocol/rest/catalogue.ts';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import { seedSpace } from '#server/persistence/testing/seed.ts';
import type { AnyOperation } from '../createApi.ts';
import { recordingChat } from '../testing/chats.ts';
import { harness, json } from '../testing/harness.ts';
import { cookieOf } from '../testing/subjects.ts';
import { chatOperations } from './chat.ts';

const roomId = '0190c5a0-0000-7000-8000-000000000002';
const messageId = '0190c5a0-0000-7000-8000-000000000003';
const userId = '0190c5a0-0000-7000-8000-000000000004';
const clientId = '0190c5a0-0000-7000-8000-000000000005';
const reportId = '0190c5a0-0000-7000-8000-000000000006';
const minted = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
const at = '2026-11-21T10:00:00.000Z';

type JsonRoutes = Exclude<keyof typeof chatRoutes, 'uploadFile' | 'downloadFile'>;

interface Case {
  /** Of the path, with `{space}` as the slug. */
  readonly path: string;
  readonly body?: object;
  readonly asks: ChatOperationName;
  /** `spaceId` is put in by the test where it is named by the path. */
  readonly input: object;
}

const room = `/chatroom/${roomId}`;
const message = `${room}/messages/${messageId}`;
const upon = { roomId, messageId, clientId: minted };

const cases: Record<JsonRoutes, (spaceId: string) => Case> = {
  createChatroom: (spaceId) => ({
    path: '/chatroom/create',
    body: { roomid: spaceId, name: 'Plans' },
    asks: 'create-room',
    input: { spaceId, name: 'Plans', description: '', isPrivate: false },
  }),
  listChatrooms: (spaceId) => ({
    path: `/chatroom/rooms?spaceId=${spaceId}`,
    asks: 'list-rooms',
    input: { spaceId },
  }),
  joinChatroom: () => ({
    path: '/chatroom/join',
    body: { chatroomId: roomId },
    asks: 'enter-room',
    input: { roomId },
  }),
  leaveChatroom: () => ({
    path: '/chatroom/leave',
    body: { chatroomId: roomId },
    asks: 'quit-room',
    input: { roomId },
  }),
  openDirect: (spaceId) => ({
    path: '/chatroom/direct',
    body: { spaceId, userId },
    asks: 'open-direct',
    input: { spaceId, userId },
  }),
  readChatroom: () => ({ path: room, asks: 'get-room', input: { roomId } }),
  editChatroom: () => ({
    path: room,
    body: { slowModeS: 30, role: 'owner', spaceId: userId },
    asks: 'edit-room',
    input: { roomId, slowModeS: 30 },
  }),
  deleteChatroom: () => ({ path: room, asks: 'delete-room', input: { roomId } }),
  listChatroomMembers: () => ({ path: `${room}/members`, asks: 'list-room-members', input: { roomId } }),
  setChatroomMember: () => ({
    path: `${room}/members/${userId}`,
    body: {},
    asks: 'set-room-member',
    input: { roomId, userId, role: 'member' },
  }),
  removeChatroomMember: () => ({
    path: `${room}/members/${userId}`,
    asks: 'remove-room-member',
    input: { roomId, userId },
  }),
  markChatroomRead: () => ({
    path: `${room}/read`,
    body: { seq: 7 },
    asks: 'mark-read',
    input: { roomId, seq: 7 },
  }),
  replayChatroom: () => ({
    path: `${room}/events?after=7`,
    asks: 'replay',
    input: { roomId, afterSeq: 7 },
  }),
  readPins: () => ({ path: `${room}/pins`, asks: 'read-pins', input: { roomId } }),
  readMessages: () => ({
    path: `/messages?chatroomId=${roomId}&before=9&at=${at}&limit=3`,
    asks: 'read-history',
    input: { roomId, beforeSeq: 9, at, limit: 3 },
  }),
  readActiveMessages: () => ({
    path: '/messages/active',
    body: { chatroomId: roomId },
    asks: 'recent-messages',
    input: { roomId },
  }),
  sendMessage: () => ({
    path: '/messages',
    body: { chatroomId: roomId, message: 'Hello', userId, roomId: messageId },
    asks: 'send-message',
    input: { roomId, message: 'Hello', type: 'text', clientId: minted, mentions: [] },
  }),
  readMessage: () => ({ path: message, asks: 'get-message', input: upon }),
  editMessage: () => ({
    path: message,
    body: { message: 'Hallo', clientId },
    asks: 'edit-message',
    input: { ...upon, clientId, message: 'Hallo', mentions: [] },
  }),
  deleteMessage: () => ({ path: message, asks: 'delete-message', input: upon }),
  addReaction: () => ({
    path: `${message}/reactions/${encodeURIComponent('👩‍💻')}`,
    asks: 'react',
    input: { ...upon, emoji: '👩‍💻', isOn: true },
  }),
  removeReaction: () => ({
    path: `${message}/reactions/${encodeURIComponent('#️⃣')}`,
    asks: 'react',
    input: { ...upon, emoji: '#️⃣', isOn: false },
  }),
  pinMessage: () => ({ path: `${message}/pin`, asks: 'pin', input: { ...upon, isOn: true } }),
  unpinMessage: () => ({ path: `${message}/pin`, asks: 'pin', input: { ...upon, isOn: false } }),
  readThread: () => ({
    path: `${message}/thread?after=7`,
    asks: 'read-thread',
    input: { roomId, messageId, afterSeq: 7 },
  }),
  readRevisions: () => ({ path: `${message}/revisions`, asks: 'read-revisions', input: upon }),
  reportMessage: () => ({
    path: `${message}/reports`,
    body: { reason: 'Rude' },
    asks: 'report-message',
    input: { roomId, messageId, reason: 'Rude' },
  }),
  searchMessages: (spaceId) => ({
    path: `/spaces/{space}/messages/search?query=lunch&from=${userId}&chatroomId=${roomId}&has=file&limit=100`,
    asks: 'search-messages',
    input: { spaceId, query: 'lunch', fromUserId: userId, roomId, has: 'file', limit: 50 },
  }),
  listNotices: (spaceId) => ({
    path: '/spaces/{space}/notices?cursor=abc',
    asks: 'list-notices',
    input: { spaceId, limit: 50, cursor: 'abc' },
  }),
  listReports: (spaceId) => ({
    path: '/spaces/{space}/reports',
    asks: 'list-reports',
    input: { spaceId, status: 'open', limit: 50 },
  }),
  resolveReport: (spaceId) => ({
    path: `/spaces/{space}/reports/${reportId}/resolution`,
    body: { action: 'delete' },
    asks: 'resolve-report',
    input: { spaceId, reportId, action: 'delete' },
  }),
  readChatFilters: (spaceId) => ({
    path: '/spaces/{space}/chat-filters',
    asks: 'read-filters',
    input: { spaceId },
  }),
  setChatFilters: (spaceId) => ({
    path: '/spaces/{space}/chat-filters',
    body: { terms: [{ term: 'spam', action: 'refuse' }] },
    asks: 'set-filters',
    input: { spaceId, terms: [{ term: 'spam', action: 'refuse' }] },
  }),
  listChatMutes: (spaceId) => ({
    path: '/spaces/{space}/chat-mutes',
    asks: 'list-mutes',
    input: { spaceId },
  }),
  muteInChat: (spaceId) => ({
    path: `/spaces/{space}/chat-mutes/${userId}`,
    body: { forS: 60 },
    asks: 'mute-person',
    input: { spaceId, userId, reason: '', forS: 60 },
  }),
  unmuteInChat: (spaceId) => ({
    path: `/spaces/{space}/chat-mutes/${userId}`,
    asks: 'unmute-person',
    input: { spaceId, userId },
  }),
  readChatFigures: (spaceId) => ({
    path: '/spaces/{space}/chat-figures?days=7&timeZone=Europe/Berlin',
    asks: 'read-figures',
    input: { spaceId, days: 7, timeZone: 'Europe/Berlin' },
  }),
};

const operations: Partial<Record<OperationId, AnyOperation>> = { ...chatOperations };

/** The chat's routes over a chat that keeps what it is asked, with the owner of a space. */
async function opened(answers: Parameters<typeof recordingChat>[0] = {}) {
  const { chat, asked } = recordingChat(answers);
  const test = harness(operations, { chat });
  const { space, people } = await seedSpace(test.store);
  const cookie = await cookieOf(test.services, people.owner);
  const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    test.ask(
      method,
      path.replace('{space}', space.slug),
      { cookie, ...(body === undefined ? {} : json), ...headers },
      body === undefined ? undefined : JSON.stringify(body),
    );
  return { ...test, ask, asked, space, owner: people.owner };
}

describe('each route asks the chat one thing, in the caller’s name', () => {
  it.each(Object.entries(cases))('%s', async (id, caseOf) => {
    const { ask, asked, space, owner } = await opened();
    const { path, body, asks, input } = caseOf(space.id);
    const route = chatRoutes[id as JsonRoutes];
    const answer = await ask(route.method, path, body);
    expect(answer.status).toBe(route.status);
    expect(asked).toEqual([{ name: asks, actor: { userId: owner.id, linkId: null }, input }]);
  });

  it('and what it asks is what the chat takes', async () => {
    for (const [id, caseOf] of Object.entries(cases)) {
      const { ask, asked, space } = await opened();
      const { path, body } = caseOf(space.id);
      await ask(chatRoutes[id as JsonRoutes].method, path, body);
      const [{ name, input } = { name: 'replay' as const, input: null }] = asked;
      expect(known[name].input.parse(input), id).toEqual(input);
    }
  });
});

describe('a place in a room', () => {
  it.each<[string, object]>([
    ['12', { aroundSeq: 12 }],
    [messageId, { aroundMessageId: messageId }],
  ])('is %s', async (around, place) => {
    const { ask, asked } = await opened();
    await ask('GET', `/messages?chatroomId=${roomId}&around=${around}`);
    expect(asked.map(({ input }) => input)).toEqual([{ roomId, limit: 50, ...place }]);
  });

  it.each(['abc', '12-', '99999999999999999999', '', '-1'])('is not %j', async (around) => {
    const { ask, asked } = await opened();
    const answer = await ask('GET', `/messages?chatroomId=${roomId}&around=${around}`);
    expect(await answer.json()).toMatchObject({ code: 'bad_request', path: 'query.around' });
    expect(asked).toEqual([]);
  });
});

it('a thread is read from its beginning where nothing else is said', async () => {
  const { ask, asked } = await opened();
  await ask('GET', `${message}/thread`);
  expect(asked.map(({ input }) => input)).toEqual([{ roomId, messageId, afterSeq: 0 }]);
});

describe('sending', () => {
  const hello = { chatroomId: roomId, message: 'Hello' };

  it('is done once for each Idempotency-Key', async () => {
    const { ask, asked } = await opened({ 'send-message': () => ({ id: messageId, seq: 1, at, clientId }) });
    const headers = { 'idempotency-key': 'my-own-key-1' };
    const first = await (await ask('POST', '/messages', hello, headers)).json();
    const second = await ask('POST', '/messages', hello, headers);
    expect(await second.json()).toEqual(first);
    expect([second.headers.get('idempotency-replayed'), asked.length]).toEqual(['true', 1]);
  });

  it('says when it may be tried again', async () => {
    const slow = () => Promise.reject(new RefusedError('slow_mode', 'Wait.', undefined, 29_500));
    const { ask } = await opened({ 'send-message': slow });
    const answer = await ask('POST', '/messages', hello);
    expect([answer.status, answer.headers.get('retry-after'), (await answer.json()).code]).toEqual([
      429,
      '30',
      'slow_mode',
    ]);
  });

  it.each<[object, string]>([
    [{ message: 'x'.repeat(2_001) }, 'message'],
    [{ message: 'a\u0000b' }, 'message'],
    [{ message: '\u202egnp.exe' }, 'message'],
    [{ type: 'system' }, 'type'],
    [{ clientId: 'mine' }, 'clientId'],
    [{ mentions: Array(51).fill(userId) }, 'mentions'],
    [{ chatroomId: '../x' }, 'chatroomId'],
  ])('refuses %.60j', async (rubbish, path) => {
    const { ask, asked } = await opened();
    const answer = await ask('POST', '/messages', { ...hello, ...rubbish });
    expect(await answer.json()).toMatchObject({ code: 'bad_request', path });
    expect(asked).toEqual([]);
  });
});

it.each(['a', '👍 nice', '<b>', '%00', '..', '👍👍', '👍'.repeat(20), '👩‍'.repeat(40)])(
  '%j is no reaction',
  async (emoji) => {
    const { ask, asked } = await opened();
    const answer = await ask('PUT', `${message}/reactions/${encodeURIComponent(emoji)}`);
    expect([400, 404]).toContain(answer.status);
    expect(asked).toEqual([]);
  },
);
