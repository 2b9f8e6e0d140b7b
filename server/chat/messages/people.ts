import type { Mention } from '#lib/domain/chat/log.ts';
import { mentionsIn } from '#lib/domain/chat/mentions.ts';
import type { MessageDeps } from './deps.ts';

/** Whom a text means: of those that the sender named, the ones who are in the room and stand in the text. */
export async function mentionsOf(
  deps: Pick<MessageDeps, 'access' | 'people'>,
  roomId: string,
  text: string,
  userIds: readonly string[],
): Promise<Mention[]> {
  if (userIds.length === 0) return [];
  const standings = await Promise.all(userIds.map((userId) => deps.access.standing(userId, roomId)));
  const members = userIds.filter((_, index) => {
    const subject = standings[index]?.subject;
    return subject !== undefined && subject.roomRole !== null && subject.spaceRole !== null;
  });
  const views = await deps.people.views(members);
  return mentionsIn(
    text,
    views.map(({ id, name }) => ({ userId: id, name })),
  );
}
