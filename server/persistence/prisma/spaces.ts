import type { Prisma, PrismaClient, Space as SpaceRow } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { NewSpace, SpacePatch, SpaceRepository } from '../ports.ts';
import { roleSchema, toSpace } from './rows.ts';
import { standing, standingOfMany, standings } from './standing.ts';
import { containing, dateOrNull, isoOrNull, ofVersion, unlessTaken } from './values.ts';

/** Only the columns of a space, whatever else an object carries. */
const rowOf = (space: NewSpace): Prisma.SpaceCreateManyInput => ({
  id: space.id,
  slug: space.slug,
  name: space.name,
  description: space.description,
  welcomeText: space.welcomeText,
  mapId: space.mapId,
  mapUrl: space.mapUrl,
  region: space.region,
  hasResident: space.hasResident,
  visibility: space.visibility,
  passwordHash: space.passwordHash,
  capacity: space.capacity,
  createdBy: space.createdBy,
  createdAt: new Date(space.createdAt),
});

const changesOf = (patch: SpacePatch): Prisma.SpaceUpdateManyMutationInput => ({
  name: patch.name,
  slug: patch.slug,
  description: patch.description,
  welcomeText: patch.welcomeText,
  visibility: patch.visibility,
  passwordHash: patch.passwordHash,
  capacity: patch.capacity,
  hasResident: patch.hasResident,
  isLocked: patch.isLocked,
  archivedAt: patch.archivedAt === undefined ? undefined : dateOrNull(patch.archivedAt),
  deletedAt: patch.deletedAt === undefined ? undefined : dateOrNull(patch.deletedAt),
});

const unlessSlugTaken = <Result>(work: () => Promise<Result>): Promise<Result | 'slug_taken'> =>
  unlessTaken('spaces_slug_key', 'slug_taken', work);

function makeSpaces(prisma: PrismaClient): Pick<SpaceRepository, 'ensure' | 'create'> {
  return {
    async ensure(space) {
      // Two processes may start at once: the one whose row is there already does nothing and reads it.
      await prisma.space.createMany({ data: [rowOf(space)], skipDuplicates: true });
      return toSpace(await prisma.space.findUniqueOrThrow({ where: { slug: space.slug } }));
    },
    create(space, ownerId) {
      const data = rowOf(space);
      const joinedAt = new Date(space.createdAt);
      const membership = { spaceId: space.id, userId: ownerId, role: 'owner', joinedAt };
      return unlessSlugTaken(async () => {
        const [row] = await prisma.$transaction([
          prisma.space.create({ data }),
          prisma.membership.create({ data: membership }),
        ]);
        return toSpace(row);
      });
    },
  };
}

function changeSpaces(prisma: PrismaClient): Pick<SpaceRepository, 'update' | 'purge'> {
  return {
    update(id, patch, expectedVersion) {
      return unlessSlugTaken(async () => {
        const [row] = await prisma.space.updateManyAndReturn({
          where: { id, version: ofVersion(expectedVersion) },
          data: { ...changesOf(patch), version: { increment: 1 } },
        });
        if (row !== undefined) return toSpace(row);
        return (await prisma.space.count({ where: { id } })) > 0 ? 'stale' : null;
      });
    },
    async purge(before) {
      return (await prisma.space.deleteMany({ where: { deletedAt: { lt: new Date(before) } } })).count;
    },
  };
}

const states = {
  active: { deletedAt: null, archivedAt: null },
  archived: { deletedAt: null, archivedAt: { not: null } },
  deleted: { deletedAt: { not: null } },
} satisfies Record<string, Prisma.SpaceWhereInput>;

function listSpaces(prisma: PrismaClient): Pick<SpaceRepository, 'listPublic' | 'listOf'> {
  return {
    async listPublic({ limit, after }, query) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.space.findMany({
        where: {
          ...states.active,
          visibility: 'public',
          name: query === null ? undefined : containing(query),
          id: { lt: after ?? undefined },
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toSpace, ({ id }) => id);
    },
    async listOf(userId, state, { limit, after }) {
      if (after !== null && !isId(after)) return emptyPage;
      const rows = await prisma.space.findMany({
        where: { ...states[state], id: { lt: after ?? undefined }, memberships: { some: { userId } } },
        include: { memberships: { where: { userId } }, positions: { where: { userId } } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      const { items, next } = cutPage(
        rows,
        limit,
        (row) => row,
        ({ id }) => id,
      );
      return { items: items.flatMap(toOwn), next };
    },
  };
}

type OwnRow = SpaceRow & { memberships: { role: string }[]; positions: { savedAt: Date }[] };

/** Nothing for a membership that ended while the list was read. */
function toOwn({ memberships, positions, ...row }: OwnRow) {
  return memberships.map(({ role }) => ({
    space: toSpace(row),
    role: roleSchema.parse(role),
    lastVisitAt: isoOrNull(positions[0]?.savedAt ?? null),
  }));
}

export function prismaSpaces(prisma: PrismaClient): SpaceRepository {
  return {
    ...makeSpaces(prisma),
    ...changeSpaces(prisma),
    ...listSpaces(prisma),
    async findById(id) {
      const row = isId(id) ? await prisma.space.findUnique({ where: { id } }) : null;
      return row === null ? null : toSpace(row);
    },
    async findBySlug(slug) {
      const row = await prisma.space.findUnique({ where: { slug, deletedAt: null } });
      return row === null ? null : toSpace(row);
    },
    standing: (spaceId, userId, now) => standing(prisma, spaceId, userId, now),
    standingOfMany: (spaceId, userIds, now) => standingOfMany(prisma, spaceId, userIds, now),
    standings: (spaceIds, userId, now) => standings(prisma, spaceIds, userId, now),
  };
}
