import { RefusedError } from '#lib/protocol/errors.ts';
import type { Caller, HttpContext } from '../api/define.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { changeEmail } from './emailChange.ts';
import { changeLogin } from './logins.ts';
import { hashOfSecret } from './secrets.ts';
import { makeAccount } from './signUp.ts';

/**
 * Uses the link of a mail up: makes the account or changes the address, and signs in. Whoever changed the address of the
 * account they are signed in to stays signed in as before.
 *
 * Throws `RefusedError` (`link_invalid`).
 */
export async function confirmEmail(
  services: WebServices,
  { token, caller, http }: { token: string; caller: Caller; http: HttpContext },
): Promise<{ user: User; cookies: string[] }> {
  const { links } = services.store;
  const link = await links.take(hashOfSecret(token), ['sign-up', 'email-change'], http.now.toISOString());
  if (link === null) {
    throw new RefusedError('link_invalid', 'This link was used, has expired or is incomplete.');
  }
  if (link.purpose === 'sign-up') {
    const user = await makeAccount(services, link);
    return { user, cookies: await changeLogin(services, http, caller, user) };
  }
  const user = await changeEmail(services, link, http);
  const isIn = caller.kind === 'session' && caller.user.id === user.id;
  return { user, cookies: isIn ? [] : await changeLogin(services, http, caller, user) };
}
