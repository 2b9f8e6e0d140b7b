import type { RateLimits } from './rateLimits.ts';
import type { ClientLink, SessionIdentity } from './Session.ts';

/**
 * How far a connection has come: `waiting` for a ticket → `joining` → `joined` → `closed`; a refused join goes back
 * to `waiting`. While joining, the identity is known once the ticket was accepted. A connection that only chats goes
 * from `waiting` to `chatting` and never joins.
 */
export type ConnectionState =
  | { readonly name: 'waiting'; readonly cancelDeadline: () => void }
  | {
      readonly name: 'joining';
      readonly cancelDeadline: () => void;
      readonly identity: SessionIdentity | null;
    }
  | { readonly name: 'joined'; readonly identity: SessionIdentity }
  | { readonly name: 'chatting' }
  | { readonly name: 'closed' };

/** One connection of one client, from its handshake to its end. Sessions outlive it by their grace time. */
export class Connection {
  readonly link: ClientLink;
  readonly limits: RateLimits;
  /** Where the client is, as far as that is known: for limits by address. */
  readonly address: string;
  /** Ticket or API token that came with the handshake, if any. */
  readonly handshakeToken: string | null;
  state: ConnectionState;

  constructor(options: {
    link: ClientLink;
    limits: RateLimits;
    address: string;
    handshakeToken: string | null;
    cancelDeadline: () => void;
  }) {
    this.link = options.link;
    this.limits = options.limits;
    this.address = options.address;
    this.handshakeToken = options.handshakeToken;
    this.state = { name: 'waiting', cancelDeadline: options.cancelDeadline };
  }

  get isClosed(): boolean {
    return this.state.name === 'closed';
  }
}
