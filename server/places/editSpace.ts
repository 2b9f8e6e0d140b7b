import { RefusedError } from '#lib/protocol/errors.ts';
import type { spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { personOf } from '../api/caller.ts';
import type { Context, Operation } from '../api/define.ts';
import { notifyLive } from '../cluster/notifyLive.ts';
import type { Space, SpacePatch } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';
import { record } from './audit.ts';
import { passwordMissing, passwordOutOfPlace, slugTaken } from './createSpace.ts';
import { isReservedSlug } from './slugs.ts';
import { answerSpace } from './spaceReply.ts';

type Passwords = Pick<WebServices, 'passwords'>;
type EditBody = Context<typeof spaceRoutes.updateSpace>['body'];

/** What can be told apart by comparing; the password cannot. */
const comparable = [
  'name',
  'slug',
  'description',
  'welcomeText',
  'visibility',
  'capacity',
  'hasResident',
] as const;

/** Fields whose former and new value the audit log names; texts are too long for it. */
const told: readonly (keyof SpacePatch)[] = ['name', 'slug', 'visibility', 'capacity', 'hasResident'];

/** The fields that an edit really changes. Nothing else of the body, and nothing else of a space, can get in. */
function changesOf(space: Space, body: EditBody): SpacePatch {
  const changed = comparable.filter((field) => body[field] !== undefined && body[field] !== space[field]);
  return Object.fromEntries(changed.map((field) => [field, body[field]]));
}

/** What becomes of the stored hash; `undefined`: it stays. A space that is no password space any more forgets it. */
async function newHash(
  { passwords }: Passwords,
  space: Space,
  body: EditBody,
): Promise<string | null | undefined> {
  const visibility = body.visibility ?? space.visibility;
  if (visibility !== 'password') {
    if (body.password !== undefined) throw passwordOutOfPlace();
    return space.passwordHash === null ? undefined : null;
  }
  if (body.password !== undefined) return await passwords.hash(body.password);
  if (space.passwordHash === null) throw passwordMissing();
  return undefined;
}

async function patchOf(services: Passwords, space: Space, body: EditBody): Promise<SpacePatch> {
  const changes = changesOf(space, body);
  if (changes.slug !== undefined && isReservedSlug(changes.slug)) throw slugTaken();
  const passwordHash = await newHash(services, space, body);
  return passwordHash === undefined ? changes : { ...changes, passwordHash };
}

function detailOf(space: Space, patch: SpacePatch): Record<string, unknown> {
  const fields = Object.keys(patch).map((field) => (field === 'passwordHash' ? 'password' : field));
  const tellable = told.filter((field) => patch[field] !== undefined);
  const changes = Object.fromEntries(
    tellable.map((field) => [field, { from: space[field], to: patch[field] }]),
  );
  return { fields, changes };
}

const stale = (): RefusedError =>
  new RefusedError('precondition_failed', 'Somebody else has changed this space meanwhile.');

/** Writes an edit. Throws `RefusedError`: `precondition_failed`, `conflict`, `not_found`. */
async function write(
  {
    services,
    expectedVersion,
  }: Pick<Context<typeof spaceRoutes.updateSpace>, 'services' | 'expectedVersion'>,
  space: Space,
  patch: SpacePatch,
): Promise<Space> {
  const updated = await services.store.spaces.update(space.id, patch, expectedVersion);
  if (updated === 'stale') throw stale();
  if (updated === 'slug_taken') throw slugTaken();
  if (updated === null) throw new RefusedError('not_found', 'There is no such space.');
  return updated;
}

/** Edits a space. Throws `RefusedError`: `precondition_failed`, `conflict` (address), `bad_request` (password). */
export const updateSpace: Operation<typeof spaceRoutes.updateSpace> = async (context) => {
  const { services, caller, inSpace, body, expectedVersion, http } = context;
  const { space } = inSpace;
  if (expectedVersion !== null && expectedVersion !== space.version) throw stale();
  const patch = await patchOf(services, space, body);
  if (Object.keys(patch).length === 0) return await answerSpace(context, space);
  const updated = await write(context, space, patch);
  // Who came in by the former password has to say the new one.
  const hadPassword = space.passwordHash !== null && patch.passwordHash !== undefined;
  const gone = hadPassword ? await services.store.memberships.removeRole(space.id, 'guest') : [];
  const actorId = personOf(caller).id;
  const detail = detailOf(space, patch);
  await record(services.store, { spaceId: space.id, action: 'space.edit', actorId, detail }, http.now);
  await Promise.all([
    notifyLive(services, { kind: 'space-changed', spaceId: space.id }),
    ...gone.map((userId) => notifyLive(services, { kind: 'standing-changed', spaceId: space.id, userId })),
  ]);
  return await answerSpace(context, updated);
};
