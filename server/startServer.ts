import type { Server as HttpServer } from 'node:http';
import { createServer } from 'node:http';
import type { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { type Compose, composeMedia, composeRealtime, composeWebRole } from './compose.ts';
import type { Config, Role } from './config.ts';
import { createRequestListener } from './http/createRequestListener.ts';
import { listen, refuseTakenPort } from './http/listen.ts';
import { OpenConnections } from './http/OpenConnections.ts';
import { localAddresses } from './lan/addresses.ts';
import { createBothSchemes } from './lan/bothSchemes.ts';
import { certificateFor } from './lan/certificate.ts';
import { healthReport } from './observability/health.ts';
import type { Logger } from './observability/Logger.ts';
import { publishServices } from './services.ts';
import { Parts } from './start/Parts.ts';
import { version } from './version.ts';
import { startWebPages, type WebPages } from './webPages.ts';

/** A server that runs. */
export interface RunningServer {
  /** Address on this machine, such as `http://localhost:3000`. */
  readonly url: string;
  readonly port: number;
  /** Secret of the link that makes the first operator, where there is none yet and this process looks after the store. */
  readonly operatorSecret: string | null;
  /** Ends everything it started, in the order in which parts depend on each other. Idempotent. */
  close(): Promise<void>;
}

/** The project's folder, where Next finds its pages. */
const projectDir = join(import.meta.dirname, '..');

const composers: Record<Role, Compose> = {
  all: composeRealtime,
  realtime: composeRealtime,
  web: composeWebRole,
  media: composeMedia,
};

/** The server that handles requests, and the one that listens: with two schemes on one port they are two. */
async function createDoor(config: Config): Promise<{ door: NetServer; server: HttpServer }> {
  if (!config.isLan) {
    const server = createServer();
    return { door: server, server };
  }
  const certificate = await certificateFor(config.dataDir, localAddresses(), Date.now());
  const { door, https } = createBothSchemes(certificate);
  return { door, server: https };
}

/** Starts Next where this process serves pages, and gives it the upgrades for hot reload. */
async function openPages(config: Config, server: HttpServer, parts: Parts): Promise<WebPages> {
  const pages = await startWebPages({ dir: projectDir, isDev: config.isDev, port: config.port });
  parts.add('pages', () => pages.close());
  if (config.isDev)
    server.on('upgrade', (request, socket, head) => pages.handleUpgrade(request, socket, head));
  return pages;
}

interface Started {
  port: number;
  operatorSecret: string | null;
}

/** Starts every part in the order in which they depend on each other. */
async function startParts(compose: Compose, config: Config, logger: Logger, parts: Parts): Promise<Started> {
  await refuseTakenPort(config.port);
  const composition = await compose(config, logger, parts);
  const { services, checks, handlers } = composition;
  const { door, server } = await createDoor(config);
  const connections = new OpenConnections(door, server);
  if (services !== null) {
    publishServices(services);
    parts.add('services', () => publishServices(undefined));
    parts.add('mail', () => services.mail.close());
  }
  const pages = services === null ? undefined : await openPages(config, server, parts);
  const health = () => healthReport(config.role, version, checks);
  const { trustedProxies } = config;
  server.on(
    'request',
    createRequestListener({ logger, trustedProxies, handlers, health, pages: pages?.handle }),
  );
  parts.add('connections', () => connections.end());
  composition.attach(server);
  const port = await listen(door, config.port);
  parts.add('port', () => connections.stopAccepting());
  return { port, operatorSecret: await composition.offerOperatorLink() };
}

/**
 * Starts the role that the configuration names.
 *
 * @param compose what the role is made of, where it is not to be the usual.
 *
 * Throws `ListenError`, `StorageError` or `ConfigError` for what whoever starts the server can do something about;
 * whatever was started until then is ended again.
 */
export async function startServer(
  config: Config,
  logger: Logger,
  compose: Compose = composers[config.role],
): Promise<RunningServer> {
  const parts = new Parts(logger);
  try {
    const { port, operatorSecret } = await startParts(compose, config, logger, parts);
    logger.info({ port }, 'listening');
    return {
      url: `${config.isLan ? 'https' : 'http'}://localhost:${port}`,
      port,
      operatorSecret,
      close: () => parts.close(),
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}
