import { v7 as uuidv7 } from 'uuid';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { requireAround, requireUnblocked } from './acquaintance.ts';
import { nowOf } from './acts.ts';
import { requireVoice } from './refusals.ts';

/** Names the direct room of two people, whoever of them asks. */
export const directKeyOf = (userId: string, otherId: string): string => [userId, otherId].sort().join(':');

/** Makes the direct room of two people; of two who make it at once both get the same. Returns its id. */
async function makeDirect(
  context: ChatContext,
  { spaceId, userId, otherId }: { spaceId: string; userId: string; otherId: string },
): Promise<string> {
  const { store, telling } = context;
  const directKey = directKeyOf(userId, otherId);
  const room = {
    ...{
      id: uuidv7(),
      spaceId,
      kind: 'direct' as const,
      name: '',
      description: '',
      isPrivate: true,
      directKey,
    },
    ...{ isDefault: false, slowModeS: 0, createdBy: userId, createdAt: nowOf(context).toISOString() },
  };
  const both = [userId, otherId];
  const made = await store.chatrooms.create(
    room,
    both.map((id) => ({ userId: id, role: 'member' })),
  );
  if (made === 'conflict') {
    const known = await store.chatrooms.findDirect(spaceId, directKey);
    if (known === null) throw new RefusedError('conflict', 'The room could not be made.');
    return known.id;
  }
  await telling.stale({ roomId: room.id });
  for (const id of both) await telling.memberAdded(room.id, id);
  return room.id;
}

/** Direct rooms: exactly two people of one space, one room for each two. */
export function directOperations(context: ChatContext): ChatOperationsOf<'open-direct'> {
  const { access, store } = context;
  return {
    async 'open-direct'({ userId }, { spaceId, userId: otherId }) {
      if (userId === otherId) {
        throw new RefusedError('bad_request', 'A direct room is for two people.', 'userId');
      }
      await access.requireInSpace(userId, spaceId, 'use:chat');
      await requireAround(context, spaceId, otherId);
      const known = await store.chatrooms.findDirect(spaceId, directKeyOf(userId, otherId));
      if (known !== null) return { room: await context.viewOf(known.id, userId) };
      await requireUnblocked(context, userId, otherId);
      await requireVoice(context, spaceId, userId);
      const roomId = await makeDirect(context, { spaceId, userId, otherId });
      return { room: await context.viewOf(roomId, userId) };
    },
  };
}
