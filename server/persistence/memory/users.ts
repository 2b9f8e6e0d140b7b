import type { User, UserPatch, UserRepository } from '../ports.ts';
import { anonymise, exportOf } from './lifetime.ts';
import { includesFolded, pageById } from './pages.ts';
import { copy, emptyProfile, given, insert, type Tables, toUser, type UserRow, where } from './tables.ts';

const findAlive = (tables: Tables, id: string): UserRow | null => {
  const row = tables.users.get(id);
  return row === undefined || row.deletedAt !== null ? null : row;
};

function isTaken(tables: Tables, email: string, exceptId: string): boolean {
  return where(tables.users, (row) => row.email === email && row.id !== exceptId).length > 0;
}

/** Writes a change and counts it. */
function change(tables: Tables, row: UserRow, patch: Partial<UserRow>): User {
  const changed = { ...row, ...copy(given(patch)), version: row.version + 1 };
  tables.users.set(row.id, changed);
  return toUser(changed);
}

function create(tables: Tables, user: Omit<UserRow, keyof typeof emptyProfile | 'createdAt'>): User {
  insert(tables.users, user.id, { ...user, ...emptyProfile, createdAt: new Date().toISOString() });
  const row = tables.users.get(user.id);
  if (row === undefined) throw new Error(`There is no user ${user.id}.`);
  return toUser(row);
}

function makeAccounts(
  tables: Tables,
): Pick<UserRepository, 'createGuest' | 'createAccount' | 'becomeAccount'> {
  return {
    async createGuest({ id, name }) {
      return create(tables, {
        id,
        name,
        email: null,
        passwordHash: null,
        isOperator: false,
        isGuest: true,
      });
    },
    async createAccount({ id, name, isOperator, email, passwordHash }) {
      const address = email.toLowerCase();
      if (isTaken(tables, address, id)) return 'email_taken';
      return create(tables, { id, name, isOperator, email: address, passwordHash, isGuest: false });
    },
    async becomeAccount(id, { email, passwordHash }) {
      const row = findAlive(tables, id);
      if (row === null || !row.isGuest) return null;
      const address = email.toLowerCase();
      if (isTaken(tables, address, id)) return 'email_taken';
      return change(tables, row, { email: address, passwordHash, isGuest: false });
    },
  };
}

function changeUsers(tables: Tables): Pick<UserRepository, 'update' | 'setEmail' | 'setPassword'> {
  return {
    async update(id, patch, expectedVersion) {
      const row = findAlive(tables, id);
      if (row === null) return null;
      if (expectedVersion !== null && row.version !== expectedVersion) return 'stale';
      return change(tables, row, pickPatch(patch));
    },
    async setEmail(id, email) {
      const row = findAlive(tables, id);
      if (row === null) return null;
      const address = email.toLowerCase();
      if (isTaken(tables, address, id)) return 'email_taken';
      return change(tables, row, { email: address, isGuest: false });
    },
    async setPassword(id, passwordHash) {
      const row = findAlive(tables, id);
      return row === null ? null : change(tables, row, { passwordHash, isGuest: false });
    },
  };
}

/** Only what may be changed, whatever else an object carries. */
const pickPatch = (patch: UserPatch): UserPatch => ({
  name: patch.name,
  cast: patch.cast,
  status: patch.status,
  availability: patch.availability,
  pronouns: patch.pronouns,
  language: patch.language,
  timeZone: patch.timeZone,
  preferences: patch.preferences,
});

function findUsers(
  tables: Tables,
): Pick<UserRepository, 'findById' | 'findByEmail' | 'findNames' | 'list' | 'hasOperator'> {
  const alive = (matches: (row: UserRow) => boolean) =>
    where(tables.users, (row) => row.deletedAt === null && matches(row));
  return {
    async findById(id) {
      const row = findAlive(tables, id);
      return row === null ? null : toUser(row);
    },
    async findByEmail(email) {
      const row = alive((candidate) => candidate.email === email.toLowerCase())[0];
      return row === undefined ? null : toUser(row);
    },
    async findNames(ids) {
      return where(tables.users, ({ id }) => ids.includes(id)).map(({ id, name, cast, deletedAt }) => ({
        id,
        name,
        cast,
        isDeleted: deletedAt !== null,
      }));
    },
    async list(page, query) {
      const matches = ({ name, email }: UserRow) =>
        query === null || includesFolded(name, query) || includesFolded(email ?? '', query);
      const { items, next } = pageById(alive(matches), page, ({ id }) => id);
      return { items: items.map(toUser), next };
    },
    async hasOperator() {
      return alive(({ isOperator }) => isOperator).length > 0;
    },
  };
}

export function memoryUsers(tables: Tables): UserRepository {
  return {
    ...makeAccounts(tables),
    ...changeUsers(tables),
    ...findUsers(tables),
    anonymise: async (id) => anonymise(tables, id),
    async exportOf(id) {
      return copy(exportOf(tables, id));
    },
  };
}
