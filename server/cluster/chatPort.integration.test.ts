import { createServer, type Server } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatPort } from '../chat/ports.ts';
import { type ChatHarness, startChat } from '../chat/testing/chatHarness.ts';
import { listen } from '../http/listen.ts';
import { silentLogger } from '../observability/Logger.ts';
import { createControlHandler } from './createControlHandler.ts';
import { createHttpChatPort } from './createHttpChatPort.ts';
import type { ControlPort } from './ports.ts';

const secret = 'a secret of the test';

const noSpaces: ControlPort = {
  presence: async () => ({}),
  participants: async () => [],
  apply: async () => ({ reached: 0 }),
};

/** Both ways in which REST asks the chat: where it is, and by signed HTTP. */
const ways = ['direct', 'signed HTTP'] as const;

describe.each(ways)('chat port: %s', (way) => {
  let harness: ChatHarness;
  let port: ChatPort;
  let server: Server | null = null;
  let roomId: string;

  const actor = (userId: string) => ({ userId, linkId: null });
  const message = (text: string) => ({ roomId, message: text, type: 'text' as const, mentions: [] });

  beforeEach(async () => {
    harness = await startChat();
    roomId = await harness.room([harness.people.owner.id, harness.people.member.id]);
    port = harness.chat;
    if (way === 'direct') return;
    const { chat } = harness;
    const handle = createControlHandler({ control: noSpaces, chat, secret, logger: silentLogger });
    server = createServer((request, response) => {
      if (!handle(request, response)) response.writeHead(404).end();
    });
    port = createHttpChatPort({ baseUrl: `http://localhost:${await listen(server, 0)}`, secret });
  });

  afterEach(async () => {
    await harness.close();
    const open = server;
    server = null;
    if (open !== null) await new Promise<void>((resolve) => open.close(() => resolve()));
  });

  it('answers what was written, and the same again to the same id', async () => {
    const { owner, member } = harness.people;
    const clientId = uuidv7();
    const said = { ...message('Zoë “Z” 👩‍🚀 <b>'), clientId };
    const first = await port.ask('send-message', actor(owner.id), said);
    expect(first).toMatchObject({ seq: 1, clientId });
    expect(await port.ask('send-message', actor(owner.id), said)).toEqual(first);
    const page = await port.ask('read-history', actor(member.id), { roomId, limit: 50 });
    expect(page.messages.map(({ content }) => content)).toEqual([said.message]);
  });

  it('passes a refusal on whole: its code and when to try again', async () => {
    const { owner, member } = harness.people;
    await port.ask('edit-room', actor(owner.id), { roomId, slowModeS: 60 });
    await port.ask('send-message', actor(member.id), message('one'));
    const refused = port.ask('send-message', actor(member.id), message('two'));
    await expect(refused).rejects.toMatchObject({ code: 'slow_mode' });
    const error: unknown = await refused.catch((reason: unknown) => reason);
    const wait = error instanceof RefusedError ? error.retryAfterMs : undefined;
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  it('tells a stranger to a room nothing', async () => {
    const { stranger, banned } = harness.people;
    for (const { id } of [stranger, banned]) {
      const asked = port.ask('read-history', actor(id), { roomId: uuidv7(), limit: 50 });
      await expect(asked).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('chat port: signed HTTP', () => {
  it('says that it cannot be reached', async () => {
    const port = createHttpChatPort({ baseUrl: 'http://localhost:1', secret });
    const asked = port.ask('list-rooms', { userId: uuidv7(), linkId: null }, { spaceId: uuidv7() });
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('refuses a link that is not REST’s, an unknown operation and rubbish', async () => {
    const chat: ChatPort = { ask: () => Promise.reject(new Error('must not be asked')) };
    const handle = createControlHandler({ control: noSpaces, chat, secret, logger: silentLogger });
    const server = createServer((request, response) => void handle(request, response));
    const port = createHttpChatPort({ baseUrl: `http://localhost:${await listen(server, 0)}`, secret });
    const userId = uuidv7();
    const rubbish = [
      port.ask('list-rooms', { userId, linkId: 'a link' }, { spaceId: uuidv7() }),
      port.ask('list-rooms', { userId: 'nobody', linkId: null }, { spaceId: uuidv7() }),
      port.ask('get-room', { userId, linkId: null }, { roomId: '../etc' }),
    ];
    for (const asked of rubbish) await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
