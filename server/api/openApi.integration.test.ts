import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationId, restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { type Reply, RunningApi, testPassword } from '../testing/RunningApi.ts';
import { ensurePages, newDataDir, ServerProcess } from '../testing/serverProcess.ts';
import { chatSamples } from './testing/chatSamples.ts';
import type { Sample, World } from './testing/samples.ts';

const nobody: Sample = {};

/** One successful request per operation; an operation without one does not compile. */
const samples: Record<OperationId, (world: World) => Sample | Promise<Sample>> = {
  enterAsGuest: () => ({ body: { name: 'Gus' } }),
  signIn: ({ owner }) => ({ body: { email: owner.email, password: testPassword } }),
  signOut: async ({ api }) => ({ as: await api.makeGuest('Gil') }),
  listProviders: () => nobody,
  signUp: () => ({ body: { name: 'Zoe', email: `zoe-${uuidv7()}@example.org`, password: testPassword } }),
  async confirmEmail({ api }) {
    const before = api.logLength;
    const body = { name: 'Zed', email: `zed-${uuidv7()}@example.org`, password: testPassword };
    await api.ask('POST', '/accounts', { body });
    return { body: { token: await api.linkInLog('confirm', before) } };
  },
  requestPasswordReset: ({ owner }) => ({ body: { email: owner.email } }),
  async resetPassword({ api }) {
    const account = await api.makeAccount('Rita');
    const before = api.logLength;
    await api.ask('POST', '/password-resets', { body: { email: account.email } });
    return {
      body: { token: await api.linkInLog('reset-password', before), password: `${testPassword} anew` },
    };
  },
  claimOperator: () => nobody,
  getMe: ({ owner }) => ({ as: owner }),
  updateMe: async ({ owner, tagOf }) => ({
    as: owner,
    body: { status: 'Reading', timeZone: 'Europe/Berlin' },
    headers: { 'if-match': await tagOf('/me', owner.cookie) },
  }),
  changeEmail: ({ owner }) => ({
    as: owner,
    body: { email: `olga-${uuidv7()}@example.org`, password: testPassword },
  }),
  changePassword: async ({ api }) => ({
    as: await api.makeAccount('Cleo'),
    body: { current: testPassword, password: `${testPassword} anew` },
  }),
  listLogins: ({ owner }) => ({ as: owner }),
  async endLogin({ api, member }) {
    const { body } = await api.ask('POST', '/session', {
      body: { email: member.email, password: testPassword },
    });
    expect(body).toHaveProperty('user');
    const logins = await api.ask('GET', '/me/logins', { cookie: member.cookie });
    const { items } = logins.body as { items: { id: string; isCurrent: boolean }[] };
    return { as: member, params: { login: items.find(({ isCurrent }) => !isCurrent)?.id ?? '' } };
  },
  endAllLogins: async ({ api }) => ({ as: await api.makeAccount('Elle') }),
  listTokens: ({ owner }) => ({ as: owner }),
  createToken: ({ owner }) => ({
    as: owner,
    body: { name: 'script', scopes: ['profile:read'], expiresInS: 3_600 },
  }),
  async revokeToken({ api, owner }) {
    const made = await api.ask('POST', '/me/tokens', {
      cookie: owner.cookie,
      body: { name: 'old', scopes: ['profile:read'], expiresInS: null },
    });
    return { as: owner, params: { token: (made.body as { token: { id: string } }).token.id } };
  },
  listIdentities: ({ owner }) => ({ as: owner }),
  unlinkIdentity: () => nobody,
  listBlocks: ({ owner }) => ({ as: owner }),
  block: ({ owner, guest }) => ({ as: owner, params: { user: guest.id } }),
  async unblock({ api, owner, member }) {
    await api.ask('PUT', `/me/blocks/${member.id}`, { cookie: owner.cookie });
    return { as: owner, params: { user: member.id } };
  },
  exportMe: ({ owner }) => ({ as: owner }),
  deleteMe: async ({ api }) => ({
    as: await api.makeAccount('Dora'),
    body: { confirmation: 'Dora', password: testPassword },
  }),
  listMaps: () => nobody,
  listPublicSpaces: () => ({ query: '?limit=1' }),
  listMySpaces: ({ owner }) => ({ as: owner, query: '?state=active' }),
  createSpace: ({ owner }) => ({
    as: owner,
    body: { name: 'New', mapId: 'office' },
    headers: { 'idempotency-key': uuidv7() },
  }),
  getSpace: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId } }),
  updateSpace: async ({ owner, spaceId, tagOf }) => ({
    as: owner,
    params: { space: spaceId },
    body: { description: 'Desks by the water' },
    headers: { 'if-match': await tagOf(`/spaces/${spaceId}`, owner.cookie) },
  }),
  duplicateSpace: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId }, body: { name: 'Copy' } }),
  archiveSpace: async ({ owner, newSpace }) => ({ as: owner, params: { space: await newSpace() } }),
  unarchiveSpace: async ({ owner, newSpace }) => ({ as: owner, params: { space: await newSpace() } }),
  deleteSpace: async ({ owner, newSpace }) => ({ as: owner, params: { space: await newSpace() } }),
  async restoreSpace({ api, owner, newSpace }) {
    const space = await newSpace();
    await api.ask('DELETE', `/spaces/${space}`, { cookie: owner.cookie });
    return { as: owner, params: { space } };
  },
  async enterByPassword({ api, owner, guest }) {
    const body = { name: 'Closed', mapId: 'office', visibility: 'password', password: 'open sesame' };
    const made = await api.ask('POST', '/spaces', { cookie: owner.cookie, body });
    const { space } = made.body as { space: { id: string } };
    return { as: guest, params: { space: space.id }, body: { password: 'open sesame' } };
  },
  listParticipants: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId } }),
  readAudit: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId }, query: '?limit=5' }),
  listMembers: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId }, query: '?limit=1' }),
  setRole: ({ owner, member, spaceId }) => ({
    as: owner,
    params: { space: spaceId, user: member.id },
    body: { role: 'moderator' },
  }),
  async removeMember(world) {
    const someone = await world.api.makeAccount('Remy');
    await world.api.admit(world.owner, world.spaceId, someone);
    return { as: world.owner, params: { space: world.spaceId, user: someone.id } };
  },
  async leaveSpace(world) {
    const someone = await world.api.makeAccount('Lea');
    await world.api.admit(world.owner, world.spaceId, someone);
    return { as: someone, params: { space: world.spaceId } };
  },
  listInvitations: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId } }),
  createInvitation: ({ owner, spaceId }) => ({
    as: owner,
    params: { space: spaceId },
    body: { role: 'member', email: 'new@example.org', expiresInS: 3_600, usesMost: 1 },
    headers: { 'idempotency-key': uuidv7() },
  }),
  async revokeInvitation({ api, owner, spaceId }) {
    const made = await api.ask('POST', `/spaces/${spaceId}/invitations`, { cookie: owner.cookie, body: {} });
    const { invitation } = made.body as { invitation: { id: string } };
    return { as: owner, params: { space: spaceId, invitation: invitation.id } };
  },
  previewInvitation: async (world) => ({
    params: { token: await world.api.invite(world.owner, world.spaceId) },
  }),
  acceptInvitation: async (world) => ({
    as: await world.api.makeAccount('Ann'),
    params: { token: await world.api.invite(world.owner, world.spaceId) },
  }),
  mute: (world) => standing(world),
  move: async (world) => ({ ...(await standing(world)), body: { x: 16, y: 16 } }),
  remove: (world) => standing(world),
  listBans: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId } }),
  ban: async ({ api, owner, spaceId }) => ({
    as: owner,
    params: { space: spaceId },
    body: { userId: (await api.makeAccount('Bruno')).id, reason: 'Shouting', durationS: 60 },
  }),
  async liftBan({ api, owner, spaceId }) {
    const body = { userId: (await api.makeAccount('Bert')).id };
    const made = await api.ask('POST', `/spaces/${spaceId}/bans`, { cookie: owner.cookie, body });
    return { as: owner, params: { space: spaceId, ban: (made.body as { ban: { id: string } }).ban.id } };
  },
  lock: async ({ owner, newSpace }) => ({ as: owner, params: { space: await newSpace() } }),
  unlock: async ({ owner, newSpace }) => ({ as: owner, params: { space: await newSpace() } }),
  announce: ({ owner, spaceId }) => ({ as: owner, params: { space: spaceId }, body: { text: 'Lunch' } }),
  createTicket: ({ owner, spaceId }) => ({ as: owner, body: { spaceId, sessionId: uuidv7() } }),
  ...chatSamples,
  openApi: () => nobody,
  listUsers: ({ operator }) => ({ as: operator, query: '?limit=2&query=o' }),
  signOutUser: async ({ api, operator }) => ({
    as: operator,
    params: { user: (await api.makeAccount('Sia')).id },
  }),
};

/** What cannot succeed in this world, and how it is refused instead. */
const refusedHere: Partial<Record<OperationId, number>> = {
  // The operator's link was used to make the world, and nobody here came by another service.
  claimOperator: 410,
  unlinkIdentity: 404,
};
const refusedSamples: Partial<Record<OperationId, (world: World) => Sample>> = {
  claimOperator: () => ({
    body: { token: 'A'.repeat(43), name: 'Eve', email: 'eve@example.org', password: testPassword },
  }),
  unlinkIdentity: ({ owner }) => ({ as: owner, params: { provider: 'github' } }),
};

/** Somebody who stands in the space, for a moderator's hand. */
async function standing(world: World): Promise<Sample> {
  const someone = await world.api.makeGuest('Walker');
  await world.api.join(world.spaceId, someone);
  return { as: world.owner, params: { space: world.spaceId, user: someone.id } };
}

type Document = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>
  >;
  components: { schemas: { Problem: object } };
};

const entries = Object.entries<RestRoute>(restCatalogue) as [OperationId, RestRoute][];

describe('the running server keeps to its OpenAPI document', () => {
  const server = new ServerProcessHolder();
  let world: World;
  let document: Document;
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));

  beforeAll(async () => {
    await ensurePages();
    world = await makeWorld(await server.start());
    document = (await world.api.ask('GET', '/openapi.json')).body as Document;
  }, 180_000);

  afterAll(async () => {
    world?.api.close();
    await server.stop();
  });

  function expectSchema(schema: object, value: unknown): void {
    const resolved = JSON.parse(
      JSON.stringify(schema).replaceAll(
        '{"$ref":"#/components/schemas/Problem"}',
        JSON.stringify(document.components.schemas.Problem),
      ),
    );
    const validate = ajv.compile(resolved);
    expect(validate(value), JSON.stringify({ errors: validate.errors, value })).toBe(true);
  }

  /** Status and body of an answer are ones that the document names. */
  function expectDescribed(route: RestRoute, reply: Reply): void {
    const described = document.paths[route.path]?.[route.method.toLowerCase()]?.responses[reply.status];
    expect(described, `${route.method} ${route.path} answers ${reply.status}`).toBeDefined();
    const isProblem = reply.headers.get('content-type')?.startsWith('application/problem+json') === true;
    const given = route.gives === 'file' ? 'application/octet-stream' : 'application/json';
    const content = described?.content?.[isProblem ? 'application/problem+json' : given];
    if (content === undefined) expect(reply.body).toBeNull();
    else expectSchema(content.schema, reply.body);
  }

  const ask = (route: RestRoute, sample: Sample, raw?: string): Promise<Reply> => {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sample.params?.[name] ?? '');
    return world.api.ask(route.method, `${path}${sample.query ?? ''}`, {
      ...(sample.as === undefined ? {} : { cookie: sample.as.cookie }),
      ...(sample.headers === undefined ? {} : { headers: sample.headers }),
      ...(sample.body === undefined ? {} : { body: sample.body }),
      ...(raw === undefined && sample.raw === undefined ? {} : { raw: raw ?? sample.raw }),
    });
  };

  it.each(entries)('%s', async (id, route) => {
    const sample = await (refusedSamples[id] ?? samples[id])(world);
    const reply = await ask(route, sample);
    expect(reply.status, JSON.stringify(reply.body)).toBe(refusedHere[id] ?? route.status);
    expectDescribed(route, reply);
    if (refusedHere[id] === undefined) {
      expect(Number(reply.headers.get('ratelimit-limit'))).toBeGreaterThan(0);
      const isTagged = route.concurrency !== 'none' || route.gives === 'file';
      expect(reply.headers.get('etag') !== null).toBe(isTagged);
    }
  });

  it('hands on what the live part refuses', async () => {
    const { api, owner, member, spaceId } = world;
    const path = `/spaces/${spaceId}/participants/${member.id}`;
    for (const [method, action, body] of [
      ['POST', '/mute', {}],
      ['POST', '/move', { x: 16, y: 16 }],
      ['DELETE', '', undefined],
    ] as const) {
      const reply = await api.ask(method, path + action, { cookie: owner.cookie, body });
      expect([reply.status, (reply.body as { code: string }).code]).toEqual([404, 'not_found']);
    }
  });

  const guarded = entries.filter(([, route]) => route.permission !== 'none');

  it.each(guarded)('%s refuses whoever is nobody', async (_, route) => {
    const params = {
      space: world.spaceId,
      user: uuidv7(),
      login: uuidv7(),
      invitation: uuidv7(),
      ban: uuidv7(),
      chatroom: uuidv7(),
      message: uuidv7(),
      file: uuidv7(),
      report: uuidv7(),
      emoji: encodeURIComponent('👍'),
    };
    const token = route.path.startsWith('/invitations') ? 'A'.repeat(43) : uuidv7();
    const reply = await ask(route, { params: { ...params, token, provider: 'github' } });
    expect([reply.status, (reply.body as { code: string }).code]).toEqual([401, 'unauthorized']);
    expectDescribed(route, reply);
  });

  const withBody = entries.filter(([, { method }]) => !['GET', 'DELETE'].includes(method));

  it.each(withBody)('%s answers rubbish with a problem', async (id, route) => {
    const sample = await (refusedSamples[id] ?? samples[id])(world);
    for (const raw of [
      '{',
      '[1]',
      '"text"',
      '{"name":7,"email":[],"password":{},"role":1,"text":null,"x":"a"}',
    ]) {
      const reply = await ask(route, sample, raw);
      // Routes without fields read no field of it; everything else is the caller's fault and is said to be.
      expect(reply.status, `${raw}: ${JSON.stringify(reply.body)}`).toBeLessThan(500);
      expectDescribed(route, reply);
    }
  });
});

/** The server of this file; its folder goes with it. */
class ServerProcessHolder {
  #server: ServerProcess | undefined;

  async start(): Promise<RunningApi> {
    this.#server = new ServerProcess({
      VICINITY_DATA_DIR: newDataDir(),
      LOG_LEVEL: 'info',
      // Everything here comes from one address.
      VICINITY_RATE_LIMIT_FACTOR: '100',
    });
    const server = this.#server;
    return new RunningApi(await server.url(), () => server.output);
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }
}

async function makeWorld(api: RunningApi): Promise<World> {
  const operator = await api.claimOperator('Opal');
  const owner = await api.makeAccount('Olga');
  const newSpace = () => api.makeSpace(owner);
  const world: World = {
    api,
    operator,
    owner,
    member: await api.makeAccount('Max'),
    guest: await api.makeGuest('Gus'),
    spaceId: await newSpace(),
    newSpace,
    async tagOf(path, ownCookie) {
      return (await api.ask('GET', path, { cookie: ownCookie })).headers.get('etag') ?? '';
    },
  };
  await api.admit(owner, world.spaceId, world.member);
  return world;
}
