import type { Server } from 'node:http';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { castFor } from '#lib/domain/cast.ts';
import { createCallService } from './call/createCallService.ts';
import type { CallService } from './call/ports.ts';
import { createChatService } from './chat/createChatService.ts';
import type { ChatBus, ChatService, RecentEntries } from './chat/ports.ts';
import { scaledRates } from './chat/settings.ts';
import { startFileSweep } from './chat/sweepFiles.ts';
import { systemClock } from './clock.ts';
import { createMemoryChatBus } from './cluster/chat/createMemoryChatBus.ts';
import { createMemoryRecentEntries } from './cluster/chat/createMemoryRecentEntries.ts';
import { createRedisChatBus } from './cluster/chat/createRedisChatBus.ts';
import { createRedisRecentEntries } from './cluster/chat/createRedisRecentEntries.ts';
import { createControlHandler } from './cluster/createControlHandler.ts';
import { joinControl } from './cluster/joinControl.ts';
import { MemoryTicketLedger } from './cluster/memoryTicketLedger.ts';
import type { ControlPort } from './cluster/ports.ts';
import type { Config } from './config.ts';
import { ensureDemoSpace, residentName } from './demoSpace.ts';
import { ChatSeats } from './gateway/chat/ChatSeats.ts';
import { broadcastChat } from './gateway/chat/fans.ts';
import { createGateway } from './gateway/createGateway.ts';
import { createSessionRegistry } from './gateway/SessionRegistry.ts';
import { SignIns } from './gateway/SignIns.ts';
import type { PathHandler } from './http/createRequestListener.ts';
import { createMapLoader } from './maps.ts';
import { createHttpMediaPort } from './media/http/createHttpMediaPort.ts';
import { createMediaHttpHandler } from './media/http/createMediaHttpHandler.ts';
import type { MediaPort } from './media/MediaPort.ts';
import { createMediasoupPort } from './media/mediasoup/createMediasoupPort.ts';
import type { Check } from './observability/health.ts';
import type { Logger } from './observability/Logger.ts';
import { offerOperatorLink } from './people/operatorLink.ts';
import { gatherReads } from './persistence/gatherReads.ts';
import { openStore } from './persistence/openStore.ts';
import type { Store } from './persistence/ports.ts';
import { startHousekeeping } from './places/housekeeping.ts';
import type { WebServices } from './services.ts';
import { LiveControl } from './space/LiveControl.ts';
import { Review } from './space/Review.ts';
import { createSpaceDirectory, type SpaceDirectory } from './space/SpaceDirectory.ts';
import { createSpaceHandlers } from './space/spaceHandlers.ts';
import type { Parts } from './start/Parts.ts';
import { openStorage } from './storage/openStorage.ts';
import { composeWeb, databaseCheck, webServices } from './web.ts';

/** What a role is made of, as the server that carries it needs to know. */
export interface Composition {
  readonly handlers: readonly PathHandler[];
  readonly checks: Record<string, Check>;
  /** The web part's view, where this process serves pages. */
  readonly services: WebServices | null;
  /** Secret of the link that makes the first operator, where this process looks after the store; else `null`. */
  offerOperatorLink(): Promise<string | null>;
  /** Puts the realtime gateway on the server, where this process has one. */
  attach(server: Server): void;
}

/** Builds a role. What has to be ended is added to `parts` as soon as it was started. */
export type Compose = (config: Config, logger: Logger, parts: Parts) => Promise<Composition>;

const publicDir = join(import.meta.dirname, '../public');

/** Media workers of this process. */
function openWorkers({ media }: Config, logger: Logger): MediaPort {
  return createMediasoupPort({
    workers: media.workers ?? availableParallelism(),
    listenIps: media.announcedIps.map((announcedAddress) => ({ ip: media.listenIp, announcedAddress })),
    portMin: media.minPort,
    portMax: media.maxPort,
    log: logger.child({ part: 'media' }),
    clock: systemClock,
  });
}

/** The SFU: another machine's when one is named, else this process's own. */
function openMedia(config: Config, logger: Logger): MediaPort {
  const { serverUrl } = config.media;
  if (serverUrl === null) return openWorkers(config, logger);
  return createHttpMediaPort({
    url: serverUrl,
    secret: config.controlSecret,
    log: logger.child({ part: 'media' }),
    clock: systemClock,
  });
}

/** A media server without a living worker cannot carry calls, so nobody should be sent there. */
const mediaCheck =
  (media: MediaPort): Check =>
  async () => {
    const stats = await media.stats();
    if (stats.workers === 0) throw new Error('no media worker is running');
    return stats;
  };

/** What the chats of several processes share: Redis where one is named, else the memory of this process. */
async function openSharing(
  { redisUrl }: Config,
  logger: Logger,
): Promise<{ recent: RecentEntries; bus: ChatBus }> {
  if (redisUrl === null) return { recent: createMemoryRecentEntries(), bus: createMemoryChatBus() };
  const options = { url: redisUrl, logger: logger.child({ part: 'redis' }) };
  return { recent: await createRedisRecentEntries(options), bus: await createRedisChatBus(options) };
}

/** The chat: it outlives the gateway, so that what was taken is written, and ends before the database. */
async function openChat(config: Config, logger: Logger, parts: Parts, store: Store): Promise<ChatService> {
  const { recent, bus } = await openSharing(config, logger);
  parts.add('chat cache', () => recent.close());
  parts.add('chat bus', () => bus.close());
  const chat = createChatService({
    ...{ store, recent, bus },
    broadcast: broadcastChat,
    clock: systemClock,
    logger: logger.child({ part: 'chat' }),
    settings: scaledRates(config.rateLimitFactor),
  });
  parts.add('chat', () => chat.close());
  return chat;
}

interface Live {
  control: ControlPort;
  chat: ChatService;
  checks: Record<string, Check>;
  attach(server: Server): void;
}

/** The live part: spaces, calls and the gateway, in the order in which they depend on each other. */
async function composeLive(config: Config, logger: Logger, parts: Parts, store: Store): Promise<Live> {
  const { rules } = config;
  const clock = systemClock;
  const media = openMedia(config, logger);
  parts.add('media', () => media.close());
  const sessions = createSessionRegistry();
  const calls = createCallService({
    media,
    outbox: sessions,
    clock,
    log: logger.child({ part: 'calls' }),
    settings: { setupTimeoutMs: rules.callSetupMs, downgradeDelayMs: rules.callDowngradeMs },
  });
  const chat = await openChat(config, logger, parts, store);
  const chatSeats = new ChatSeats(chat);
  const signIns = new SignIns({ store, clock });
  const castOf = castFor;
  const spaces = createSpaceDirectory({
    store,
    sessions,
    calls,
    chat,
    clock,
    logger: logger.child({ part: 'spaces' }),
    loadMap: createMapLoader(publicDir),
    residentName,
    castOf,
    settings: { tickMs: rules.tickMs, graceMs: rules.graceMs, snapshotMs: rules.snapshotMs, rules },
  });
  const control = joinControl(new LiveControl({ spaces, sessions, signIns, store, castOf }), chat);
  const review = new Review({ spaces, sessions, signIns, chatSeats, control, clock, logger });
  return {
    control,
    chat,
    checks: {
      media: mediaCheck(media),
      spaces: async () => ({ open: spaces.count, sessions: sessions.count }),
      chat: async () => chat.stats(),
    },
    attach(httpServer) {
      const gateway = createGateway({
        httpServer,
        handlers: { '/space': createSpaceHandlers(spaces, calls), '/media': calls.mediaHandlers },
        chatSeats,
        lifecycle: spaces,
        sessions,
        ledger: new MemoryTicketLedger(clock),
        store,
        signIns,
        subjectOf: (session) => spaces.subjectOf(session),
        ticketSecret: config.jwtSecret,
        clock,
        logger: logger.child({ part: 'gateway' }),
        settings: {
          allowedOrigins: config.webOrigins,
          trustProxy: config.trustedProxies > 0,
          trustedProxies: config.trustedProxies,
        },
      });
      review.start();
      // Nobody reaches a space or a call before this, so they have nothing to end before it either.
      parts.add('gateway', () => gateway.close());
      parts.add('spaces and calls', () => closeLive(calls, spaces));
      // Before the connections end: what was taken is still acknowledged.
      parts.add('messages under way', () => chat.close());
      parts.add('review', () => review.close());
    },
  };
}

/**
 * Calls end first, so that their people hear why while they are still connected. A media server that does not answer
 * takes long to say goodbye to: positions are saved meanwhile.
 */
async function closeLive(calls: CallService, spaces: SpaceDirectory): Promise<void> {
  await Promise.all([calls.close(), spaces.close()]);
}

/** Opens the database of a process that looks after it. */
export type OpenStore = (config: Config, logger: Logger) => Promise<Store>;

const openOwnStore: OpenStore = (config, logger) =>
  openStore({ ...config, logger: logger.child({ part: 'database' }) });

/** Everything on one machine, or (`realtime`) all but the pages. */
export const composeRealtime: Compose = (config, logger, parts) =>
  composeOver(openOwnStore, config, logger, parts);

/** The same over a database that is opened in another way. */
export async function composeOver(
  open: OpenStore,
  config: Config,
  logger: Logger,
  parts: Parts,
): Promise<Composition> {
  const store = gatherReads(await open(config, logger));
  parts.add('database', () => store.close());
  await ensureDemoSpace(store, config.region);
  const { auditRetentionDays } = config;
  const housekeeping = startHousekeeping({ store, clock: systemClock, logger, auditRetentionDays });
  parts.add('housekeeping', () => housekeeping.close());
  const storage = openStorage(config);
  const sweep = startFileSweep({ store, storage, clock: systemClock, logger });
  parts.add('file sweep', () => sweep.close());
  const live = await composeLive(config, logger, parts, store);
  const { control, chat } = live;
  const checks = { database: databaseCheck(store), ...live.checks };
  return {
    handlers: [createControlHandler({ control, chat, secret: config.controlSecret, logger })],
    checks,
    services:
      config.role === 'all' ? webServices({ config, logger, store, control, chat, storage, checks }) : null,
    offerOperatorLink: () => offerOperatorLink(store, new Date()),
    attach: live.attach,
  };
}

/** The pages alone: the database of another process, and signed HTTP to the realtime server. */
export const composeWebRole: Compose = async (config, logger, parts) => {
  const services = await composeWeb(config, logger);
  parts.add('database', () => services.store.close());
  return {
    handlers: [],
    checks: { database: databaseCheck(services.store) },
    services,
    offerOperatorLink: () => Promise.resolve(null),
    attach: () => undefined,
  };
};

/** The media server alone. */
export const composeMedia: Compose = async (config, logger, parts) => {
  const log = logger.child({ part: 'media' });
  const media = openWorkers(config, logger);
  parts.add('media', () => media.close());
  const answer = createMediaHttpHandler({
    port: media,
    secret: config.controlSecret,
    log,
    clock: systemClock,
  });
  parts.add('media events', () => answer.close());
  const handler: PathHandler = (request, response) => {
    answer(request, response);
    return true;
  };
  return {
    handlers: [handler],
    checks: { media: mediaCheck(media) },
    services: null,
    offerOperatorLink: () => Promise.resolve(null),
    attach: () => undefined,
  };
};
