import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { Logger } from '../../observability/Logger.ts';
import type { Store } from '../ports.ts';
import { prismaApiTokens } from './apiTokens.ts';
import { prismaAudit } from './audit.ts';
import { prismaBans } from './bans.ts';
import { prismaBlocks } from './blocks.ts';
import { prismaChatFiles } from './chat/chatFiles.ts';
import { prismaChatLog } from './chat/chatLog.ts';
import { prismaChatModeration } from './chat/chatModeration.ts';
import { prismaChatrooms } from './chat/chatrooms.ts';
import { type Connection, clientOptions } from './connection.ts';
import { prismaIdempotency } from './idempotency.ts';
import { prismaIdentities } from './identities.ts';
import { prismaInvitations } from './invitations.ts';
import { prismaLinks } from './links.ts';
import { prismaLogins } from './logins.ts';
import { prismaMemberships } from './memberships.ts';
import { prismaPositions } from './positions.ts';
import { prismaSpaces } from './spaces.ts';
import { prismaUsers } from './users.ts';

/** Connections of one process. The embedded database works on one query at a time, so more would only wait there. */
const poolSize = { url: 10, socket: 4 };

/** How long a transaction may wait for a connection, and how long it may take, in ms: a small machine may be busy. */
const transactionOptions = { maxWait: 10_000, timeout: 15_000 };

const repositories = (prisma: PrismaClient): Omit<Store, 'ping' | 'close'> => ({
  users: prismaUsers(prisma),
  logins: prismaLogins(prisma),
  links: prismaLinks(prisma),
  apiTokens: prismaApiTokens(prisma),
  identities: prismaIdentities(prisma),
  spaces: prismaSpaces(prisma),
  memberships: prismaMemberships(prisma),
  invitations: prismaInvitations(prisma),
  bans: prismaBans(prisma),
  audit: prismaAudit(prisma),
  blocks: prismaBlocks(prisma),
  idempotency: prismaIdempotency(prisma),
  positions: prismaPositions(prisma),
  chatrooms: prismaChatrooms(prisma),
  chatLog: prismaChatLog(prisma),
  chatFiles: prismaChatFiles(prisma),
  chatModeration: prismaChatModeration(prisma),
});

/** All that is stored, in a PostgreSQL whose tables are there. Nothing is connected before the first question. */
export function createPrismaStore(connection: Connection, logger: Logger): Store {
  const pool = new pg.Pool({ ...clientOptions(connection), max: poolSize[connection.kind] });
  // A pool reports what happens to idle connections by an event; without a listener that ends the process.
  pool.on('error', (error) => logger.warn({ error }, 'a database connection was lost'));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return {
    ...repositories(prisma),
    async ping() {
      await prisma.$queryRaw`SELECT 1`;
    },
    close: () => (closing ??= close()),
  };
}
