import type { Clock } from '../clock.ts';
import type { ControlCommand } from '../cluster/ports.ts';
import { clockToleranceS, ticketLifetimeS } from '../people/tickets.ts';
import type { Store } from '../persistence/ports.ts';
import type { SessionIdentity } from './Session.ts';

/** A browser's sign-in, several of them, or an API token, that has ended. */
export type EndedSignIn = Extract<ControlCommand, { kind: 'signed-out' | 'token-revoked' }>;

type Who = Pick<SessionIdentity, 'userId' | 'loginId' | 'tokenId'>;

/** Whether a session stands on what has ended. */
export function endsSession(ended: EndedSignIn, { userId, loginId, tokenId }: Who): boolean {
  if (ended.userId !== userId) return false;
  if (ended.kind === 'token-revoked') return ended.tokenId === tokenId;
  if (ended.loginId !== null) return ended.loginId === loginId;
  return ended.exceptLoginId === null || ended.exceptLoginId !== loginId;
}

interface Remembered {
  readonly ended: EndedSignIn;
  readonly number: number;
  readonly atMs: number;
}

/** How long a ticket that was signed before can still be used, in ms. */
const keptMs = (ticketLifetimeS + 2 * clockToleranceS) * 1_000;

/**
 * What sessions stand on: sign-ins and API tokens. The store is asked; and what ended lately is remembered, so that a
 * join that asked the moment before, or a ticket without a sign-in, does not slip through.
 */
export class SignIns {
  readonly #store: Pick<Store, 'logins' | 'apiTokens'>;
  readonly #clock: Clock;
  #ended: Remembered[] = [];
  #count = 0;

  constructor(deps: { store: Pick<Store, 'logins' | 'apiTokens'>; clock: Clock }) {
    this.#store = deps.store;
    this.#clock = deps.clock;
  }

  /** How many ends were heard of so far: what is read from now on knows of them. */
  get count(): number {
    return this.#count;
  }

  /** Whether the sign-in or token is there and has not expired. A session that names none stands on its ticket alone. */
  async isValid({ userId, loginId, tokenId }: Who): Promise<boolean> {
    const now = new Date(this.#clock.nowMs()).toISOString();
    if (loginId !== null) return (await this.#store.logins.find(loginId, now))?.userId === userId;
    if (tokenId === null) return true;
    const token = (await this.#store.apiTokens.list(userId)).find(({ id }) => id === tokenId);
    return token !== undefined && (token.expiresAt === null || token.expiresAt > now);
  }

  remember(ended: EndedSignIn): void {
    const nowMs = this.#clock.nowMs();
    this.#count += 1;
    this.#ended = this.#ended.filter(({ atMs }) => atMs + keptMs > nowMs);
    this.#ended.push({ ended, number: this.#count, atMs: nowMs });
  }

  /**
   * Whether what a session would stand on has ended: after its store was asked (`sinceCount` ends ago), or after the
   * ticket was issued, where the ticket is all there is. Somebody who signs in anew after signing out everywhere is
   * not meant.
   */
  hasEnded(who: Who, sinceCount: number, issuedAtMs: number): boolean {
    const standsOnTicket = who.loginId === null && who.tokenId === null;
    return this.#ended.some(({ ended, number, atMs }) => {
      const isLater = number > sinceCount || (standsOnTicket && issuedAtMs <= atMs);
      return isLater && endsSession(ended, who);
    });
  }
}
