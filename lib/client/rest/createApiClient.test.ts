import { describe, expect, it } from 'vitest';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { createApiClient } from './createApiClient.ts';

const space = 'harbour';
const user = '00000000-0000-4000-8000-0000000000aa';

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const refusal = (status: number, code: string, headers?: Record<string, string>) =>
  json(status, { type: 'about:blank', title: 'No', status, code }, headers);

function setUp(answer: (request: Request) => Response | Promise<Response>, timeoutMs = 1_000) {
  const requests: Request[] = [];
  const api = createApiClient({
    origin: 'http://web',
    timeoutMs,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return answer(request);
    },
  });
  return { api, requests };
}

const never = (request: Request) =>
  new Promise<Response>((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });

describe('a call', () => {
  it('fills the path, sends defined query values only and no body of its own', async () => {
    const { api, requests } = setUp(() => json(200, { items: [], nextCursor: null }));
    const { reply } = await api.call(memberRoutes.listMembers, {
      params: { space },
      query: { limit: 20, role: 'admin', cursor: undefined, query: 'a&b' },
    });
    expect(reply).toEqual({ items: [], nextCursor: null });
    expect(requests[0]?.method).toBe('GET');
    expect(requests[0]?.url).toBe('http://web/api/v1/spaces/harbour/members?limit=20&role=admin&query=a%26b');
    expect(requests[0]?.headers.has('content-type')).toBe(false);
  });

  it('sends body, tag and key, and gives the tag of the answer back', async () => {
    const { api, requests } = setUp(() =>
      json(
        201,
        {
          ban: {
            id: user,
            person: { id: user, name: 'Bo', cast: 'leo' },
            reason: '',
            createdBy: null,
            createdAt: '2026-01-01T00:00:00.000Z',
            expiresAt: null,
          },
        },
        { etag: '"3"' },
      ),
    );
    const { reply, etag } = await api.call(
      moderationRoutes.ban,
      { params: { space }, body: { userId: user } },
      { ifMatch: '"2"', idempotencyKey: 'abc' },
    );
    const sent = requests[0];
    expect(await sent?.json()).toEqual({ userId: user });
    expect(sent?.headers.get('content-type')).toBe('application/json');
    expect(sent?.headers.get('if-match')).toBe('"2"');
    expect(sent?.headers.get('idempotency-key')).toBe('abc');
    expect(sent?.credentials).toBe('same-origin');
    expect(reply.ban.person.name).toBe('Bo');
    expect(etag).toBe('"3"');
  });

  it('takes an answer without content for an empty reply', async () => {
    const { api } = setUp(() => new Response(null, { status: 204 }));
    await expect(api.call(meRoutes.endAllLogins)).resolves.toEqual({ reply: {}, etag: null });
  });

  it('drops from a reply what its schema does not know', async () => {
    const { api } = setUp(() => json(201, { reached: 3, surprise: 1 }));
    const { reply } = await api.call(moderationRoutes.announce, { params: { space }, body: { text: 'Hi' } });
    expect(reply).toEqual({ reached: 3 });
  });

  it('does not take a page of somebody else for an answer', async () => {
    const { api } = setUp(() => new Response('<h1>Log in to the hotel</h1>', { status: 200 }));
    await expect(api.call(meRoutes.endAllLogins)).rejects.toMatchObject({ code: 'internal', status: 200 });
  });

  it('keeps hostile path values within their segment', async () => {
    const { api, requests } = setUp(() => new Response(null, { status: 204 }));
    await api.call(moderationRoutes.lock, { params: { space: '../me?x=1#y' } });
    expect(requests[0]?.url).toBe('http://web/api/v1/spaces/..%2Fme%3Fx%3D1%23y/lock');
    await expect(api.call(moderationRoutes.lock, { params: { space: '..' } })).rejects.toThrow(TypeError);
    await expect(api.call(moderationRoutes.lock, { params: { space: '' } })).rejects.toThrow(TypeError);
  });
});

describe('a refusal', () => {
  it('carries code, status and when to try again', async () => {
    const { api } = setUp(() => refusal(429, 'rate_limited', { 'retry-after': '17' }));
    await expect(api.call(meRoutes.getMe)).rejects.toMatchObject({
      code: 'rate_limited',
      status: 429,
      retryAfterS: 17,
    });
  });

  it('falls back to the status for a code of the future', async () => {
    const { api } = setUp(() => refusal(409, 'moon_phase'));
    await expect(api.call(meRoutes.getMe)).rejects.toMatchObject({
      code: 'conflict',
      retryAfterS: undefined,
    });
  });

  it('is offline without an answer, also when it breaks off', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('reset')) });
    const { api } = setUp(() => new Response(broken, { status: 200 }));
    await expect(api.call(meRoutes.getMe)).rejects.toMatchObject({ code: 'offline', status: 0 });
  });

  it('is a timeout after the time of the call', async () => {
    const { api } = setUp(never, 60_000);
    await expect(api.call(meRoutes.getMe, {}, { timeoutMs: 5 })).rejects.toMatchObject({ code: 'timeout' });
  });
});

it('giving up rejects with the reason of the signal', async () => {
  const { api } = setUp(never);
  const controller = new AbortController();
  const call = api.call(meRoutes.getMe, {}, { signal: controller.signal });
  controller.abort(new Error('gone to another page'));
  await expect(call).rejects.toThrow('gone to another page');
});
