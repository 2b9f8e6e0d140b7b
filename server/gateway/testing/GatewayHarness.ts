import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import type { CallService } from '../../call/ports.ts';
import type { ChatService } from '../../chat/ports.ts';
import { systemClock } from '../../clock.ts';
import { joinControl } from '../../cluster/joinControl.ts';
import { MemoryTicketLedger } from '../../cluster/memoryTicketLedger.ts';
import type { ControlPort } from '../../cluster/ports.ts';
import { signTicket, type TicketClaims } from '../../people/tickets.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { NewSpace } from '../../persistence/ports.ts';
import { LiveControl } from '../../space/LiveControl.ts';
import { createSpaceDirectory, type SpaceDirectory } from '../../space/SpaceDirectory.ts';
import { createSpaceHandlers } from '../../space/spaceHandlers.ts';
import { mapFromText } from '../../space/testing/mapFromText.ts';
import { newSpace } from '../../space/testing/newSpace.ts';
import { RecordingCalls } from '../../space/testing/RecordingCalls.ts';
import { officeText } from '../../space/testing/SpaceHarness.ts';
import { ChatSeats } from '../chat/ChatSeats.ts';
import { createGateway, type Gateway } from '../createGateway.ts';
import type { Handlers } from '../handlers.ts';
import { createSessionRegistry, type SessionRegistry } from '../SessionRegistry.ts';
import { SignIns } from '../SignIns.ts';
import type { GatewaySettings } from '../settings.ts';
import { noMedia } from './noMedia.ts';
import { openChat } from './openChat.ts';
import { RecordingLogger } from './RecordingLogger.ts';
import { type ConnectOptions, JsonClient, SocketIoClient, type TestClient } from './testClients.ts';

/** How a test client connects. */
export type Wire = 'socket.io' | 'ws';

interface HarnessOptions {
  readonly settings?: Partial<GatewaySettings>;
  /** How long the place of a lost connection is kept, in ms; short unless a test comes back to it. */
  readonly graceMs?: number;
  /** Real calls instead of ones that only take note. */
  readonly makeCalls?: (sessions: SessionRegistry) => CallService & { mediaHandlers: Handlers<'/media'> };
}

const castOf = (): string => 'mira';

/** A real HTTP server with the gateway, one space, a store in memory and calls that only take note. */
export class GatewayHarness {
  readonly secret = 'a secret of the test that is long enough';
  readonly logger = new RecordingLogger();
  readonly sessions = createSessionRegistry();
  readonly calls = new RecordingCalls();
  readonly store = createMemoryStore();
  readonly directory: SpaceDirectory;
  readonly gateway: Gateway;
  readonly space: NewSpace;
  readonly control: ControlPort;
  readonly chat: ChatService;
  readonly server: Server;

  private constructor(server: Server, { settings, makeCalls, graceMs = 100 }: HarnessOptions) {
    this.server = server;
    const { sessions, store, logger } = this;
    const calls = makeCalls?.(sessions) ?? Object.assign(this.calls, { mediaHandlers: noMedia });
    const clock = systemClock;
    this.chat = openChat({ store, clock, logger });
    this.space = newSpace();
    this.directory = createSpaceDirectory({
      ...{ store, sessions, calls, chat: this.chat, clock, logger },
      loadMap: () => Promise.resolve(mapFromText(officeText)),
      residentName: 'Robin',
      castOf,
      settings: { graceMs },
    });
    const signIns = new SignIns({ store, clock });
    const live = new LiveControl({ spaces: this.directory, sessions, signIns, store, castOf });
    this.control = joinControl(live, this.chat);
    this.gateway = createGateway({
      ...{ store, signIns, sessions, clock, logger, settings: settings ?? {} },
      subjectOf: (session) => this.directory.subjectOf(session),
      httpServer: server,
      handlers: { '/space': createSpaceHandlers(this.directory, calls), '/media': calls.mediaHandlers },
      chatSeats: new ChatSeats(this.chat),
      lifecycle: this.directory,
      ledger: new MemoryTicketLedger(clock),
      ticketSecret: this.secret,
    });
  }

  static async start(options: HarnessOptions = {}): Promise<GatewayHarness> {
    const server = createServer((_request, response) => response.end('ours'));
    const harness = new GatewayHarness(server, options);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await harness.store.spaces.ensure(harness.space);
    return harness;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string')
      throw new Error('the server does not listen on a port');
    return address.port;
  }

  async stop(): Promise<void> {
    await this.chat.close();
    await this.directory.close();
    await this.gateway.close();
    this.server.close();
    await once(this.server, 'close');
  }

  /** Somebody with an account and a new tab in the harness's space. */
  async person(username: string): Promise<TicketClaims> {
    const userId = uuidv7();
    await this.store.users.createGuest({ id: userId, name: username });
    return { userId, sessionId: uuidv7(), spaceId: this.space.id, username, loginId: null };
  }

  ticket(claims: TicketClaims, nowMs = Date.now()): Promise<string> {
    return signTicket(claims, this.secret, nowMs);
  }

  connect(wire: Wire, options: ConnectOptions = {}): Promise<TestClient> {
    return wire === 'ws' ? JsonClient.open(this.port, options) : SocketIoClient.open(this.port, options);
  }

  /** A client that has joined the space. */
  async enter(wire: Wire, claims: TicketClaims, options: ConnectOptions = {}): Promise<TestClient> {
    const client = await this.connect(wire, options);
    const answer = await client.ask('join', { spaceId: this.space.id, token: await this.ticket(claims) });
    if (answer.error !== undefined) throw new Error(`join was refused: ${answer.error.code}`);
    return client;
  }
}
