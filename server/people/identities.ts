import { v7 as uuidv7 } from 'uuid';
import { usernameSchema } from '#lib/protocol/common.ts';
import { emailSchema } from '#lib/protocol/rest/common.ts';
import type { Caller } from '../api/define.ts';
import type { User } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { endAllLogins } from './logins.ts';

/** Somebody as another service describes them. */
export interface OutsidePerson {
  provider: string;
  /** The service's own, lasting id of them. */
  subject: string;
  name: string | null;
  email: string | null;
  /** Whether the service itself says that the address was confirmed. */
  isEmailVerified: boolean;
}

type Services = Pick<WebServices, 'store' | 'control' | 'logger'>;

/** The address, if the service vouches for it and it is one that we could have confirmed ourselves. */
function trustedEmail({ email, isEmailVerified }: OutsidePerson): string | null {
  if (!isEmailVerified) return null;
  const parsed = emailSchema.safeParse(email);
  return parsed.success ? parsed.data : null;
}

const nameLengthMost = 40;

/** A name of our own kind: theirs without what we do not allow, else the first part of the address. */
function nameOf({ name }: OutsidePerson, email: string): string {
  const candidates = [name ?? '', email.split('@')[0] ?? ''];
  for (const candidate of candidates) {
    const cleaned = candidate.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, nameLengthMost);
    const parsed = usernameSchema.safeParse(cleaned);
    if (parsed.success) return parsed.data;
  }
  return 'New here';
}

/** A guest becomes the account and keeps what is theirs; the session from before it ends. */
async function upgradeGuest(services: Services, guest: User, email: string): Promise<User | null> {
  const became = await services.store.users.becomeAccount(guest.id, { email, passwordHash: null });
  if (became === null || became === 'email_taken') return null;
  await endAllLogins(services, became.id);
  return became;
}

async function newAccount(
  services: Services,
  outside: OutsidePerson,
  email: string,
  caller: Caller,
): Promise<User | null> {
  const { users } = services.store;
  if (caller.kind === 'session' && caller.user.isGuest) {
    const became = await upgradeGuest(services, caller.user, email);
    if (became !== null) return became;
  }
  const account = { name: nameOf(outside, email), email, passwordHash: null, isOperator: false };
  const made = await users.createAccount({ id: uuidv7(), ...account });
  // Taken since we looked: then it is the account of whoever holds this address.
  return made === 'email_taken' ? await users.findByEmail(email) : made;
}

/** To whom a service's person belongs who was never here: by a vouched-for address, else to whoever is signed in. */
async function personForNew(
  services: Services,
  outside: OutsidePerson,
  caller: Caller,
): Promise<User | null> {
  const email = trustedEmail(outside);
  const known = email === null ? null : await services.store.users.findByEmail(email);
  if (known !== null) return known;
  if (caller.kind === 'session' && !caller.user.isGuest) return caller.user;
  return email === null ? null : await newAccount(services, outside, email, caller);
}

async function personOfKnown(services: Services, provider: string, subject: string): Promise<User | null> {
  const identity = await services.store.identities.find(provider, subject);
  return identity === null ? null : await services.store.users.findById(identity.userId);
}

/**
 * The person here who somebody at another service is, made if need be.
 *
 * Who came by this service before is that person. Otherwise an address that the service vouches for decides: its account
 * is linked, a guest becomes an account, or one is made; somebody signed in links the service to their account. An address
 * that nobody vouches for is never looked up: it could be anybody's. Then the answer is `null`.
 */
export async function personByIdentity(
  services: Services,
  outside: OutsidePerson,
  caller: Caller,
  now: Date,
): Promise<User | null> {
  const { provider, subject } = outside;
  const known = await personOfKnown(services, provider, subject);
  if (known !== null) return known;
  const user = await personForNew(services, outside, caller);
  if (user === null) return null;
  const identity = { provider, subject, userId: user.id, linkedAt: now.toISOString() };
  const linked = await services.store.identities.link(identity);
  // Linked to somebody by another request meanwhile: the first one counts.
  return linked === 'ok' ? user : await personOfKnown(services, provider, subject);
}
