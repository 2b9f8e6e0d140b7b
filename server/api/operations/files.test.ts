import { describe, expect, it } from 'vitest';
import { uploadBytesMost } from '#lib/domain/chat/limits.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { seedAccount } from '#server/persistence/testing/seed.ts';
import { keyOf } from '#server/storage/keys.ts';
import { createMemoryStorage } from '#server/storage/memory/createMemoryStorage.ts';
import { type ChatAnswers, recordingChat } from '../testing/chats.ts';
import { harness } from '../testing/harness.ts';
import { cookieOf } from '../testing/subjects.ts';
import { photograph } from '../uploads/testing/images.ts';
import { chatOperations } from './chat.ts';

const roomId = '0190c5a0-0000-7000-8000-000000000002';
const fileId = '0190c5a0-0000-7000-8000-000000000003';
const uploads = `/chatroom/${roomId}/files?name=notes.txt`;

/** The routes of files over a chat that answers as it is told to. */
async function files(answers: ChatAnswers = {}) {
  const { chat, asked } = recordingChat(answers);
  const storage = createMemoryStorage();
  const { uploadFile, downloadFile } = chatOperations;
  const test = harness({ uploadFile, downloadFile }, { chat, storage });
  const alice = await seedAccount(test.store, 'Alice');
  const cookie = await cookieOf(test.services, alice);
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    test.ask(method, path, { cookie, ...headers }, body);
  return { ...test, ask, asked, storage, alice };
}

/** A body that says when it is read. */
function watchedBody(chunks: number, chunkBytes: number) {
  const read = { chunks: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read.chunks === chunks) return controller.close();
        read.chunks += 1;
        controller.enqueue(new Uint8Array(chunkBytes).fill(65));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, read };
}

async function stream(test: Awaited<ReturnType<typeof files>>, body: ReadableStream, headers = {}) {
  const cookie = await cookieOf(test.services, test.alice);
  const init = { method: 'POST', body, duplex: 'half', headers: { cookie, ...headers } };
  return await test.handle(new Request(`http://here/api/v1${uploads}`, init));
}

describe('uploading', () => {
  it('asks for the right, keeps the bytes, and makes them a file of the room', async () => {
    const test = await files({
      'add-file': ({ id, name }: { id: string; name: string }) => ({ file: { id, name } }),
    });
    const answer = await test.ask('POST', uploads, { 'content-type': 'image/png' }, 'hello');
    expect(answer.status).toBe(201);
    const actor = { userId: test.alice.id, linkId: null };
    const key = keyOf(new TextEncoder().encode('hello'));
    expect(test.asked).toEqual([
      { name: 'may-upload', actor, input: { roomId } },
      {
        name: 'add-file',
        actor,
        input: {
          roomId,
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          storageKey: key,
          name: 'notes.txt',
          type: 'text/plain',
          sizeBytes: 5,
          width: null,
          height: null,
          durationMs: null,
        },
      },
    ]);
    expect((await test.storage.get(key))?.sizeBytes).toBe(5);
  });

  it('keeps an image only as it was encoded anew', async () => {
    const test = await files();
    const given = await photograph('jpeg');
    expect((await test.ask('POST', uploads, {}, new Uint8Array(given))).status).toBe(201);
    expect(await test.storage.get(keyOf(given))).toBeNull();
    expect(test.asked.at(-1)?.input).toMatchObject({
      type: 'image/jpeg',
      name: 'notes.txt.jpg',
      width: 40,
      height: 20,
    });
  });

  it.each(['not_found', 'forbidden', 'muted'] as const)(
    'reads nothing of whoever may not: %s',
    async (code) => {
      const test = await files({ 'may-upload': () => Promise.reject(new RefusedError(code, 'No.')) });
      const { body, read } = watchedBody(10, 1_000);
      const answer = await stream(test, body);
      expect((await answer.json()).code).toBe(code);
      expect([read.chunks, test.asked.length]).toEqual([0, 1]);
    },
  );

  it('refuses what says itself that it is too large, unread', async () => {
    const test = await files();
    const { body, read } = watchedBody(10, 1_000);
    const answer = await stream(test, body, { 'content-length': String(uploadBytesMost + 1) });
    expect([answer.status, (await answer.json()).code, read.chunks]).toEqual([413, 'too_large', 0]);
  });

  it('stops reading what turns out to be too large', async () => {
    const test = await files();
    const { body, read } = watchedBody(1_000, 1_048_576);
    const answer = await stream(test, body);
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'too_large']);
    expect(read.chunks).toBe(11);
  });

  it.each([
    ['less comes than was said', watchedBody(1, 10).body, { 'content-length': '20' }],
    ['nothing comes', watchedBody(0, 0).body, {}],
    ['it breaks off', new ReadableStream({ pull: () => Promise.reject(new Error('reset')) }), {}],
  ])('is refused when %s', async (_, body, headers) => {
    const test = await files();
    const answer = await stream(test, body, headers);
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'bad_request']);
    expect(test.asked.map(({ name }) => name)).toEqual(['may-upload']);
  });

  it('is limited to few at once for each person', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const test = await files({ 'may-upload': () => held });
    const asked = Array.from({ length: 4 }, () => test.ask('POST', uploads, {}, 'hello'));
    const refused = await Promise.race(asked);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    letGo();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([201, 201, 201, 429]);
    expect((await test.ask('POST', uploads, {}, 'hello')).status).toBe(201);
  });

  it.each([
    ['voiceMs=0', 'query.voiceMs'],
    ['voiceMs=300001', 'query.voiceMs'],
    ['voiceMs=x', 'query.voiceMs'],
    ['voiceMs=1.5', 'query.voiceMs'],
    [`name=${'x'.repeat(1_001)}`, 'query.name'],
  ])('refuses %.30s', async (query, path) => {
    const { ask } = await files();
    const answer = await ask('POST', `/chatroom/${roomId}/files?${query}`, {}, 'hello');
    expect(await answer.json()).toMatchObject({ code: 'bad_request', path });
  });

  it('is refused from a foreign page', async () => {
    const { ask, asked } = await files();
    const headers = { host: 'here', origin: 'https://evil.example', 'content-type': 'text/plain' };
    expect((await ask('POST', uploads, headers, 'hello')).status).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('downloading', () => {
  const bytes = new TextEncoder().encode('<script>alert(1)</script>');
  const storageKey = keyOf(bytes);
  const file = { id: fileId, name: 'page.html', type: 'text/html', sizeBytes: bytes.byteLength };
  const found = { 'find-file': () => ({ file, storageKey }) };

  it('asks the chat each time, and makes nothing of what was written down as its type', async () => {
    const test = await files(found);
    await test.storage.put(storageKey, bytes);
    const answer = await test.ask('GET', `/files/${fileId}`);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'application/octet-stream',
      '<script>alert(1)</script>',
    ]);
    const tag = answer.headers.get('etag') ?? '';
    expect((await test.ask('GET', `/files/${fileId}`, { 'if-none-match': tag })).status).toBe(304);
    expect(test.asked.map(({ name, input }) => [name, input])).toEqual([
      ['find-file', { fileId }],
      ['find-file', { fileId }],
    ]);
  });

  it('is refused at once when the right is lost, also to whoever has the file', async () => {
    const gone = {
      'find-file': () => Promise.reject(new RefusedError('not_found', 'There is no such file.')),
    };
    const { ask } = await files(gone);
    expect((await ask('GET', `/files/${fileId}`, { 'if-none-match': `"${storageKey}"` })).status).toBe(404);
  });

  it('says that the bytes are gone, or not whole', async () => {
    const test = await files(found);
    expect((await test.ask('GET', `/files/${fileId}`)).status).toBe(404);
    await test.storage.put(storageKey, bytes.subarray(0, 3));
    const answer = await test.ask('GET', `/files/${fileId}`);
    expect([answer.status, (await answer.json()).code]).toEqual([503, 'unavailable']);
  });

  it.each(['..%2f..%2fetc%2fpasswd', 'x', storageKey, `${fileId}%00`])('%s is no file', async (id) => {
    const { ask, asked } = await files(found);
    expect((await ask('GET', `/files/${id}`)).status).toBe(400);
    expect(asked).toEqual([]);
  });
});
