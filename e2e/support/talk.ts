import type { MessagePage } from '#lib/protocol/chat/views.ts';
import type { Account, RunningApi } from '../../server/testing/RunningApi.ts';
import type { Server } from './server.ts';
import { apiOf } from './world.ts';

/** A chatroom as the REST API knows it. */
export class TalkRoom {
  readonly id: string;
  readonly #api: RunningApi;

  constructor(api: RunningApi, id: string) {
    this.#api = api;
    this.id = id;
  }

  /** Writes a message and gives its id. */
  async say(account: Account, message: string, more: object = {}): Promise<string> {
    const sent = await this.#api.must<{ id: string }>(201, 'POST', '/messages', {
      cookie: account.cookie,
      body: { chatroomId: this.id, message, ...more },
    });
    return sent.id;
  }

  /** Does something with a message or the room, such as `PUT`, `/messages/…/pin`. */
  async must(account: Account, method: string, path: string, status: number, body?: object): Promise<void> {
    await this.#api.must(status, method, `/chatroom/${this.id}${path}`, {
      cookie: account.cookie,
      ...(body === undefined ? {} : { body }),
    });
  }

  /** The latest messages. */
  async latest(account: Account): Promise<MessagePage['messages']> {
    const path = `/messages?chatroomId=${this.id}&limit=100`;
    const { messages } = await this.#api.must<MessagePage>(200, 'GET', path, { cookie: account.cookie });
    return messages;
  }
}

/** Two people of one space and its own chatroom. */
export interface Talk {
  readonly api: RunningApi;
  readonly spaceId: string;
  /** Owns the space. */
  readonly alice: Account;
  /** A member. */
  readonly bob: Account;
  readonly general: TalkRoom;
}

/** Makes Alice, Bob and their space. */
export async function foundTalk(server: Server): Promise<Talk> {
  const api = apiOf(server);
  const alice = await api.makeAccount('Alice');
  const bob = await api.makeAccount('Bob');
  const spaceId = await api.makeSpace(alice, { name: 'Lighthouse' });
  await api.admit(alice, spaceId, bob);
  const general = await generalOf(api, alice, spaceId);
  await generalOf(api, bob, spaceId);
  return { api, spaceId, alice, bob, general };
}

/** The room in which everybody of a space is; whoever asks becomes its member. */
export async function generalOf(api: RunningApi, account: Account, spaceId: string): Promise<TalkRoom> {
  const path = `/chatroom/rooms?spaceId=${spaceId}`;
  const { rooms } = await api.must<{ rooms: { id: string; isDefault: boolean }[] }>(200, 'GET', path, {
    cookie: account.cookie,
  });
  return new TalkRoom(api, rooms.find(({ isDefault }) => isDefault)?.id ?? '');
}
