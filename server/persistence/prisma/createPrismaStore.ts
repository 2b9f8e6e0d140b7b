import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import * as z from 'zod';
import { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { Logger } from '../../observability/Logger.ts';
import type {
  PositionRepository,
  SavedPosition,
  Space,
  SpaceRepository,
  Store,
  User,
  UserRepository,
} from '../ports.ts';

/** How to reach a PostgreSQL: by address, or the folder of a Unix socket. */
export type Connection = { kind: 'url'; url: string } | { kind: 'socket'; host: string };

/** Connections of one process. The embedded database works on one query at a time, so more would only wait there. */
const poolSize = { url: 10, socket: 4 };

/** How long a connection may take, in ms. */
const connectTimeoutMs = 10_000;

/** Options for a client of `pg`. Times are UTC on both ends. */
export function clientOptions(connection: Connection): pg.ClientConfig {
  const common = {
    connectionTimeoutMillis: connectTimeoutMs,
    options: '-c timezone=UTC',
    application_name: 'vicinity',
  };
  if (connection.kind === 'url') return { ...common, connectionString: connection.url };
  return { ...common, host: connection.host, port: 5432, user: 'postgres', database: 'postgres', ssl: false };
}

const facingSchema = z.enum(['down', 'left', 'right', 'up']);

type UserRow = { id: string; name: string; email: string | null; createdAt: Date };

const toUser = (row: UserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  createdAt: row.createdAt.toISOString(),
});

type SpaceRow = {
  id: string;
  slug: string;
  name: string;
  mapUrl: string;
  region: string;
  hasResident: boolean;
};

const toSpace = ({ id, slug, name, mapUrl, region, hasResident }: SpaceRow): Space => ({
  id,
  slug,
  name,
  mapUrl,
  region,
  hasResident,
});

function userRepository(prisma: PrismaClient): UserRepository {
  return {
    async createGuest({ id, name }) {
      return toUser(await prisma.user.create({ data: { id, name } }));
    },
    async findById(id) {
      const row = await prisma.user.findUnique({ where: { id } });
      return row === null ? null : toUser(row);
    },
    async rename(id, name) {
      const rows = await prisma.user.updateManyAndReturn({ where: { id }, data: { name } });
      return rows[0] === undefined ? null : toUser(rows[0]);
    },
  };
}

function spaceRepository(prisma: PrismaClient): SpaceRepository {
  return {
    async ensure(space) {
      // Two processes may start at once: the one whose row is there already does nothing and reads it.
      await prisma.space.createMany({ data: [space], skipDuplicates: true });
      return toSpace(await prisma.space.findUniqueOrThrow({ where: { slug: space.slug } }));
    },
    async findById(id) {
      const row = await prisma.space.findUnique({ where: { id } });
      return row === null ? null : toSpace(row);
    },
    async findBySlug(slug) {
      const row = await prisma.space.findUnique({ where: { slug } });
      return row === null ? null : toSpace(row);
    },
  };
}

/** The last position of each person: one statement cannot write a row twice. */
const latest = (positions: SavedPosition[]): SavedPosition[] => [
  ...new Map(positions.map((position) => [position.userId, position])).values(),
];

function positionRepository(prisma: PrismaClient): PositionRepository {
  return {
    async save(spaceId, positions) {
      if (positions.length === 0) return;
      const rows = JSON.stringify(latest(positions));
      await prisma.$executeRaw`
        INSERT INTO space_positions (space_id, user_id, x, y, facing, saved_at)
        SELECT ${spaceId}::uuid, "userId", x, y, facing, "savedAt"
        FROM jsonb_to_recordset(${rows}::jsonb)
          AS saved("userId" uuid, x integer, y integer, facing text, "savedAt" timestamptz)
        ON CONFLICT (space_id, user_id) DO UPDATE
        SET x = excluded.x, y = excluded.y, facing = excluded.facing, saved_at = excluded.saved_at`;
    },
    async find(spaceId, userId) {
      const row = await prisma.spacePosition.findUnique({ where: { spaceId_userId: { spaceId, userId } } });
      if (row === null) return null;
      return {
        userId,
        x: row.x,
        y: row.y,
        facing: facingSchema.parse(row.facing),
        savedAt: row.savedAt.toISOString(),
      };
    },
  };
}

/** All that is stored, in a PostgreSQL whose tables are there. Nothing is connected before the first question. */
export function createPrismaStore(connection: Connection, logger: Logger): Store {
  const pool = new pg.Pool({ ...clientOptions(connection), max: poolSize[connection.kind] });
  // A pool reports what happens to idle connections by an event; without a listener that ends the process.
  pool.on('error', (error) => logger.warn({ error }, 'a database connection was lost'));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  let closing: Promise<void> | undefined;
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  return {
    users: userRepository(prisma),
    spaces: spaceRepository(prisma),
    positions: positionRepository(prisma),
    async ping() {
      await prisma.$queryRaw`SELECT 1`;
    },
    close: () => (closing ??= close()),
  };
}
