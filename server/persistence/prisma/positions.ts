import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import type { PositionRepository, SavedPosition } from '../ports.ts';
import { toPosition } from './rows.ts';

/** The last position of each person: one statement cannot write a row twice. */
const latest = (positions: SavedPosition[]): SavedPosition[] => [
  ...new Map(positions.map((position) => [position.userId, position])).values(),
];

export function prismaPositions(prisma: PrismaClient): PositionRepository {
  return {
    async save(spaceId, positions) {
      if (positions.length === 0) return;
      const rows = JSON.stringify(latest(positions));
      await prisma.$executeRaw`
        INSERT INTO space_positions (space_id, user_id, x, y, facing, saved_at)
        SELECT ${spaceId}::uuid, users.id, x, y, facing, "savedAt"
        FROM jsonb_to_recordset(${rows}::jsonb)
          AS saved("userId" uuid, x integer, y integer, facing text, "savedAt" timestamptz)
        JOIN users ON users.id = "userId" AND users.deleted_at IS NULL
        -- One order for all, so that two who save the same people do not wait for each other.
        ORDER BY users.id
        ON CONFLICT (space_id, user_id) DO UPDATE
        SET x = excluded.x, y = excluded.y, facing = excluded.facing, saved_at = excluded.saved_at`;
    },
    async find(spaceId, userId) {
      const row = await prisma.spacePosition.findUnique({ where: { spaceId_userId: { spaceId, userId } } });
      return row === null ? null : toPosition(row);
    },
  };
}
