import { RefusedError } from '#lib/protocol/errors.ts';
import type { siteRoutes } from '#lib/protocol/rest/site.ts';
import { endAllLogins } from '../../people/logins.ts';
import { personViewOf } from '../../people/profile.ts';
import { pageById, replyPage } from '../../places/cursors.ts';
import { personOf } from '../caller.ts';
import type { Operations } from '../define.ts';
import { openApiDocument } from '../openApi.ts';

export const siteOperations: Operations<typeof siteRoutes> = {
  async openApi() {
    return { reply: openApiDocument() };
  },

  async listUsers({ services, query }) {
    const wanted = query.query === undefined || query.query === '' ? null : query.query;
    const page = await services.store.users.list(pageById(query), wanted);
    const items = page.items.map((user) => ({
      person: personViewOf(user),
      email: user.email,
      isGuest: user.isGuest,
      isOperator: user.isOperator,
      createdAt: user.createdAt,
    }));
    return { reply: replyPage(page, items) };
  },

  async signOutUser({ services, caller, params }) {
    if ((await services.store.users.findById(params.user)) === null) {
      throw new RefusedError('not_found', 'There is no such person.', 'params.user');
    }
    await endAllLogins(services, params.user);
    // An act upon the site belongs to no space, so to no audit log of one.
    services.logger.info({ operatorId: personOf(caller).id, userId: params.user }, 'signed somebody out');
    return { reply: {} };
  },
};
