import type { ErrorCode } from '#lib/protocol/errors.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ReplyOf, RestRoute } from '#lib/protocol/rest/define.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { realtimeRoutes } from '#lib/protocol/rest/realtime.ts';
import { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { authorize } from '../../api/authorize.ts';
import { accountKindOf } from '../../api/caller.ts';
import type { Answer, Caller } from '../../api/define.ts';
import { parsePart } from '../../api/input.ts';
import { memberOperations } from '../../api/operations/members.ts';
import { moderationOperations } from '../../api/operations/moderation.ts';
import { realtimeOperations } from '../../api/operations/realtime.ts';
import { spaceOperations } from '../../api/operations/spaces.ts';
import { openSpaceContext } from '../../api/spaceContext.ts';
import { noChat } from '../../api/testing/chats.ts';
import { RecordingLogger } from '../../gateway/testing/RecordingLogger.ts';
import { createRateLimits } from '../../http/rateLimits.ts';
import type { Mail } from '../../mail/MailPort.ts';
import { createAttemptLimits } from '../../people/attempts.ts';
import { createPasswordHasher } from '../../people/passwords.ts';
import type { TicketClaims } from '../../people/tickets.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { Store, User } from '../../persistence/ports.ts';
import type { WebServices } from '../../services.ts';
import { createMemoryStorage } from '../../storage/memory/createMemoryStorage.ts';
import { FakeLive } from './FakeLive.ts';

const routes = { ...spaceRoutes, ...memberRoutes, ...moderationRoutes, ...realtimeRoutes };
const operations = {
  ...spaceOperations,
  ...memberOperations,
  ...moderationOperations,
  ...realtimeOperations,
};

type Routes = typeof routes;
export type PlaceOperation = keyof Routes;

interface Asked {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
  /** Version that `If-Match` names; left out: any. */
  readonly version?: number;
}

/** The place operations over a store in memory, with the rules that every route shares and without HTTP. */
export class Places {
  readonly store: Store = createMemoryStore();
  readonly live = new FakeLive();
  readonly logger = new RecordingLogger();
  readonly mails: Mail[] = [];
  /** Claims of the tickets that were given. */
  readonly tickets: TicketClaims[] = [];
  readonly services: WebServices;
  /** What time it is for every request. */
  now = new Date();
  /** Where requests come from. */
  address = '192.0.2.1';

  constructor() {
    this.services = this.#createServices();
  }

  #createServices(): WebServices {
    return {
      config: {
        role: 'all',
        region: 'local',
        jwtSecret: 'a secret of the test',
        sessionMaxAgeS: 60,
        webOrigins: [],
        publicUrl: null,
        realtimeUrl: null,
        trustedProxies: 0,
        iceServers: [],
        mail: { smtpUrl: null, from: 'no-reply@localhost' },
        oauth: { github: null, google: null, oidc: null },
      },
      logger: this.logger,
      store: this.store,
      control: this.live,
      chat: noChat,
      storage: createMemoryStorage(),
      rateLimits: createRateLimits(),
      mail: { send: async (mail) => void this.mails.push(mail), close: () => Promise.resolve() },
      passwords: createPasswordHasher(),
      attempts: createAttemptLimits(),
      signTicket: async (claims) => `ticket ${this.tickets.push(claims)}`,
      health: () => Promise.reject(new Error('not asked for here')),
    };
  }

  /** Asks as somebody, or as nobody (`null`). Rejects with `RefusedError`. */
  async call<Id extends PlaceOperation>(
    id: Id,
    user: User | null,
    asked: Asked = {},
  ): Promise<Answer<ReplyOf<Routes[Id]>>> {
    const route: RestRoute = routes[id];
    const caller: Caller =
      user === null ? { kind: 'anonymous' } : { kind: 'session', user, loginId: `login of ${user.id}` };
    const params = parsePart(route.params, asked.params ?? {}, 'params');
    const inSpace = route.path.includes('{space}')
      ? await openSpaceContext(
          this.store,
          (params as { space: string }).space,
          caller,
          route.permission,
          this.now,
        )
      : null;
    const subject = { account: accountKindOf(caller), role: inSpace?.role ?? null };
    authorize(subject, route.permission, inSpace);
    const query = parsePart(route.query, asked.query ?? {}, 'query');
    const body = parsePart(route.body, asked.body ?? {}, '');
    const { services, address, now } = this;
    const http = { origin: 'http://localhost:3000', address, userAgent: '', isHttps: false, now };
    const expectedVersion = asked.version ?? null;
    const context = { services, caller, subject, inSpace, params, query, body, expectedVersion, http };
    const operation: (context: never) => Promise<Answer<unknown>> = operations[id];
    const answer = await operation(context as never);
    if (route.status !== 204) parsePart(route.reply, answer.reply, '');
    return answer as Answer<ReplyOf<Routes[Id]>>;
  }

  /** Asks as somebody; `null` when it is refused. */
  async attempt<Id extends PlaceOperation>(
    id: Id,
    user: User | null,
    asked: Asked = {},
  ): Promise<Answer<ReplyOf<Routes[Id]>> | null> {
    try {
      return await this.call(id, user, asked);
    } catch (error) {
      if (error instanceof RefusedError) return null;
      throw error;
    }
  }

  /** The code by which this is refused; `null` when it is not. */
  async refusalOf(id: PlaceOperation, user: User | null, asked: Asked = {}): Promise<ErrorCode | null> {
    try {
      await this.call(id, user, asked);
      return null;
    } catch (error) {
      if (error instanceof RefusedError) return error.code;
      throw error;
    }
  }
}
