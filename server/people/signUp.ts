import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { BodyOf } from '#lib/protocol/rest/define.ts';
import type { sessionRoutes } from '#lib/protocol/rest/session.ts';
import type { Caller, HttpContext } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { Link, User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { makeLink } from './links.ts';
import { endAllLogins } from './logins.ts';
import { linkTo, mailFor, pageUrl } from './mailings.ts';
import { requireStrongPassword } from './passwordStrength.ts';

/** What a sign-up's link holds: all that the account will be made of. Nothing of it exists before. */
const signUpSchema = z.object({
  name: z.string(),
  email: z.string(),
  passwordHash: z.string(),
  guestUserId: z.string().nullable(),
});

const used = () => new RefusedError('link_invalid', 'This link was used, has expired or is incomplete.');

/**
 * Asks for an account. An address that has one gets another mail; who asks sees the same answer after the same work:
 * one hash, one question, one link, and the mail goes out afterwards.
 *
 * Throws `RefusedError`: `weak_password`, `rate_limited`.
 */
export async function askForAccount(
  services: WebServices,
  { caller, body, http }: { caller: Caller; body: BodyOf<typeof sessionRoutes.signUp>; http: HttpContext },
): Promise<void> {
  const { store, config, passwords, mail } = services;
  const { name, email, password, language, returnTo } = body;
  await requireStrongPassword(password, [name, email]);
  const passwordHash = await passwords.hash(password);
  const known = await store.users.findByEmail(email);
  const where = { config, http };
  if (known !== null) {
    const reset = { purpose: 'password-reset', userId: known.id, data: {} } as const;
    const link = linkTo(where, 'reset-password', await makeLink(store, reset, http.now), returnTo);
    const subject = { kind: 'signUpKnown', link, signInUrl: pageUrl(where, '/sign-in') } as const;
    return await mail.send(mailFor(where, subject, email, known.language, language));
  }
  const guestUserId = caller.kind === 'session' && caller.user.isGuest ? caller.user.id : null;
  const data = { name, email, passwordHash, guestUserId };
  const secret = await makeLink(store, { purpose: 'sign-up', userId: null, data }, http.now);
  const link = linkTo(where, 'confirm', secret, returnTo);
  await mail.send(mailFor(where, { kind: 'signUp', link }, email, language));
}

/**
 * Makes the account that a sign-up's link holds. The guest who asked becomes it and is signed out where they were,
 * because that session is older than the account; who is no guest any more stays who they are, and a new account is made.
 *
 * Throws `RefusedError` (`link_invalid`) when the address got an account meanwhile.
 */
export async function makeAccount(services: WebServices, link: Link): Promise<User> {
  const { name, email, passwordHash, guestUserId } = signUpSchema.parse(link.data);
  const { users } = services.store;
  if (guestUserId !== null) {
    const became = await users.becomeAccount(guestUserId, { email, passwordHash });
    if (became === 'email_taken') throw used();
    if (became !== null) return await welcomeFormerGuest(services, became, name);
  }
  const made = await users.createAccount({ id: uuidv7(), name, email, passwordHash, isOperator: false });
  if (made === 'email_taken') throw used();
  return made;
}

async function welcomeFormerGuest(services: WebServices, user: User, name: string): Promise<User> {
  await endAllLogins(services, user.id);
  if (user.name === name) return user;
  const renamed = await services.store.users.update(user.id, { name }, null);
  await notifyLive(services, { kind: 'person-changed', userId: user.id });
  return renamed === null || renamed === 'stale' ? user : renamed;
}
