import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { SessionOutbox } from '../call/ports.ts';
import type { ClientLink, EndWords, Session, SessionIdentity } from './Session.ts';

/**
 * The sessions of this process by their id. It keeps their states and their links; it decides nothing and has no
 * timers of its own. The gateway attaches links, the space holds, resumes and ends sessions.
 */
export class SessionRegistry implements SessionOutbox {
  readonly #sessions = new Map<string, Session>();

  /** How many sessions are connected or kept. */
  get count(): number {
    return this.#sessions.size;
  }

  get(sessionId: string): Session | undefined {
    return this.#sessions.get(sessionId);
  }

  /** This person's sessions, connected or kept, in all spaces; those too that are about to join. */
  identitiesOf(userId: string): SessionIdentity[] {
    return [...this.#sessions.values()]
      .map((session) => session.identity)
      .filter((identity) => identity.userId === userId);
  }

  /** The link of a connected session. */
  linkOf(sessionId: string): ClientLink | null {
    const session = this.#sessions.get(sessionId);
    return session?.state === 'connected' ? session.link : null;
  }

  /** Whether this link is the one that speaks for the session now. */
  isCurrent(sessionId: string, link: ClientLink): boolean {
    return this.linkOf(sessionId) === link;
  }

  /**
   * Makes `link` the session's link: a new session, a kept one that comes back, or one whose former connection is
   * dead or a copy of the tab; that one is ended.
   */
  attach(identity: SessionIdentity, link: ClientLink): void {
    const former = this.#sessions.get(identity.sessionId);
    this.#sessions.set(identity.sessionId, { state: 'connected', identity, link });
    if (former !== undefined) release(former, 'taken_over');
  }

  /**
   * The link is gone. When it was the one that spoke for the session, the session is forgotten, unless its space then
   * holds it.
   *
   * @returns whether it was.
   */
  detach(sessionId: string, link: ClientLink): boolean {
    return this.isCurrent(sessionId, link) && this.#sessions.delete(sessionId);
  }

  /** The connection is lost and the place is kept, until the session is attached again or forgotten. */
  hold(identity: SessionIdentity, cancelExpiry: () => void): void {
    this.forget(identity.sessionId);
    this.#sessions.set(identity.sessionId, { state: 'grace', identity, cancelExpiry });
  }

  /** Forgets a session without a word to its client. */
  forget(sessionId: string): void {
    const session = this.#sessions.get(sessionId);
    if (session?.state === 'grace') session.cancelExpiry();
    this.#sessions.delete(sessionId);
  }

  /** Ends a session: its client is told, its connection closed, its id forgotten. Idempotent. */
  end(sessionId: string, reason: SessionEndReason, words: EndWords = {}): void {
    const session = this.#sessions.get(sessionId);
    if (session === undefined) return;
    this.#sessions.delete(sessionId);
    release(session, reason, words);
  }

  send<N extends Namespace, E extends ServerEvent<N>>(
    sessionId: string,
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void {
    this.linkOf(sessionId)?.send(namespace, event, payload);
  }
}

export function createSessionRegistry(): SessionRegistry {
  return new SessionRegistry();
}

function release(session: Session, reason: SessionEndReason, words: EndWords = {}): void {
  switch (session.state) {
    case 'connected':
      session.link.end(reason, words);
      return;
    case 'grace':
      session.cancelExpiry();
      return;
    case 'ended':
      return;
  }
}
