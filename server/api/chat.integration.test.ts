import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatRoutes } from '#lib/protocol/rest/chat.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { People } from '../people/testing/People.ts';
import { type Account, RunningApi } from '../testing/RunningApi.ts';
import { chatSamples } from './testing/chatSamples.ts';
import type { World } from './testing/samples.ts';
import { serveApi } from './testing/serveApi.ts';
import { photograph } from './uploads/testing/images.ts';

const people = new People();
let server: Server;
let world: World;

beforeAll(async () => {
  const served = await serveApi((request) => people.handle(request));
  server = served.server;
  const api = new RunningApi(served.url, () => people.mails.map(({ text }) => text).join('\n'));
  const owner = await api.makeAccount('Olga');
  const newSpace = () => api.makeSpace(owner);
  const member = await api.makeAccount('Max');
  world = {
    ...{ api, owner, member, operator: owner, newSpace },
    guest: await api.makeGuest('Gus'),
    spaceId: await newSpace(),
    tagOf: () => Promise.resolve(''),
  };
  await api.admit(owner, world.spaceId, member);
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe('each route of the chat answers as it declares', () => {
  it.each(Object.entries(chatSamples))('%s', async (id, sampleOf) => {
    const route: RestRoute = chatRoutes[id as keyof typeof chatRoutes];
    const { as, params = {}, query = '', ...ask } = await sampleOf(world);
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
    const reply = await world.api.ask(route.method, path + query, {
      ...ask,
      ...(as === undefined ? {} : { cookie: as.cookie }),
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(route.status);
    if (route.gives === 'json' && route.status !== 204) {
      expect(route.reply.safeParse(reply.body)).toMatchObject({ success: true });
    }
  });
});

describe('a file in a private room', () => {
  /** A private room of Olga's with a sent picture in it, and what Max may do with it. */
  async function sent() {
    const { api, owner, spaceId } = world;
    const { cookie } = owner;
    const body = { roomid: spaceId, name: `Secrets ${Math.random()}`, isPrivate: true };
    const made = await api.must<{ chatroom: { id: string } }>(201, 'POST', '/chatroom/create', {
      cookie,
      body,
    });
    const roomId = made.chatroom.id;
    const answer = await fetch(`${api.url}/api/v1/chatroom/${roomId}/files?name=me.jpg`, {
      method: 'POST',
      headers: { cookie },
      body: new Uint8Array(await photograph('jpeg')),
    });
    const { file } = (await answer.json()) as { file: { id: string } };
    const message = { chatroomId: roomId, type: 'image', fileId: file.id };
    const { id } = await api.must<{ id: string }>(201, 'POST', '/messages', { cookie, body: message });
    return { roomId, messageId: id, path: `/files/${file.id}` };
  }

  const statusFor = async ({ cookie }: Account, path: string, headers = {}): Promise<number> =>
    (await fetch(`${world.api.url}/api/v1${path}`, { headers: { cookie, ...headers } })).status;

  it('is its members’ alone, and no longer theirs once they were removed', async () => {
    const { roomId, path } = await sent();
    const { api, owner, member, guest } = world;
    expect(await statusFor(owner, path)).toBe(200);
    for (const other of [member, guest]) expect(await statusFor(other, path)).toBe(404);
    const seat = `/chatroom/${roomId}/members/${member.id}`;
    await api.must(200, 'PUT', seat, { cookie: owner.cookie, body: {} });
    expect(await statusFor(member, path)).toBe(200);
    await api.must(204, 'DELETE', seat, owner);
    expect(await statusFor(member, path)).toBe(404);
    expect(await statusFor(member, path, { 'if-none-match': '*', range: 'bytes=0-1' })).toBe(404);
  });

  it('goes with its message', async () => {
    const { roomId, messageId, path } = await sent();
    await world.api.must(200, 'DELETE', `/chatroom/${roomId}/messages/${messageId}`, world.owner);
    expect(await statusFor(world.owner, path)).toBe(404);
  });

  it('cannot be sent to another room, nor twice', async () => {
    const { api, owner, spaceId } = world;
    const { path } = await sent();
    const body = { roomid: spaceId, name: `Elsewhere ${Math.random()}` };
    const { cookie } = owner;
    const made = await api.must<{ chatroom: { id: string } }>(201, 'POST', '/chatroom/create', {
      cookie,
      body,
    });
    const message = { chatroomId: made.chatroom.id, type: 'image', fileId: path.slice('/files/'.length) };
    const reply = await api.ask('POST', '/messages', { cookie, body: message });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  });
});
