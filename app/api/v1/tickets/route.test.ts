import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { signInCookie } from '#lib/web/session.ts';
import { publishTestServices, testConfig } from '#lib/web/testing/testServices.ts';
import { publishServices } from '#server/services.ts';
import { POST } from './route.ts';

describe('POST /api/v1/tickets', () => {
  const spaceId = uuidv7();
  const user = { userId: uuidv7(), name: 'Alice' };
  let cookie = '';

  beforeAll(async () => {
    const { store } = publishTestServices();
    await store.users.createGuest({ id: user.userId, name: user.name });
    const place = { slug: 'office', name: 'Office', mapUrl: '/maps/office.tmj', region: 'local' };
    await store.spaces.ensure({ id: spaceId, ...place, hasResident: false });
    cookie = (await signInCookie(new Request('http://here/'), user, testConfig)).split(';')[0] ?? '';
  });

  afterAll(() => publishServices(undefined));

  async function ask(protocol: number | undefined): Promise<[number, string]> {
    const body = JSON.stringify({ spaceId, sessionId: uuidv7(), protocol });
    const answer = await POST(new Request('http://here/', { method: 'POST', headers: { cookie }, body }), {});
    const reply = await answer.json();
    return [answer.status, reply.code ?? reply.ticket];
  }

  it('is for pages of this protocol version, and for programs that name none', async () => {
    expect(await ask(PROTOCOL_VERSION)).toEqual([201, 'a ticket']);
    expect(await ask(undefined)).toEqual([201, 'a ticket']);
    expect(await ask(PROTOCOL_VERSION - 1)).toEqual([409, 'protocol_mismatch']);
  });
});
