import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { v7 as uuidv7 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatIdentity } from '../chat/ports.ts';
import type { Clock } from '../clock.ts';
import type { TicketLedger } from '../cluster/ports.ts';
import type { Logger } from '../observability/Logger.ts';
import { type TicketPurpose, type TicketRefusal, verifyTicket } from '../people/tickets.ts';
import type { ApiToken, Store } from '../persistence/ports.ts';
import type { SessionIdentity } from './Session.ts';
import type { SignIns } from './SignIns.ts';

export interface CredentialsDeps {
  readonly store: Pick<Store, 'apiTokens' | 'users'>;
  readonly signIns: SignIns;
  readonly ledger: TicketLedger;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ticketSecret: string;
}

/** Somebody who has shown a ticket or a token. */
export interface Proof {
  readonly identity: SessionIdentity;
  /** `SignIns.count` when the store was asked about it. */
  readonly signInCount: number;
  readonly issuedAtMs: number;
  /** Uses a ticket up. Throws `RefusedError` `ticket_used`. */
  claim(): Promise<void>;
}

const refusals: Record<TicketRefusal, string> = {
  ticket_expired: 'the ticket has expired: fetch a new one',
  ticket_wrong_space: 'the ticket is for another space',
  unauthorized: 'a valid ticket is needed',
};

/** What every API token begins with. */
const tokenPrefix = 'vic_';
/** Joins with API tokens from one address in a minute: as many as it may fetch tickets (`server/http/rateLimits.ts`). */
const tokenJoinsPerMinute = 240;
/** A token's last use is written down at most this often, in ms. */
const touchEveryMs = 60_000;

/** Finds out who stands behind a ticket or an API token. */
export class Credentials {
  readonly #deps: CredentialsDeps;
  readonly #limiter = new RateLimiterMemory({ points: tokenJoinsPerMinute, duration: 60 });

  constructor(deps: CredentialsDeps) {
    this.#deps = deps;
  }

  /**
   * Who stands behind the secret of a connection that only chats. A ticket names the space itself; with an API token
   * the client names it. The ticket is used up. Throws `RefusedError` as `prove` does, and `bad_request` without a space.
   */
  async proveChatter(secret: string | null, spaceId: string | null, address: string): Promise<ChatIdentity> {
    if (secret === null) throw new RefusedError('unauthorized', refusals.unauthorized);
    const proof = await this.#proveChatter(secret, spaceId, address);
    await proof.claim();
    const { identity, signInCount, issuedAtMs } = proof;
    if (this.#deps.signIns.hasEnded(identity, signInCount, issuedAtMs)) {
      throw new RefusedError('unauthorized', 'the sign-in has ended');
    }
    const { userId, loginId, tokenId } = identity;
    return { userId, spaceId: identity.spaceId, loginId, tokenId };
  }

  async #proveChatter(secret: string, spaceId: string | null, address: string): Promise<Proof> {
    if (!secret.startsWith(tokenPrefix)) return this.#byTicket(secret, 'chat', spaceId ?? undefined);
    if (spaceId === null) {
      throw new RefusedError('bad_request', 'say in auth.spaceId which space it is about', 'auth.spaceId');
    }
    return this.#byToken(secret, spaceId, address);
  }

  /** Throws `RefusedError`: `unauthorized`, `ticket_expired`, `ticket_wrong_space`, `forbidden`, `rate_limited`. */
  async prove(secret: string | null, spaceId: string, address: string): Promise<Proof> {
    if (secret === null) throw new RefusedError('unauthorized', refusals.unauthorized);
    const isToken = secret.startsWith(tokenPrefix);
    return isToken ? this.#byToken(secret, spaceId, address) : this.#byTicket(secret, 'space', spaceId);
  }

  async #byTicket(token: string, wanted: TicketPurpose, spaceId: string | undefined): Promise<Proof> {
    const { clock, ledger, ticketSecret, signIns } = this.#deps;
    const result = await verifyTicket(token, ticketSecret, clock.nowMs(), spaceId);
    if (!result.ok) throw new RefusedError(result.code, refusals[result.code]);
    const { ticketId, issuedAtMs, expiresAtMs, purpose, ...identity } = result.ticket;
    if (wanted === 'space' && purpose !== 'space') {
      throw new RefusedError('unauthorized', 'the ticket is for the chat alone');
    }
    const signInCount = signIns.count;
    if (!(await signIns.isValid(identity))) throw new RefusedError('unauthorized', 'the sign-in has ended');
    const claim = async (): Promise<void> => {
      if (await ledger.claim(ticketId, expiresAtMs)) return;
      throw new RefusedError('ticket_used', 'the ticket was used before: fetch a new one');
    };
    return { identity, signInCount, issuedAtMs, claim };
  }

  /** Programs have no tab whose session they could name: each connection is a session of its own. */
  async #byToken(secret: string, spaceId: string, address: string): Promise<Proof> {
    await this.#limit(address);
    const { store, clock, signIns } = this.#deps;
    const nowMs = clock.nowMs();
    const signInCount = signIns.count;
    const secretHash = createHash('sha256').update(secret).digest('hex');
    const token = await store.apiTokens.findByHash(secretHash, new Date(nowMs).toISOString());
    const owner = token === null ? null : await store.users.findById(token.userId);
    if (token === null || owner === null)
      throw new RefusedError('unauthorized', 'the API token is not valid');
    if (!token.scopes.includes('realtime')) {
      throw new RefusedError('forbidden', 'the API token lacks the scope realtime');
    }
    this.#touch(token, nowMs);
    const identity = {
      sessionId: uuidv7(),
      userId: owner.id,
      username: owner.name,
      spaceId,
      loginId: null,
      tokenId: token.id,
    };
    return { identity, signInCount, issuedAtMs: nowMs, claim: () => Promise.resolve() };
  }

  async #limit(address: string): Promise<void> {
    try {
      await this.#limiter.consume(address);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new RefusedError('rate_limited', 'too many joins with API tokens from this address');
    }
  }

  #touch({ id, lastUsedAt }: ApiToken, nowMs: number): void {
    if (lastUsedAt !== null && nowMs - Date.parse(lastUsedAt) < touchEveryMs) return;
    this.#deps.store.apiTokens.touch(id, new Date(nowMs).toISOString()).catch((error: unknown) => {
      this.#deps.logger.warn({ error, tokenId: id }, 'the use of an API token could not be written down');
    });
  }
}
