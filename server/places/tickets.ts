import { type EntryRefusal, refusalAtDoor } from '#lib/domain/access/entry.ts';
import type { AccountKind } from '#lib/domain/access/roles.ts';
import { isVisibleToStrangers } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { realtimeRoutes } from '#lib/protocol/rest/realtime.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { personOf } from '../api/caller.ts';
import type { Operation } from '../api/define.ts';
import type { TicketPurpose } from '../people/tickets.ts';
import type { Space, StoredStanding } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

const notFound = (): RefusedError => new RefusedError('not_found', 'There is no such space.', 'spaceId');

/** How many others are inside. Where nobody can say it, the realtime server judges again at the join anyway. */
async function othersInside(
  { control }: Pick<WebServices, 'control'>,
  space: Space,
  userId: string,
): Promise<number> {
  try {
    const { count = 0 } = (await control.presence([space.id], 0))[space.id] ?? {};
    if (count < space.capacity) return count;
    // Somebody who only loads the page again takes nobody's place.
    const inside = await control.participants(space.id);
    return inside.filter(({ person }) => person.id !== userId).length;
  } catch (error) {
    if (error instanceof RefusedError) return 0;
    throw error;
  }
}

interface Entering {
  readonly space: Space;
  readonly userId: string;
  readonly account: AccountKind;
  readonly standing: StoredStanding;
}

async function refusalFor(
  services: Pick<WebServices, 'control'>,
  { space, userId, account, standing }: Entering,
): Promise<EntryRefusal | null> {
  return refusalAtDoor({
    account,
    membership: standing.membership,
    isBanned: standing.isBanned,
    visibility: space.visibility,
    isArchived: space.archivedAt !== null,
    isLocked: space.isLocked,
    capacity: space.capacity,
    present: await othersInside(services, space, userId),
  });
}

const sentences: Record<EntryRefusal, string> = {
  unauthorized: 'Nobody is signed in here.',
  banned: 'You are banned from this space.',
  space_archived: 'This space is closed.',
  password_required: 'This space asks for its password first.',
  invitation_required: 'This space is for those who were invited.',
  space_locked: 'This space lets nobody in at the moment.',
  space_full: 'This space is full.',
};

/** Reasons against standing in the space that are none against writing in its chat. */
const ofTheFloor: ReadonlySet<EntryRefusal> = new Set(['space_locked', 'space_full']);

/** Refuses who may not walk in; a space that they may not know of is not found. Throws `RefusedError`. */
async function requireEntry(
  services: WebServices,
  entering: Entering,
  purpose: TicketPurpose,
): Promise<void> {
  const refusal = await refusalFor(services, entering);
  if (refusal === null || (purpose === 'chat' && ofTheFloor.has(refusal))) return;
  if (refusal === 'invitation_required' && !isVisibleToStrangers(entering.space.visibility)) throw notFound();
  throw new RefusedError(refusal, sentences[refusal]);
}

/** Gives a pass for one connection. Throws `RefusedError`: `protocol_mismatch`, `not_found`, or why the door is closed. */
export const createTicket: Operation<typeof realtimeRoutes.createTicket> = async (context) => {
  const { services, caller, subject, body, http } = context;
  const { store, config } = services;
  const { spaceId, sessionId, purpose, protocol = PROTOCOL_VERSION } = body;
  if (protocol !== PROTOCOL_VERSION) {
    throw new RefusedError(
      'protocol_mismatch',
      'This page is of another version: load it again.',
      'protocol',
    );
  }
  const { id: userId, name: username } = personOf(caller);
  const [space, standing] = await Promise.all([
    store.spaces.findById(spaceId),
    store.spaces.standing(spaceId, userId, http.now.toISOString()),
  ]);
  if (space === null || standing === null || space.deletedAt !== null) throw notFound();
  await requireEntry(services, { space, userId, account: subject.account, standing }, purpose);
  const loginId = caller.kind === 'session' ? caller.loginId : null;
  const byToken = caller.kind === 'token' ? { tokenId: caller.token.id } : {};
  const who = { userId, username, sessionId, spaceId, loginId, ...byToken };
  const ticket = await services.signTicket({ ...who, purpose });
  const reply = {
    ticket,
    url: config.realtimeUrl ?? '',
    iceServers: [...config.iceServers],
    protocol: PROTOCOL_VERSION,
  };
  return { reply };
};
