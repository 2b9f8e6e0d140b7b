import { expect, type Locator, type Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { ChatroomView, MessagePage } from '#lib/protocol/chat/views.ts';
import type { Account, Reply, RunningApi } from '../../server/testing/RunningApi.ts';
import { Chat, chatWindow } from './Chat.ts';
import type { Person } from './Person.ts';
import type { Invite } from './scenario.ts';
import type { Server } from './server.ts';

/** Everything that a page received over its sockets, as text. */
export class Overheard {
  readonly #frames: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        this.#frames.push(payload.toString());
      });
    });
  }

  /** Whether these words came. */
  has(words: string): boolean {
    return this.#frames.some((frame) => frame.includes(words));
  }
}

/** Somebody with an account on the chat's own page, and everything that the page is told. */
export class Chatter extends Chat {
  readonly overheard: Overheard;

  private constructor(person: Person) {
    super(person);
    this.overheard = new Overheard(person.page);
  }

  /** Brings somebody to the chat page of a space, at the space's own room or at one by its id. */
  static async arrive(
    invite: Invite,
    server: Server,
    account: Account,
    { spaceId, roomId }: { spaceId: string; roomId?: string },
  ): Promise<Chatter> {
    const chatter = new Chatter(await invite(account.name, { viewport: chatWindow }));
    await chatter.person.signIn(server, account);
    await chatter.page.goto(chatUrl(server, spaceId, roomId));
    await chatter.room('General').waitFor();
    return chatter;
  }

  /** The name of the open room. */
  title(name: string): Locator {
    return this.page.getByRole('heading', { name, level: 2, exact: true });
  }

  /** The words in place of a room that is not there any more. */
  get gone(): Locator {
    return this.page.getByText('This chatroom is not here any more');
  }

  /** Writes in the open room and waits until it is stored. */
  async say(words: string): Promise<void> {
    await this.send(words);
    await this.log.locator('[data-message]').filter({ hasText: words }).waitFor();
  }

  /** Opens the menu of the open room and takes a choice of it. */
  async fromRoomMenu(room: string, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${room}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click();
  }
}

/** Where the chat of a space is, or one of its rooms. */
export function chatUrl(server: Pick<Server, 'url'>, spaceId: string, roomId?: string): string {
  return `${server.url}/space/${spaceId}/chat${roomId === undefined ? '' : `?room=${roomId}`}`;
}

/** The chat over REST, as one person. */
export class ChatApi {
  readonly #api: RunningApi;
  readonly #someone: Account;
  readonly #spaceId: string;

  constructor(api: RunningApi, someone: Account, spaceId: string) {
    this.#api = api;
    this.#someone = someone;
    this.#spaceId = spaceId;
  }

  ask(method: string, path: string, body?: unknown): Promise<Reply> {
    return this.#api.ask(method, path, { cookie: this.#someone.cookie, body });
  }

  must<Body>(status: number, method: string, path: string, body?: unknown): Promise<Body> {
    return this.#api.must<Body>(status, method, path, { cookie: this.#someone.cookie, body });
  }

  async rooms(): Promise<readonly ChatroomView[]> {
    const path = `/chatroom/rooms?spaceId=${this.#spaceId}`;
    return (await this.must<{ rooms: ChatroomView[] }>(200, 'GET', path)).rooms;
  }

  /** The id of the room of everybody; whoever asks is in it from then on. */
  async general(): Promise<string> {
    const room = (await this.rooms()).find(({ isDefault }) => isDefault);
    if (room === undefined) throw new Error('the space has no room of everybody');
    return room.id;
  }

  async makeRoom(name: string, isPrivate = false): Promise<string> {
    const body = { roomid: this.#spaceId, name, isPrivate };
    return (await this.must<{ chatroom: ChatroomView }>(201, 'POST', '/chatroom/create', body)).chatroom.id;
  }

  async join(chatroomId: string): Promise<void> {
    await this.must(200, 'POST', '/chatroom/join', { chatroomId });
  }

  async add(roomId: string, someone: Account, role = 'member'): Promise<void> {
    await this.must(200, 'PUT', `/chatroom/${roomId}/members/${someone.id}`, { role });
  }

  /** The room of two people. */
  async directWith(other: Account): Promise<string> {
    const body = { spaceId: this.#spaceId, userId: other.id };
    return (await this.must<{ chatroom: ChatroomView }>(200, 'POST', '/chatroom/direct', body)).chatroom.id;
  }

  /** Sends a message and gives its id. */
  async send(chatroomId: string, words: string, more: object = {}): Promise<string> {
    const body = { chatroomId, message: words, clientId: uuidv7(), ...more };
    return (await this.must<{ id: string }>(201, 'POST', '/messages', body)).id;
  }

  /** Sends a file with some words and gives its id. */
  async sendFile(roomId: string, words: string, text: string): Promise<string> {
    const path = `/chatroom/${roomId}/files?name=plan.txt`;
    const reply = await this.#api.ask('POST', path, {
      cookie: this.#someone.cookie,
      headers: { 'content-type': 'application/octet-stream' },
      raw: text,
    });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    const fileId = (reply.body as { file: { id: string } }).file.id;
    await this.send(roomId, words, { fileId });
    return fileId;
  }

  async messages(roomId: string): Promise<MessagePage> {
    return this.must<MessagePage>(200, 'GET', `/messages?chatroomId=${roomId}`);
  }

  /** How many messages are found by these words. */
  async found(words: string): Promise<number> {
    const path = `/spaces/${this.#spaceId}/messages/search?query=${encodeURIComponent(words)}`;
    return (await this.must<{ items: unknown[] }>(200, 'GET', path)).items.length;
  }

  /** Every way to what is in a room answers as if there were none. */
  async findsNothingOf(roomId: string, fileId: string, words: string): Promise<void> {
    const refused = await Promise.all([
      this.ask('GET', `/chatroom/${roomId}`),
      this.ask('GET', `/chatroom/${roomId}/members`),
      this.ask('GET', `/chatroom/${roomId}/events?after=0`),
      this.ask('GET', `/chatroom/${roomId}/pins`),
      this.ask('GET', `/messages?chatroomId=${roomId}`),
      this.ask('POST', '/messages/active', { chatroomId: roomId }),
      this.ask('POST', '/messages', { chatroomId: roomId, message: 'Knock' }),
      this.ask('POST', '/chatroom/join', { chatroomId: roomId }),
      this.ask('GET', `/files/${fileId}`),
    ]);
    for (const { status, body } of refused) {
      expect({ status, body }).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    expect(await this.found(words)).toBe(0);
    expect((await this.rooms()).map(({ id }) => id)).not.toContain(roomId);
  }
}
