import { RefusedError } from '#lib/protocol/errors.ts';
import type { meRoutes } from '#lib/protocol/rest/me.ts';
import { notifyLive } from '../../cluster/notifyLive.ts';
import { apiTokenView, makeApiToken } from '../../people/apiTokens.ts';
import { blockPerson, unblockPerson } from '../../people/blocks.ts';
import { deleteAccount } from '../../people/deletion.ts';
import { askForEmailChange } from '../../people/emailChange.ts';
import { endAllLogins, endLogin } from '../../people/logins.ts';
import { ownData } from '../../people/ownData.ts';
import { changePassword } from '../../people/passwordChange.ts';
import { profileOf } from '../../people/profile.ts';
import { pageByKey, replyPage } from '../../places/cursors.ts';
import { findPeople } from '../../places/people.ts';
import { personOf } from '../caller.ts';
import type { Caller, Operations } from '../define.ts';
import { closeLoginCookies } from '../session.ts';

const loginIdOf = (caller: Caller): string | null => (caller.kind === 'session' ? caller.loginId : null);

const missing = (what: string, path: string) =>
  new RefusedError('not_found', `There is no such ${what}.`, path);

export const meOperations: Operations<typeof meRoutes> = {
  async getMe({ caller }) {
    const user = personOf(caller);
    return { reply: { user: profileOf(user) }, version: user.version };
  },

  async updateMe({ services, caller, body, expectedVersion }) {
    const { id } = personOf(caller);
    const user = await services.store.users.update(id, body, expectedVersion);
    if (user === 'stale') {
      throw new RefusedError('precondition_failed', 'The profile was changed elsewhere meanwhile.');
    }
    if (user === null) throw new RefusedError('unauthorized', 'This account is gone.');
    await notifyLive(services, { kind: 'person-changed', userId: id });
    return { reply: { user: profileOf(user) }, version: user.version };
  },

  async changeEmail({ services, caller, body, http }) {
    await askForEmailChange(services, { user: personOf(caller), body, http });
    return { reply: {} };
  },

  async changePassword({ services, caller, body, http }) {
    await changePassword(services, { user: personOf(caller), body, loginId: loginIdOf(caller), http });
    return { reply: {} };
  },

  async listLogins({ services, caller, http }) {
    const logins = await services.store.logins.list(personOf(caller).id, http.now.toISOString());
    const current = loginIdOf(caller);
    const items = logins.map(({ id, userAgent, createdAt, lastSeenAt }) => ({
      id,
      userAgent,
      createdAt,
      lastSeenAt,
      isCurrent: id === current,
    }));
    return { reply: { items } };
  },

  async endLogin({ services, caller, params, http }) {
    if (!(await endLogin(services, personOf(caller).id, params.login)))
      throw missing('login', 'params.login');
    return { reply: {}, cookies: params.login === loginIdOf(caller) ? closeLoginCookies(http) : [] };
  },

  async endAllLogins({ services, caller, http }) {
    await endAllLogins(services, personOf(caller).id);
    return { reply: {}, cookies: closeLoginCookies(http) };
  },

  async listTokens({ services, caller }) {
    const tokens = await services.store.apiTokens.list(personOf(caller).id);
    return { reply: { items: tokens.map(apiTokenView) } };
  },

  async createToken({ services, caller, body, http }) {
    const { token, secret } = await makeApiToken(services.store, personOf(caller).id, body, http.now);
    return { reply: { token: apiTokenView(token), secret } };
  },

  async revokeToken({ services, caller, params }) {
    const { id: userId } = personOf(caller);
    const isRevoked = await services.store.apiTokens.revoke(userId, params.token);
    if (!isRevoked) throw missing('token', 'params.token');
    await notifyLive(services, { kind: 'token-revoked', userId, tokenId: params.token });
    return { reply: {} };
  },

  async listIdentities({ services, caller }) {
    const identities = await services.store.identities.list(personOf(caller).id);
    return { reply: { items: identities.map(({ provider, linkedAt }) => ({ provider, linkedAt })) } };
  },

  async unlinkIdentity({ services, caller, params }) {
    const user = personOf(caller);
    const linked = await services.store.identities.list(user.id);
    const others = linked.filter(({ provider }) => provider !== params.provider);
    if (others.length === linked.length) throw missing('service', 'params.provider');
    if (others.length === 0 && user.passwordHash === null) {
      throw new RefusedError('conflict', 'This is the only way in; set a password first.');
    }
    await services.store.identities.unlink(user.id, params.provider);
    return { reply: {} };
  },

  async listBlocks({ services, caller, query }) {
    const page = await services.store.blocks.list(personOf(caller).id, pageByKey(query));
    const people = await findPeople(
      services.store,
      page.items.map(({ blockedId }) => blockedId),
    );
    const items = page.items.map(({ blockedId, createdAt }) => ({
      person: people.named(blockedId),
      blockedAt: createdAt,
    }));
    return { reply: replyPage(page, items) };
  },

  async block({ services, caller, params, http }) {
    await blockPerson(services, personOf(caller).id, params.user, http.now);
    return { reply: {} };
  },

  async unblock({ services, caller, params }) {
    await unblockPerson(services, personOf(caller).id, params.user);
    return { reply: {} };
  },

  async exportMe({ services, caller, http }) {
    const stored = await ownData(services.store, personOf(caller).id, http.origin);
    return {
      reply: { exportedAt: http.now.toISOString(), ...stored },
      headers: { 'content-disposition': 'attachment; filename="vicinity-data.json"' },
    };
  },

  async deleteMe({ services, caller, body, http }) {
    const { address, now } = http;
    await deleteAccount(services, { user: personOf(caller), body, address, now });
    return { reply: {}, cookies: closeLoginCookies(http) };
  },
};
