import type { Account, AuthOptions, User as AuthUser, Profile } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import * as z from 'zod';
import { RefusedError } from '#lib/protocol/errors.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import type { Caller, HttpContext } from '#server/api/define.ts';
import { createLogin, type SessionClaims } from '#server/api/session.ts';
import { type OutsidePerson, personByIdentity } from '#server/people/identities.ts';
import { endLoginOf } from '#server/people/logins.ts';
import { personByPassword } from '#server/people/signIn.ts';
import type { User } from '#server/persistence/ports.ts';
import type { WebServices } from '#server/services.ts';
import { outsideProviders } from './authProviders.ts';
import { ownUrl } from './ownUrl.ts';

/** Our page that explains what went wrong; the reason stands in `error`. */
export const signInPage = '/sign-in';

/** What one request to next-auth is about, besides the request. */
export interface Visit {
  readonly services: WebServices;
  readonly caller: Caller;
  readonly http: HttpContext;
}

const verifiedSchema = z.object({ email_verified: z.union([z.literal(true), z.literal('true')]) });

const outsidePerson = (user: AuthUser, account: Account, profile: Profile | undefined): OutsidePerson => ({
  provider: account.provider,
  subject: account.providerAccountId,
  name: user.name ?? null,
  email: user.email ?? null,
  isEmailVerified: verifiedSchema.safeParse(profile).success,
});

/** Why a password was not taken, as our page is told; `null` is a wrong one. */
function reasonOf(error: unknown, { services }: Visit): 'RateLimited' | 'Callback' | null {
  if (error instanceof RefusedError) return error.code === 'wrong_credentials' ? null : 'RateLimited';
  services.logger.error({ error }, 'a sign-in failed');
  return 'Callback';
}

/** Finds out who signs in, by a password or another service, and makes their session. One for each request. */
class SignIn {
  readonly #visit: Visit;
  #person: User | null = null;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** Email and password by next-auth's own form; the API's `signIn` is the same thing. */
  async byPassword(given: Record<string, string> | undefined): Promise<AuthUser | null> {
    const { services, http } = this.#visit;
    const typed = sessionRoutes.signIn.body.safeParse(given);
    if (!typed.success) return null;
    try {
      this.#person = await personByPassword(services, { ...typed.data, address: http.address });
      return { id: this.#person.id, name: this.#person.name };
    } catch (error) {
      const reason = reasonOf(error, this.#visit);
      if (reason === null) return null;
      // Its message becomes the reason on our page, so no other one may pass.
      throw new Error(reason);
    }
  }

  /** True, or the page that says why not. */
  async byService(user: AuthUser, account: Account, profile: Profile | undefined): Promise<true | string> {
    const { services, caller, http } = this.#visit;
    try {
      const outside = outsidePerson(user, account, profile);
      this.#person = await personByIdentity(services, outside, caller, http.now);
      return this.#person !== null || `${signInPage}?error=EmailNotVerified`;
    } catch (error) {
      services.logger.error({ error, provider: account.provider }, 'a sign-in failed');
      return `${signInPage}?error=Callback`;
    }
  }

  /**
   * Claims of the session of whoever just signed in; `null` when nobody did. The login of before ends with it, so that
   * nobody who knew it comes along.
   */
  async newClaims(): Promise<SessionClaims | null> {
    if (this.#person === null) return null;
    const { services, caller, http } = this.#visit;
    await endLoginOf(services, caller);
    const login = await createLogin(services, http, this.#person.id);
    return { sub: this.#person.id, name: this.#person.name, lid: login.id };
  }
}

function callbacksFor(signIn: SignIn): AuthOptions['callbacks'] {
  return {
    async signIn({ user, account, profile }) {
      if (account === null) return false;
      return account.type === 'credentials' || (await signIn.byService(user, account, profile));
    },
    redirect: ({ url, baseUrl }) => ownUrl(url, baseUrl),
    jwt: async ({ token }) => (await signIn.newClaims()) ?? token,
    session: ({ session, token }) => ({
      expires: session.expires,
      user: { id: token.sub, name: token.name },
    }),
  };
}

const loggerFor = ({ services: { logger } }: Visit): AuthOptions['logger'] => ({
  error: (code, about) => {
    const reason = about instanceof Error ? about.message : about.error.message;
    logger.warn({ code, reason }, 'a sign-in by another service failed');
  },
  warn: (code) => logger.debug({ code }, 'next-auth warns'),
  debug: () => undefined,
});

/** What next-auth does for one request. The person and their login are ours; its token only carries them. */
export function optionsFor(visit: Visit): AuthOptions {
  const { services, caller, http } = visit;
  const { jwtSecret, sessionMaxAgeS, oauth } = services.config;
  const signIn = new SignIn(visit);
  const password = Credentials({
    credentials: { email: {}, password: {} },
    authorize: (given) => signIn.byPassword(given),
  });
  return {
    secret: jwtSecret,
    providers: [...outsideProviders(oauth), password],
    session: { strategy: 'jwt', maxAge: sessionMaxAgeS },
    jwt: { secret: jwtSecret, maxAge: sessionMaxAgeS },
    useSecureCookies: http.isHttps,
    pages: { signIn: signInPage, error: signInPage, signOut: '/' },
    callbacks: callbacksFor(signIn),
    events: { signOut: () => endLoginOf(services, caller) },
    logger: loggerFor(visit),
  };
}
