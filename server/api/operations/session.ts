import type { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { claimOperator } from '../../people/claimOperator.ts';
import { confirmEmail } from '../../people/confirmEmail.ts';
import { enterByName } from '../../people/guests.ts';
import { changeLogin, endLoginOf } from '../../people/logins.ts';
import { outsideServices } from '../../people/outsideServices.ts';
import { askForPasswordReset, resetPassword } from '../../people/passwordChange.ts';
import { profileOf } from '../../people/profile.ts';
import { personByPassword } from '../../people/signIn.ts';
import { askForAccount } from '../../people/signUp.ts';
import type { Operations } from '../define.ts';
import { closeLoginCookies } from '../session.ts';

export const sessionOperations: Operations<typeof sessionRoutes> = {
  async enterAsGuest({ services, caller, body, http }) {
    const { user, isNew } = await enterByName(services, caller, body.name);
    const cookies = isNew ? await changeLogin(services, http, caller, user) : [];
    return { reply: { user: profileOf(user) }, cookies };
  },

  async signIn({ services, caller, body, http }) {
    const user = await personByPassword(services, { ...body, address: http.address });
    const cookies = await changeLogin(services, http, caller, user);
    return { reply: { user: profileOf(user) }, cookies };
  },

  async signOut({ services, caller, http }) {
    await endLoginOf(services, caller);
    return { reply: {}, cookies: closeLoginCookies(http) };
  },

  async listProviders({ services }) {
    return { reply: { providers: outsideServices(services.config.oauth) } };
  },

  async signUp({ services, caller, body, http }) {
    await askForAccount(services, { caller, body, http });
    return { reply: {} };
  },

  async confirmEmail({ services, caller, body, http }) {
    const { user, cookies } = await confirmEmail(services, { token: body.token, caller, http });
    return { reply: { user: profileOf(user) }, cookies };
  },

  async requestPasswordReset({ services, body, http }) {
    await askForPasswordReset(services, { body, http });
    return { reply: {} };
  },

  async resetPassword({ services, caller, body, http }) {
    const user = await resetPassword(services, { ...body, now: http.now });
    const cookies = await changeLogin(services, http, caller, user);
    return { reply: { user: profileOf(user) }, cookies };
  },

  async claimOperator({ services, caller, body, http }) {
    const user = await claimOperator(services, { body, now: http.now });
    const cookies = await changeLogin(services, http, caller, user);
    return { reply: { user: profileOf(user) }, cookies };
  },
};
