import { describe, expect, it } from 'vitest';
import type { Me } from '#lib/protocol/rest/me.ts';
import { testProfile } from '#lib/protocol/rest/testing/testProfile.ts';
import { createRestClient } from './createRestClient.ts';

const id = '00000000-0000-4000-8000-0000000000aa';
const me: Me = {
  user: testProfile({ id, isGuest: true, email: null, hasPassword: false }),
};

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

function setUp(answer: (request: Request) => Response | Promise<Response>, timeoutMs = 1_000) {
  const requests: Request[] = [];
  const client = createRestClient({
    origin: 'http://web',
    timeoutMs,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return answer(request);
    },
  });
  return { client, requests };
}

describe('rest client', () => {
  it('enters as a guest', async () => {
    const { client, requests } = setUp(() => json(201, me));
    expect(await client.enterAsGuest('  Mira ')).toEqual(me);
    expect(requests[0]?.url).toBe('http://web/api/v1/guests');
    expect(await requests[0]?.json()).toEqual({ name: 'Mira' });
  });

  it('says null for nobody', async () => {
    const problem = { type: 'about:blank', title: 'No session', status: 401, code: 'unauthorized' };
    expect(await setUp(() => json(401, problem)).client.me()).toBeNull();
  });

  it('throws the code of a problem document', async () => {
    const problem = {
      type: 'about:blank',
      title: 'No',
      status: 422,
      code: 'bad_request',
      detail: 'Too long',
      path: 'name',
    };
    const { client } = setUp(() => json(422, problem));
    await expect(client.enterAsGuest('x')).rejects.toMatchObject({
      code: 'bad_request',
      status: 422,
      path: 'name',
      message: 'Too long',
    });
  });

  it('guesses the code of anything else from its status', async () => {
    const { client } = setUp(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(client.ticket(id, id)).rejects.toMatchObject({ code: 'unavailable', status: 502 });
  });

  it('throws offline when there is no answer and internal when it does not fit', async () => {
    const { client } = setUp(() => Promise.reject(new TypeError('failed')));
    await expect(client.me()).rejects.toMatchObject({ code: 'offline', status: 0 });
    await expect(setUp(() => json(200, { user: 1 })).client.me()).rejects.toMatchObject({ code: 'internal' });
  });

  it('gives up after its timeout', async () => {
    const { client } = setUp(
      (request) =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason)),
        ),
      10,
    );
    await expect(client.space('harbour')).rejects.toMatchObject({ code: 'timeout' });
  });
});
