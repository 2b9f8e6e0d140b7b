import * as z from 'zod';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { meRoutes } from '#lib/protocol/rest/me.ts';
import type { HttpContext } from '../api/define.ts';
import type { Link, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { makeLink } from './links.ts';
import { linkTo, mailFor } from './mailings.ts';
import { requireOwnPassword } from './signIn.ts';

const emailChangeSchema = z.object({ email: z.string() });

interface Asked {
  user: User;
  body: BodyOf<typeof meRoutes.changeEmail>;
  http: HttpContext;
}

/**
 * Asks for another address. A link goes to it; if it belongs to another account, that one is told instead, and the answer
 * is the same.
 *
 * Throws `RefusedError`: `wrong_credentials`, `rate_limited`.
 */
export async function askForEmailChange(services: WebServices, { user, body, http }: Asked): Promise<void> {
  const { store, config, mail } = services;
  const { email, password, language } = body;
  await requireOwnPassword(services, user, { password, address: http.address, path: 'password' });
  const known = await store.users.findByEmail(email);
  // Made in both cases: it cannot be used for an address that is taken.
  const link = { purpose: 'email-change', userId: user.id, data: { email } } as const;
  const secret = await makeLink(store, link, http.now);
  const where = { config, http };
  if (known === null) {
    const subject = { kind: 'emailChange', link: linkTo(where, 'confirm', secret) } as const;
    return await mail.send(mailFor(where, subject, email, user.language, language));
  }
  await mail.send(mailFor(where, { kind: 'emailChangeKnown' }, email, known.language, language));
}

/**
 * Changes the address as the link says. The former one is told, and links for a new password that lie there end.
 *
 * Throws `RefusedError` (`link_invalid`) when the account is gone or the address got one meanwhile.
 */
export async function changeEmail(services: WebServices, link: Link, http: HttpContext): Promise<User> {
  const { store, config, mail } = services;
  const { email } = emailChangeSchema.parse(link.data);
  const before = link.userId === null ? null : await store.users.findById(link.userId);
  const user = before === null ? null : await store.users.setEmail(before.id, email);
  if (before === null || user === null || user === 'email_taken') {
    throw new RefusedError('link_invalid', 'This link was used, has expired or is incomplete.');
  }
  await store.links.revoke('password-reset', user.id);
  await store.links.revoke('email-change', user.id);
  if (before.email !== null && before.email !== email) {
    await mail.send(mailFor({ config, http }, { kind: 'emailChanged' }, before.email, user.language));
  }
  return user;
}
