import { type EntryRefusal, refusalAtDoor } from '#lib/domain/access/entry.ts';
import type { AccountKind, Role } from '#lib/domain/access/roles.ts';
import { roleIn } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import type { Caller } from '../api/define.ts';
import type { LivePresence } from '../cluster/ports.ts';
import type { Space, StandingAmongSpaces } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

/** How many of those inside are named. */
const namedMost = 8;

/** In whose eyes spaces are shown. */
export interface Viewer {
  /** `null`: nobody is signed in. */
  readonly userId: string | null;
  readonly account: AccountKind;
}

type Services = Pick<WebServices, 'store' | 'control' | 'logger'>;

/** The caller of a request, as a viewer of spaces. */
export const viewerOf = (caller: Caller, account: AccountKind): Viewer => ({
  userId: caller.kind === 'anonymous' ? null : caller.user.id,
  account,
});

/**
 * Who is inside each of these spaces, asked for in one question; `null` while the realtime server does not answer: a
 * page without it is better than none.
 */
async function presenceIn(
  { control, logger }: Services,
  spaces: readonly Space[],
): Promise<Record<string, LivePresence> | null> {
  if (spaces.length === 0) return {};
  const ids = spaces.map(({ id }) => id);
  try {
    return await control.presence(ids, namedMost);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    logger.debug({ reason: error.message }, 'presence is not known');
    return null;
  }
}

async function standingsIn(
  { store }: Services,
  spaces: readonly Space[],
  { userId }: Viewer,
  now: Date,
): Promise<Map<string, StandingAmongSpaces>> {
  if (userId === null || spaces.length === 0) return new Map();
  const ids = spaces.map(({ id }) => id);
  const standings = await store.spaces.standings(ids, userId, now.toISOString());
  return new Map(standings.map((standing) => [standing.spaceId, standing]));
}

interface Seen {
  readonly viewer: Viewer;
  readonly standing: StandingAmongSpaces | undefined;
  readonly presence: LivePresence | null;
}

/** People inside besides the viewer, as far as they are known. */
function othersInside({ viewer, presence }: Seen): number {
  if (presence === null) return 0;
  const isInside = presence.people.some(({ id }) => id === viewer.userId);
  return presence.count - (isInside ? 1 : 0);
}

function standingOf(space: Space, seen: Seen): { role: Role | null; entryRefusal: EntryRefusal | null } {
  const { viewer, standing } = seen;
  const relation = {
    account: viewer.account,
    membership: standing?.membership ?? null,
    isBanned: standing?.isBanned ?? false,
    visibility: space.visibility,
  };
  const entryRefusal = refusalAtDoor({
    ...relation,
    isArchived: space.archivedAt !== null || space.deletedAt !== null,
    isLocked: space.isLocked,
    capacity: space.capacity,
    present: othersInside(seen),
  });
  return { role: roleIn(relation), entryRefusal };
}

/** Field by field, so that nothing that is added to the stored space leaves by itself: the password's hash never does. */
function viewOf(space: Space, seen: Seen): SpaceView {
  const { standing, presence } = seen;
  const { role, entryRefusal } = standingOf(space, seen);
  return {
    id: space.id,
    slug: space.slug,
    name: space.name,
    description: space.description,
    // Words for those who come in; who stands before a closed door does not read them.
    welcomeText: role === null ? '' : space.welcomeText,
    visibility: space.visibility,
    capacity: space.capacity,
    map: { id: space.mapId, url: space.mapUrl },
    isLocked: space.isLocked,
    hasResident: space.hasResident,
    createdAt: space.createdAt,
    archivedAt: space.archivedAt,
    deletedAt: space.deletedAt,
    role,
    isMember: (standing?.membership ?? null) !== null,
    entryRefusal,
    presence,
    lastVisitAt: standing?.lastVisitAt ?? null,
  };
}

/** Spaces as somebody sees them: one question to the store and one to the realtime server, however many they are. */
export async function viewSpaces(
  services: Services,
  viewer: Viewer,
  spaces: readonly Space[],
  now: Date,
): Promise<SpaceView[]> {
  const [standings, presence] = await Promise.all([
    standingsIn(services, spaces, viewer, now),
    presenceIn(services, spaces),
  ]);
  return spaces.map((space) =>
    viewOf(space, { viewer, standing: standings.get(space.id), presence: presence?.[space.id] ?? null }),
  );
}
