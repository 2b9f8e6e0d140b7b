import type { PrismaClient } from '../../../.generated/prisma/client.ts';
import { Prisma } from '../../../.generated/prisma/client.ts';
import { cutPage, emptyPage, isId } from '../pageKeys.ts';
import type { User, UserPatch, UserRepository } from '../ports.ts';
import { anonymise, exportOf } from './lifetime.ts';
import { toUser } from './rows.ts';
import { containing, ofVersion, toJson, unlessTaken } from './values.ts';

/** Two spellings of one address are one account. */
const spelled = (email: string): string => email.toLowerCase();

const unlessEmailTaken = <Result>(work: () => Promise<Result>): Promise<Result | 'email_taken'> =>
  unlessTaken('users_email_key', 'email_taken', work);

/** One statement that changes a person who is not deleted and counts the change; `null` when the filter matches none. */
async function change(
  prisma: PrismaClient,
  filter: Prisma.UserWhereInput,
  data: Prisma.UserUpdateManyMutationInput,
): Promise<User | null> {
  const rows = await prisma.user.updateManyAndReturn({
    where: { ...filter, deletedAt: null },
    data: { ...data, version: { increment: 1 } },
  });
  return rows[0] === undefined ? null : toUser(rows[0]);
}

/** Only what may be changed, whatever else an object carries. */
function changesOf(patch: UserPatch): Prisma.UserUpdateManyMutationInput {
  const { name, cast, status, availability, pronouns, language, timeZone, preferences } = patch;
  const changes = { name, cast, status, availability, pronouns, language, timeZone };
  if (preferences === undefined) return changes;
  return { ...changes, preferences: preferences === null ? Prisma.DbNull : toJson(preferences) };
}

function makeAccounts(
  prisma: PrismaClient,
): Pick<UserRepository, 'createGuest' | 'createAccount' | 'becomeAccount'> {
  return {
    async createGuest({ id, name }) {
      return toUser(await prisma.user.create({ data: { id, name } }));
    },
    createAccount({ id, name, isOperator, email, passwordHash }) {
      const data = { id, name, isOperator, email: spelled(email), passwordHash, isGuest: false };
      return unlessEmailTaken(async () => toUser(await prisma.user.create({ data })));
    },
    becomeAccount(id, { email, passwordHash }) {
      const data = { email: spelled(email), passwordHash, isGuest: false };
      return unlessEmailTaken(() => change(prisma, { id, isGuest: true }, data));
    },
  };
}

function changeUsers(prisma: PrismaClient): Pick<UserRepository, 'update' | 'setEmail' | 'setPassword'> {
  return {
    async update(id, patch, expectedVersion) {
      const version = ofVersion(expectedVersion);
      const user = await change(prisma, { id, version }, changesOf(patch));
      if (user !== null || expectedVersion === null) return user;
      return (await prisma.user.count({ where: { id, deletedAt: null } })) > 0 ? 'stale' : null;
    },
    setEmail(id, email) {
      return unlessEmailTaken(() => change(prisma, { id }, { email: spelled(email), isGuest: false }));
    },
    setPassword(id, passwordHash) {
      return change(prisma, { id }, { passwordHash, isGuest: false });
    },
  };
}

function findUsers(
  prisma: PrismaClient,
): Pick<UserRepository, 'findById' | 'findByEmail' | 'findNames' | 'list' | 'hasOperator'> {
  const first = async (filter: Prisma.UserWhereInput) => {
    const row = await prisma.user.findFirst({ where: { ...filter, deletedAt: null } });
    return row === null ? null : toUser(row);
  };
  return {
    async findById(id) {
      return isId(id) ? first({ id }) : null;
    },
    findByEmail(email) {
      return first({ email: spelled(email) });
    },
    async findNames(ids) {
      const rows = await prisma.user.findMany({ where: { id: { in: ids.filter(isId) } } });
      return rows.map(({ id, name, cast, deletedAt }) => ({ id, name, cast, isDeleted: deletedAt !== null }));
    },
    async list({ limit, after }, query) {
      if (after !== null && !isId(after)) return emptyPage;
      const search =
        query === null ? {} : { OR: [{ name: containing(query) }, { email: containing(query) }] };
      const rows = await prisma.user.findMany({
        where: { ...search, deletedAt: null, id: { lt: after ?? undefined } },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
      return cutPage(rows, limit, toUser, ({ id }) => id);
    },
    async hasOperator() {
      return (await prisma.user.findFirst({ where: { isOperator: true, deletedAt: null } })) !== null;
    },
  };
}

export function prismaUsers(prisma: PrismaClient): UserRepository {
  return {
    ...makeAccounts(prisma),
    ...changeUsers(prisma),
    ...findUsers(prisma),
    anonymise: (id) => anonymise(prisma, id),
    exportOf: (id) => exportOf(prisma, id),
  };
}
