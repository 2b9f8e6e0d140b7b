import type { PersonView } from '#lib/protocol/rest/common.ts';
import { personViewOf } from '../people/profile.ts';
import type { Store } from '../persistence/ports.ts';

/** Somebody as others see them, and whether their account is gone. */
interface KnownPerson {
  readonly view: PersonView;
  readonly isDeleted: boolean;
}

/** People by their id, read in one question. */
export interface People {
  /** Somebody, under the name that was left to them when their account is gone. */
  named(id: string): PersonView;
  /** Somebody, or `null` for nobody. */
  namedOrNull(id: string | null): PersonView | null;
  /** Somebody who is still here; `null` also for people whose account is gone. */
  present(id: string | null): PersonView | null;
}

/** Reads the names of all these people at once; `null` among the ids is passed over. */
export async function findPeople(
  { users }: Pick<Store, 'users'>,
  ids: readonly (string | null)[],
): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = wanted.length === 0 ? [] : await users.findNames(wanted);
  const known = new Map<string, KnownPerson>(
    found.map((row) => [row.id, { view: personViewOf(row), isDeleted: row.isDeleted }]),
  );
  const named = (id: string): PersonView => known.get(id)?.view ?? personViewOf({ id, name: '', cast: null });
  return {
    named,
    namedOrNull: (id) => (id === null ? null : named(id)),
    present: (id) => (id === null || known.get(id)?.isDeleted !== false ? null : named(id)),
  };
}
