import type { ChatPort } from './chat/ports.ts';
import { createHttpChatPort } from './cluster/createHttpChatPort.ts';
import { createHttpControlPort } from './cluster/createHttpControlPort.ts';
import type { ControlPort } from './cluster/ports.ts';
import { localRealtimeUrl } from './config/defaults.ts';
import { type Config, readConfig } from './config.ts';
import { createRateLimits } from './http/rateLimits.ts';
import { createMail } from './mail/createMail.ts';
import { createLogger } from './observability/createLogger.ts';
import { type Check, healthReport } from './observability/health.ts';
import type { Logger } from './observability/Logger.ts';
import { createAttemptLimits } from './people/attempts.ts';
import { createPasswordHasher } from './people/passwords.ts';
import { signTicket } from './people/tickets.ts';
import { connectStore } from './persistence/connectStore.ts';
import type { Store } from './persistence/ports.ts';
import type { WebServices } from './services.ts';
import { openStorage } from './storage/openStorage.ts';
import type { StoragePort } from './storage/StoragePort.ts';
import { version } from './version.ts';

interface Parts {
  config: Config;
  logger: Logger;
  store: Store;
  control: ControlPort;
  chat: ChatPort;
  storage: StoragePort;
  checks: Record<string, Check>;
}

/** The web part's view of whatever the process has. */
export function webServices({ config, logger, store, control, chat, storage, checks }: Parts): WebServices {
  return {
    config,
    logger,
    store,
    control,
    chat,
    storage,
    rateLimits: createRateLimits({}, config.rateLimitFactor),
    mail: createMail(config.mail, logger.child({ part: 'mail' })),
    passwords: createPasswordHasher(),
    attempts: createAttemptLimits(),
    signTicket: (claims) => signTicket(claims, config.jwtSecret, Date.now()),
    health: () => healthReport(config.role, version, checks),
  };
}

/** The check that every process with a database makes. */
export const databaseCheck =
  (store: Store): Check =>
  async () => {
    await store.ping();
    return {};
  };

/**
 * Composes what the web part needs where another process has the live people: a connection to the database and signed
 * HTTP to the realtime server.
 *
 * Throws `StorageError` when the database is not open within 10 s.
 */
export async function composeWeb(config: Config, logger: Logger): Promise<WebServices> {
  const store = await connectStore({ ...config, logger });
  const realtime = { baseUrl: config.realtimeUrl ?? localRealtimeUrl, secret: config.controlSecret };
  const control = createHttpControlPort(realtime);
  const chat = createHttpChatPort(realtime);
  const storage = openStorage(config);
  logger.info({}, 'web part connected');
  const checks = { database: databaseCheck(store) };
  return webServices({ config, logger, store, control, chat, storage, checks });
}

/** The same where Next runs alone (`next start`, a platform for Next). Throws `ConfigError` for unusable settings, too. */
export function composeWebAlone(environment: NodeJS.ProcessEnv): Promise<WebServices> {
  const config = readConfig({ ...environment, VICINITY_ROLE: 'web' });
  const logger = createLogger({ level: config.logLevel, base: { role: config.role, region: config.region } });
  for (const warning of config.warnings) logger.warn({}, warning);
  return composeWeb(config, logger);
}
