import type { MuteView } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatMute } from '../../persistence/ports.ts';
import { record } from '../../places/audit.ts';
import { findTarget, refuseSelf, requireOutranked } from '../../places/targets.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { nowOf } from '../rooms/acts.ts';

async function muteViews({ people }: ChatContext, mutes: readonly ChatMute[]): Promise<MuteView[]> {
  const ids = mutes.flatMap(({ userId, by }) => (by === null ? [userId] : [userId, by]));
  const byId = new Map((await people.views(ids)).map((person) => [person.id, person]));
  return mutes.flatMap(({ userId, by, reason, at, until }) => {
    const person = byId.get(userId);
    return person === undefined ? [] : [{ person, by: byId.get(by ?? '') ?? null, reason, at, until }];
  });
}

/** Requires that the actor moderates the chat and stands above somebody. Throws `forbidden`, `not_found`, `bad_request`. */
async function requireBelow(
  context: ChatContext,
  { spaceId, actorId, userId }: { spaceId: string; actorId: string; userId: string },
): Promise<void> {
  const { access, store } = context;
  const role = await access.requireInSpace(actorId, spaceId, 'moderate:chat');
  refuseSelf(actorId, userId, 'bad_request', 'userId');
  const space = await store.spaces.findById(spaceId);
  if (space === null) throw new RefusedError('not_found', 'There is no such space.', 'spaceId');
  requireOutranked(role, await findTarget(store, space, userId, nowOf(context), 'userId'));
}

function mutePerson(context: ChatContext): ChatOperationsOf<'mute-person'>['mute-person'] {
  const { store, telling } = context;
  return async ({ userId: actorId }, { spaceId, userId, reason, forS }) => {
    await requireBelow(context, { spaceId, actorId, userId });
    const now = nowOf(context);
    const until = forS === null ? null : new Date(now.getTime() + forS * 1_000).toISOString();
    const mute: ChatMute = { spaceId, userId, reason, by: actorId, at: now.toISOString(), until };
    await store.chatModeration.putMute(mute);
    const act = { spaceId, action: 'chat.mute', actorId, targetId: userId } as const;
    await record(store, { ...act, detail: { reason, until } }, now);
    await telling.stale({ spaceId, userId });
    const [view] = await muteViews(context, [mute]);
    if (view === undefined) throw new RefusedError('not_found', 'There is no such person.', 'userId');
    return { mute: view };
  };
}

type Names = 'list-mutes' | 'mute-person' | 'unmute-person';

/** Whose voice in the chat of a space was taken: they read on, and write nothing. */
export function muteOperations(context: ChatContext): ChatOperationsOf<Names> {
  const { store, access, telling } = context;
  return {
    async 'list-mutes'({ userId }, { spaceId }) {
      await access.requireInSpace(userId, spaceId, 'moderate:chat');
      const mutes = await store.chatModeration.mutes(spaceId, nowOf(context).toISOString());
      return { mutes: await muteViews(context, mutes) };
    },
    'mute-person': mutePerson(context),
    async 'unmute-person'({ userId: actorId }, { spaceId, userId }) {
      await requireBelow(context, { spaceId, actorId, userId });
      const now = nowOf(context);
      if (!(await store.chatModeration.liftMute(spaceId, userId, now.toISOString()))) {
        throw new RefusedError('not_found', 'They are not muted.', 'userId');
      }
      const act = { spaceId, action: 'chat.unmute', actorId, targetId: userId } as const;
      await record(store, act, now);
      await telling.stale({ spaceId, userId });
      return {};
    },
  };
}
