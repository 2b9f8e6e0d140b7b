import { residentIdentity } from '#lib/domain/resident.ts';
import type { ClientPayload, JoinReply } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../clock.ts';
import type { TicketLedger } from '../cluster/ports.ts';
import { type TicketRefusal, verifyTicket } from '../people/tickets.ts';
import type { Connection } from './Connection.ts';
import type { SessionIdentity } from './Session.ts';
import type { SessionRegistry } from './SessionRegistry.ts';

type JoinPayload = ClientPayload<'/space', 'join'>;

/** What the gateway tells the spaces about connections. */
export interface SessionLifecycle {
  /** The session's connection is gone without a `leave`: its place is kept for a while, or nothing of it exists. */
  lost(identity: SessionIdentity): void;
  /** The session goes on in another space: it leaves this one at once. */
  depart(identity: SessionIdentity): void;
}

export interface AdmissionDeps {
  readonly sessions: SessionRegistry;
  readonly lifecycle: SessionLifecycle;
  readonly ledger: TicketLedger;
  readonly clock: Clock;
  readonly ticketSecret: string;
}

const refusals: Record<TicketRefusal, string> = {
  ticket_expired: 'the ticket has expired: fetch a new one',
  ticket_wrong_space: 'the ticket is for another space',
  unauthorized: 'a valid ticket is needed',
};

/** The door: turns a ticket into a session, once, and hands it to its space. */
export class Admission {
  readonly #deps: AdmissionDeps;

  constructor(deps: AdmissionDeps) {
    this.#deps = deps;
  }

  /**
   * Lets a connection join. Throws `RefusedError` (`already_joined`, `unauthorized`, `ticket_*`, and what the space
   * refuses); the connection then waits for another try.
   */
  async enter(
    connection: Connection,
    payload: JoinPayload,
    join: (identity: SessionIdentity, payload: JoinPayload) => JoinReply | Promise<JoinReply>,
  ): Promise<JoinReply> {
    if (connection.state.name !== 'waiting') {
      throw new RefusedError('already_joined', 'this connection has joined a space');
    }
    const { cancelDeadline } = connection.state;
    connection.state = { name: 'joining', cancelDeadline, identity: null };
    try {
      const identity = await this.#identify(connection, payload);
      this.#attach(connection, identity);
      connection.state = { name: 'joining', cancelDeadline, identity };
      const reply = await join(identity, payload);
      if (isStillOpen(connection)) {
        cancelDeadline();
        connection.state = { name: 'joined', identity };
      }
      return reply;
    } catch (error) {
      this.#giveBack(connection);
      if (isStillOpen(connection)) connection.state = { name: 'waiting', cancelDeadline };
      throw error;
    }
  }

  /** The connection is gone; its session, if it is still the one that speaks for it, is lost. Idempotent. */
  close(connection: Connection): void {
    const { state } = connection;
    if (state.name === 'closed') return;
    if (state.name !== 'joined') state.cancelDeadline();
    this.#giveBack(connection);
    connection.state = { name: 'closed' };
  }

  async #identify(connection: Connection, payload: JoinPayload): Promise<SessionIdentity> {
    const token = payload.token ?? connection.handshakeToken;
    if (token === null) throw new RefusedError('unauthorized', refusals.unauthorized);
    const { clock, ledger, ticketSecret } = this.#deps;
    const result = await verifyTicket(token, ticketSecret, clock.nowMs(), payload.spaceId);
    if (!result.ok) throw new RefusedError(result.code, refusals[result.code]);
    const { ticketId, expiresAtMs, sessionId, userId, username, spaceId } = result.ticket;
    this.#refuseForeignSession(sessionId, userId);
    if (!(await ledger.claim(ticketId, expiresAtMs))) {
      throw new RefusedError('ticket_used', 'the ticket was used before: fetch a new one');
    }
    return { sessionId, userId, username, spaceId };
  }

  /** A tab names its own session id when it asks for a ticket; it must not be able to name another person's or the resident's. */
  #refuseForeignSession(sessionId: string, userId: string): void {
    const former = this.#deps.sessions.get(sessionId);
    const isResidents = sessionId === residentIdentity.sessionId;
    if (isResidents || (former !== undefined && former.identity.userId !== userId)) {
      throw new RefusedError('forbidden', 'the session belongs to somebody else');
    }
  }

  #attach(connection: Connection, identity: SessionIdentity): void {
    if (!isStillOpen(connection))
      throw new RefusedError('unavailable', 'the connection closed while joining');
    const { sessions, lifecycle } = this.#deps;
    this.#refuseForeignSession(identity.sessionId, identity.userId);
    const former = sessions.get(identity.sessionId);
    if (former !== undefined && former.identity.spaceId !== identity.spaceId)
      lifecycle.depart(former.identity);
    sessions.attach(identity, connection.link);
  }

  #giveBack(connection: Connection): void {
    const { state, link } = connection;
    if (state.name !== 'joining' && state.name !== 'joined') return;
    if (state.identity === null) return;
    if (this.#deps.sessions.detach(state.identity.sessionId, link)) {
      this.#deps.lifecycle.lost(state.identity);
    }
  }
}

/** Asked again after each wait: the connection may have closed meanwhile. */
function isStillOpen(connection: Connection): boolean {
  return !connection.isClosed;
}
