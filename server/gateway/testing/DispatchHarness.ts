import { v7 as uuidv7 } from 'uuid';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import { MemoryTicketLedger } from '../../cluster/memoryTicketLedger.ts';
import { signTicket, type TicketClaims } from '../../people/tickets.ts';
import type { NewSpace } from '../../persistence/ports.ts';
import { createSpaceHandlers } from '../../space/spaceHandlers.ts';
import { SpaceHarness } from '../../space/testing/SpaceHarness.ts';
import { Admission } from '../Admission.ts';
import { Connection } from '../Connection.ts';
import { Credentials } from '../Credentials.ts';
import { ChatSeats } from '../chat/ChatSeats.ts';
import { Dispatcher, type Outcome } from '../Dispatcher.ts';
import type { Handlers } from '../handlers.ts';
import { MemoryLink } from '../memoryLink.ts';
import { defaultRateRules, RateLimits } from '../rateLimits.ts';
import { noMedia } from './noMedia.ts';
import { openChat } from './openChat.ts';

/** A tab without a transport: what it sends goes straight to the dispatcher. */
export interface Desk {
  readonly connection: Connection;
  readonly link: MemoryLink;
  send(namespace: Namespace, event: string, payload: unknown): Promise<Outcome>;
}

const secret = 'a secret of the test that is long enough';

/** A space with its door and its dispatcher, on a clock turned by hand and without transports. */
export class DispatchHarness {
  readonly live: SpaceHarness;
  readonly admission: Admission;
  readonly dispatcher: Dispatcher;

  constructor(options: { space?: Partial<NewSpace>; handlers?: Partial<Handlers<'/space'>> } = {}) {
    this.live = new SpaceHarness({ space: options.space ?? {} });
    const { store, clock, sessions, signIns, logger, directory, calls } = this.live;
    const ledger = new MemoryTicketLedger(clock);
    const credentials = new Credentials({ store, signIns, ledger, clock, logger, ticketSecret: secret });
    const chatSeats = new ChatSeats(openChat({ store, clock, logger }));
    this.admission = new Admission({ sessions, lifecycle: directory, credentials, chatSeats, signIns });
    this.dispatcher = new Dispatcher({
      handlers: {
        '/space': { ...createSpaceHandlers(directory, calls), ...options.handlers },
        '/media': noMedia,
      },
      chatSeats,
      admission: this.admission,
      sessions,
      isAllowed: (session, permission) => isAllowed(directory.subjectOf(session), permission),
      clock,
      logger,
    });
  }

  /** What a ticket for somebody new in a new tab says. */
  async newcomer(username: string): Promise<TicketClaims> {
    const person = await this.live.newPerson(username);
    return { ...person, sessionId: uuidv7(), spaceId: this.live.space.id, loginId: null };
  }

  ticket(claims: TicketClaims): Promise<string> {
    return signTicket(claims, secret, this.live.clock.nowMs());
  }

  connect(address = '::1'): Desk {
    const { clock } = this.live;
    const link = new MemoryLink();
    const cancelDeadline = clock.after(10_000, () => link.end('protocol'));
    const limits = new RateLimits(defaultRateRules, clock.nowMs());
    const connection = new Connection({ link, limits, address, handshakeToken: null, cancelDeadline });
    const send: Desk['send'] = (namespace, event, payload) =>
      this.dispatcher.dispatch(connection, namespace, event, payload);
    return { connection, link, send };
  }

  /** Joins with a ticket or an API token. */
  async join(token: string, desk = this.connect()): Promise<Desk & { outcome: Outcome }> {
    const outcome = await desk.send('/space', 'join', { spaceId: this.live.space.id, token });
    return { ...desk, outcome };
  }
}

/** The code of a refusal; `reply` for an answer. */
export function codeOf(outcome: Outcome): string {
  return outcome.kind === 'refused' ? outcome.error.code : outcome.kind;
}
