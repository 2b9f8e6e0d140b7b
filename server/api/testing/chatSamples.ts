import { v7 as uuidv7 } from 'uuid';
import type { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { Account } from '#server/testing/RunningApi.ts';
import type { Sample, World } from './samples.ts';

type ChatroomReply = { chatroom: { id: string } };

/** A new chatroom of the owner. */
async function newRoom({ api, owner, spaceId }: World, settings: object = {}): Promise<string> {
  const body = { roomid: spaceId, name: `Room ${uuidv7()}`, ...settings };
  const { cookie } = owner;
  return (await api.must<ChatroomReply>(201, 'POST', '/chatroom/create', { cookie, body })).chatroom.id;
}

/** A new chatroom with a message of the owner in it, as a path's parameters. */
async function said(world: World): Promise<{ chatroom: string; message: string }> {
  const chatroom = await newRoom(world);
  return { chatroom, message: await say(world, world.owner, chatroom) };
}

async function say(
  { api }: World,
  { cookie }: Account,
  chatroomId: string,
  more: object = {},
): Promise<string> {
  const body = { chatroomId, message: 'See you at lunch', ...more };
  return (await api.must<{ id: string }>(201, 'POST', '/messages', { cookie, body })).id;
}

const joined = async (world: World): Promise<string> => {
  const chatroom = await newRoom(world);
  const { cookie } = world.member;
  await world.api.must(200, 'POST', '/chatroom/join', { cookie, body: { chatroomId: chatroom } });
  return chatroom;
};

const emoji = encodeURIComponent('👍');

/** A request by the owner upon a message that is there. */
const upon =
  (more: object = {}, params: Record<string, string> = {}) =>
  async (world: World): Promise<Sample> => ({
    as: world.owner,
    params: { ...(await said(world)), ...params },
    ...more,
  });

/** The same after something was done with the message. */
const after =
  (method: string, path: string, params: Record<string, string> = {}) =>
  async (world: World): Promise<Sample> => {
    const { chatroom, message } = await said(world);
    const { cookie } = world.owner;
    await world.api.must(200, method, `/chatroom/${chatroom}/messages/${message}${path}`, { cookie });
    return { as: world.owner, params: { chatroom, message, ...params } };
  };

const inRoom =
  (more: Partial<Sample> = {}) =>
  async (world: World): Promise<Sample> => ({
    as: world.owner,
    params: { chatroom: await newRoom(world) },
    ...more,
  });

const inSpace =
  (more: Partial<Sample> = {}) =>
  ({ owner, spaceId }: World): Sample => ({ as: owner, params: { space: spaceId }, ...more });

/** A stored file of the owner. */
async function upload({ api, owner }: World, chatroom: string): Promise<string> {
  const path = `/chatroom/${chatroom}/files?name=notes.txt`;
  const { file } = await api.must<{ file: { id: string } }>(201, 'POST', path, {
    cookie: owner.cookie,
    raw: 'Three things to remember',
  });
  return file.id;
}

/** One successful request for each route of the chat. */
export const chatSamples: Record<keyof typeof chatRoutes, (world: World) => Sample | Promise<Sample>> = {
  createChatroom: ({ owner, spaceId }) => ({
    as: owner,
    body: { roomid: spaceId, name: `Plans ${uuidv7()}`, description: 'What comes next' },
    headers: { 'idempotency-key': uuidv7() },
  }),
  listChatrooms: ({ owner, spaceId }) => ({ as: owner, query: `?spaceId=${spaceId}` }),
  joinChatroom: async (world) => ({ as: world.member, body: { chatroomId: await newRoom(world) } }),
  leaveChatroom: async (world) => ({ as: world.member, body: { chatroomId: await joined(world) } }),
  openDirect: ({ owner, member, spaceId }) => ({ as: owner, body: { spaceId, userId: member.id } }),
  readChatroom: inRoom(),
  editChatroom: inRoom({ body: { description: 'New words', slowModeS: 5 } }),
  deleteChatroom: inRoom(),
  listChatroomMembers: inRoom(),
  setChatroomMember: async (world) => ({
    as: world.owner,
    params: { chatroom: await newRoom(world, { isPrivate: true }), user: world.member.id },
    body: { role: 'admin' },
  }),
  removeChatroomMember: async (world) => ({
    as: world.owner,
    params: { chatroom: await joined(world), user: world.member.id },
  }),
  markChatroomRead: async (world) => {
    const { chatroom } = await said(world);
    return { as: world.owner, params: { chatroom }, body: { seq: 1 } };
  },
  replayChatroom: async (world) => {
    const { chatroom } = await said(world);
    return { as: world.owner, params: { chatroom }, query: '?after=0' };
  },
  readPins: async (world) => {
    const { chatroom, message } = await said(world);
    const { cookie } = world.owner;
    await world.api.must(200, 'PUT', `/chatroom/${chatroom}/messages/${message}/pin`, { cookie });
    return { as: world.owner, params: { chatroom } };
  },
  readMessages: async (world) => {
    const { chatroom, message } = await said(world);
    return { as: world.owner, query: `?chatroomId=${chatroom}&around=${message}&limit=5` };
  },
  readActiveMessages: async (world) => {
    const { chatroom } = await said(world);
    return { as: world.owner, body: { chatroomId: chatroom } };
  },
  sendMessage: async (world) => {
    const chatroomId = await newRoom(world);
    const fileId = await upload(world, chatroomId);
    const body = { chatroomId, message: 'Here it is', type: 'file', fileId, clientId: uuidv7() };
    return { as: world.owner, body };
  },
  readMessage: upon(),
  editMessage: upon({ body: { message: 'See you at **noon**' } }),
  deleteMessage: upon(),
  addReaction: upon({}, { emoji }),
  removeReaction: after('PUT', `/reactions/${emoji}`, { emoji }),
  pinMessage: upon(),
  unpinMessage: after('PUT', '/pin'),
  readThread: async (world) => {
    const { chatroom, message } = await said(world);
    await say(world, world.owner, chatroom, { replyTo: message });
    return { as: world.owner, params: { chatroom, message } };
  },
  readRevisions: after('DELETE', ''),
  reportMessage: async (world) => ({
    as: world.member,
    params: await said(world),
    body: { reason: 'Not kind' },
  }),
  uploadFile: inRoom({ query: '?name=notes.txt', raw: 'Three things to remember' }),
  downloadFile: async (world) => ({
    as: world.owner,
    params: { file: await upload(world, await newRoom(world)) },
  }),
  searchMessages: async (world) => {
    await said(world);
    return { as: world.owner, params: { space: world.spaceId }, query: '?query=lunch&limit=5' };
  },
  listNotices: inSpace({ query: '?limit=5' }),
  listReports: inSpace({ query: '?status=all' }),
  resolveReport: async (world) => {
    const { api, owner, member, spaceId } = world;
    const { chatroom, message } = await said(world);
    const path = `/chatroom/${chatroom}/messages/${message}/reports`;
    await api.must(204, 'POST', path, { cookie: member.cookie, body: { reason: 'Not kind' } });
    const list = await api.must<{ items: { id: string }[] }>(200, 'GET', `/spaces/${spaceId}/reports`, owner);
    return {
      as: owner,
      params: { space: spaceId, report: list.items[0]?.id ?? '' },
      body: { action: 'delete' },
    };
  },
  readChatFilters: inSpace(),
  setChatFilters: inSpace({ body: { terms: [{ term: 'buy pills', action: 'refuse' }] } }),
  listChatMutes: inSpace(),
  muteInChat: async (world) => {
    const someone = await world.api.makeAccount('Mumbler');
    await world.api.admit(world.owner, world.spaceId, someone);
    return { as: world.owner, params: { space: world.spaceId, user: someone.id }, body: { forS: 60 } };
  },
  unmuteInChat: async (world) => {
    const { api, owner, spaceId } = world;
    const someone = await api.makeAccount('Mumbler');
    await api.admit(owner, spaceId, someone);
    const path = `/spaces/${spaceId}/chat-mutes/${someone.id}`;
    await api.must(200, 'PUT', path, { cookie: owner.cookie, body: {} });
    return { as: owner, params: { space: spaceId, user: someone.id } };
  },
  readChatFigures: inSpace({ query: '?days=7&timeZone=Europe/Berlin' }),
};
