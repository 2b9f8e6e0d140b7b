import { residentIdentity } from '#lib/domain/resident.ts';
import type { ClientPayload, JoinReply } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatLink } from '../chat/ports.ts';
import type { Connection } from './Connection.ts';
import type { Credentials, Proof } from './Credentials.ts';
import type { ChatSeats } from './chat/ChatSeats.ts';
import type { SessionIdentity } from './Session.ts';
import type { SessionRegistry } from './SessionRegistry.ts';
import type { SignIns } from './SignIns.ts';

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
  readonly credentials: Credentials;
  readonly chatSeats: ChatSeats;
  readonly signIns: SignIns;
}

/** Turns a ticket, once, or an API token into a session and hands it to its space. */
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
      const proof = await this.#identify(connection, payload);
      const { identity } = proof;
      this.#attach(connection, proof);
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

  /**
   * Lets a connection chat without a place in the space. Throws `RefusedError` (`unauthorized`, `ticket_*`, and what the
   * chat refuses); the connection then waits for another try.
   */
  async chat(
    connection: Connection,
    secret: string | null,
    spaceId: string | null,
    link: ChatLink,
  ): Promise<void> {
    if (connection.state.name !== 'waiting') {
      throw new RefusedError('already_joined', 'this connection is somewhere already');
    }
    const { cancelDeadline } = connection.state;
    const identity = await this.#deps.credentials.proveChatter(secret, spaceId, connection.address);
    await this.#deps.chatSeats.open(connection, { identity, link });
    if (!isStillOpen(connection)) return;
    cancelDeadline();
    connection.state = { name: 'chatting' };
  }

  /** The connection is gone; its session, if it is still the one that speaks for it, is lost. Idempotent. */
  close(connection: Connection): void {
    const { state } = connection;
    if (state.name === 'closed') return;
    if (state.name === 'waiting' || state.name === 'joining') state.cancelDeadline();
    this.#deps.chatSeats.closed(connection);
    this.#giveBack(connection);
    connection.state = { name: 'closed' };
  }

  async #identify(connection: Connection, payload: JoinPayload): Promise<Proof> {
    const secret = payload.token ?? connection.handshakeToken;
    const proof = await this.#deps.credentials.prove(secret, payload.spaceId, connection.address);
    this.#refuseForeignSession(proof.identity);
    await proof.claim();
    return proof;
  }

  /** A tab names its own session id when it asks for a ticket; it must not be able to name another person's or the resident's. */
  #refuseForeignSession({ sessionId, userId }: SessionIdentity): void {
    const former = this.#deps.sessions.get(sessionId);
    const isResidents = sessionId === residentIdentity.sessionId;
    if (isResidents || (former !== undefined && former.identity.userId !== userId)) {
      throw new RefusedError('forbidden', 'the session belongs to somebody else');
    }
  }

  /** From here on the session is found by whoever ends sessions; what ended until now is looked at once more. */
  #attach(connection: Connection, { identity, signInCount, issuedAtMs }: Proof): void {
    if (!isStillOpen(connection))
      throw new RefusedError('unavailable', 'the connection closed while joining');
    const { sessions, lifecycle, signIns } = this.#deps;
    this.#refuseForeignSession(identity);
    if (signIns.hasEnded(identity, signInCount, issuedAtMs)) {
      throw new RefusedError('unauthorized', 'the sign-in has ended');
    }
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
