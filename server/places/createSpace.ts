import { v7 as uuidv7 } from 'uuid';
import { isAllowed } from '#lib/domain/access/permissions.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { personOf } from '../api/caller.ts';
import type { Context, Operation } from '../api/define.ts';
import type { NewSpace, Space, Store } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { mapById } from './maps.ts';
import { isReservedSlug, slugCandidates } from './slugs.ts';
import { answerSpace } from './spaceReply.ts';

/** Refuses an address that is another space's or a page's. */
export const slugTaken = (): RefusedError => new RefusedError('conflict', 'This address is taken.', 'slug');

/** Makes the space under the slug that was chosen. Throws `RefusedError` (`conflict`) when it is taken. */
async function createAt(store: Store, space: NewSpace, ownerId: string): Promise<Space> {
  const created = isReservedSlug(space.slug) ? 'slug_taken' : await store.spaces.create(space, ownerId);
  if (created === 'slug_taken') throw slugTaken();
  return created;
}

/** Makes the space under the first slug that is free for its name. */
async function createByName(store: Store, space: Omit<NewSpace, 'slug'>, ownerId: string): Promise<Space> {
  for (const slug of slugCandidates(space.name)) {
    const created = await store.spaces.create({ ...space, slug }, ownerId);
    if (created !== 'slug_taken') return created;
  }
  throw slugTaken();
}

type CreateBody = Context<typeof spaceRoutes.createSpace>['body'];

/** The hash of a new space's password; `null` for a space without one. */
async function passwordHashOf(
  { passwords }: Pick<WebServices, 'passwords'>,
  { visibility, password }: CreateBody,
): Promise<string | null> {
  if (visibility === 'password') {
    if (password === undefined) throw passwordMissing();
    return await passwords.hash(password);
  }
  if (password !== undefined) throw passwordOutOfPlace();
  return null;
}

/** Refuses a password space without a password. */
export const passwordMissing = (): RefusedError =>
  new RefusedError('bad_request', 'A password space needs a password.', 'password');

/** Refuses a password that would open nothing. */
export const passwordOutOfPlace = (): RefusedError =>
  new RefusedError('bad_request', 'Only spaces of the visibility `password` have one.', 'password');

/** Makes a space of a map. Throws `RefusedError`: `not_found` (map), `conflict` (address), `bad_request` (password). */
export const createSpace: Operation<typeof spaceRoutes.createSpace> = async (context) => {
  const { services, caller, body, http } = context;
  const { store, config } = services;
  const owner = personOf(caller);
  const map = mapById(body.mapId);
  const space: Omit<NewSpace, 'slug'> = {
    id: uuidv7(),
    name: body.name,
    description: body.description ?? '',
    welcomeText: '',
    mapId: map.id,
    mapUrl: map.url,
    region: config.region,
    hasResident: body.hasResident,
    visibility: body.visibility,
    passwordHash: await passwordHashOf(services, body),
    capacity: body.capacity,
    createdBy: owner.id,
    createdAt: http.now.toISOString(),
  };
  const created =
    body.slug === undefined
      ? await createByName(store, space, owner.id)
      : await createAt(store, { ...space, slug: body.slug }, owner.id);
  const { id: spaceId, visibility, mapId } = created;
  const detail = { visibility, mapId };
  await record(store, { spaceId, action: 'space.create', actorId: owner.id, detail }, http.now);
  return await answerSpace(context, created);
};

/** Everything but its people, its address and its password, which the copy's owner may not even know. */
function copyOf(original: Space, name: string, ownerId: string, now: Date): Omit<NewSpace, 'slug'> {
  return {
    id: uuidv7(),
    name,
    description: original.description,
    welcomeText: original.welcomeText,
    mapId: original.mapId,
    mapUrl: original.mapUrl,
    region: original.region,
    hasResident: original.hasResident,
    visibility: original.visibility === 'password' ? 'invite' : original.visibility,
    passwordHash: null,
    capacity: original.capacity,
    createdBy: ownerId,
    createdAt: now.toISOString(),
  };
}

/** Makes a copy that belongs to the caller. Throws `RefusedError` (`forbidden`) for people without an account. */
export const duplicateSpace: Operation<typeof spaceRoutes.duplicateSpace> = async (context) => {
  const { services, caller, subject, inSpace, body, http } = context;
  const { store } = services;
  const owner = personOf(caller);
  if (!isAllowed(subject, 'create:space')) {
    throw new RefusedError('forbidden', 'Only accounts make spaces.');
  }
  const original = inSpace.space;
  const copy = await createByName(store, copyOf(original, body.name, owner.id, http.now), owner.id);
  const actorId = owner.id;
  const copied = { action: 'space.duplicate', actorId, detail: { copyId: copy.id } } as const;
  await record(store, { spaceId: original.id, ...copied }, http.now);
  const made = { action: 'space.create', actorId, detail: { copyOf: original.id } } as const;
  await record(store, { spaceId: copy.id, ...made }, http.now);
  return await answerSpace(context, copy);
};
