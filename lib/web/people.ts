import { v7 as uuidv7 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { User } from '#server/persistence/ports.ts';
import type { WebServices } from '#server/services.ts';
import { readSession } from './session.ts';

/** The stored person behind the request's cookie, or `null`. */
export async function findPerson(request: Request, { config, store }: WebServices): Promise<User | null> {
  const session = await readSession(request, config.jwtSecret);
  return session === null ? null : await store.users.findById(session.userId);
}

/** The stored person behind the request's cookie. Throws `RefusedError` (`unauthorized`) when there is none. */
export async function requirePerson(request: Request, services: WebServices): Promise<User> {
  const person = await findPerson(request, services);
  if (person === null) throw new RefusedError('unauthorized', 'Nobody is signed in here.');
  return person;
}

/** Enters as a guest. Who is one already stays the same person and gets the new name. */
export async function enterAsGuest(request: Request, services: WebServices, name: string): Promise<User> {
  const { users } = services.store;
  const present = await findPerson(request, services);
  const renamed = present === null ? null : await users.rename(present.id, name);
  return renamed ?? (await users.createGuest({ id: uuidv7(), name }));
}
