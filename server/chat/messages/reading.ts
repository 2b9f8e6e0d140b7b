import { recentMessages } from '#lib/domain/chat/limits.ts';
import type { RoomPermission } from '#lib/domain/chat/rooms.ts';
import type { Missed } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatOperationsOf } from '../context.ts';
import { messageFor } from '../telling/entryViews.ts';
import { logOf, type MessageDeps } from './deps.ts';
import { toMissed } from './missed.ts';
import { toPage } from './pages.ts';
import { readStretch } from './stretches.ts';
import { readThread } from './threads.ts';

type ReadingName =
  | 'get-message'
  | 'read-history'
  | 'recent-messages'
  | 'replay'
  | 'read-thread'
  | 'read-pins'
  | 'read-revisions'
  | 'mark-read';

/** Reads with a right that is judged before, and again after: who was removed meanwhile gets nothing of it. */
export async function guarded<Answer>(
  deps: MessageDeps,
  userId: string,
  roomId: string,
  permission: RoomPermission,
  read: () => Promise<Answer>,
): Promise<Answer> {
  await deps.access.require(userId, roomId, permission);
  const answer = await read();
  await deps.access.require(userId, roomId, permission);
  return answer;
}

/** Operations that read one room's log. */
export function createReading(deps: MessageDeps): ChatOperationsOf<ReadingName> {
  const inRoom = <Answer>(userId: string, roomId: string, read: () => Promise<Answer>): Promise<Answer> =>
    guarded(deps, userId, roomId, 'read:room', read);
  const all = { hasOlder: false, hasNewer: false };
  return {
    'get-message': ({ userId }, { roomId, messageId }) =>
      inRoom(userId, roomId, async () => {
        const [message] = await logOf(deps, roomId).findMessages(roomId, [messageId]);
        const since = deps.bubbles.since(roomId, userId) ?? 0;
        const separated = await deps.access.separatedFrom(userId);
        const seen = message === undefined || message.seq <= since ? null : messageFor(message, separated);
        if (seen === null) throw new RefusedError('not_found', 'there is no such message');
        return { message: seen };
      }),
    'read-history': ({ userId }, input) =>
      inRoom(userId, input.roomId, async () =>
        toPage(deps, userId, input.roomId, await readStretch(deps, input)),
      ),
    'recent-messages': ({ userId }, { roomId }) =>
      inRoom(userId, roomId, async () =>
        toPage(deps, userId, roomId, await readStretch(deps, { roomId, limit: recentMessages })),
      ),
    replay: ({ userId }, { roomId, afterSeq }): Promise<Missed> =>
      inRoom(userId, roomId, () => toMissed(deps, userId, roomId, afterSeq, null)),
    'read-thread': ({ userId }, input) =>
      inRoom(userId, input.roomId, async () =>
        toPage(deps, userId, input.roomId, await readThread(deps, userId, input)),
      ),
    'read-pins': ({ userId }, { roomId }) =>
      inRoom(userId, roomId, async () => {
        const log = logOf(deps, roomId);
        const lastSeq = await log.lastSeq(roomId);
        return await toPage(deps, userId, roomId, { messages: await log.pins(roomId), ...all, lastSeq });
      }),
    'read-revisions': ({ userId }, { roomId, messageId }) =>
      guarded(deps, userId, roomId, 'read:revisions', async () => {
        const revisions = await logOf(deps, roomId).revisions(roomId, messageId);
        if (revisions.length === 0) throw new RefusedError('not_found', 'there is no such message');
        return { revisions };
      }),
    'mark-read': async ({ userId }, { roomId, seq }) => {
      const { subject } = await deps.access.require(userId, roomId, 'read:room');
      if (subject.roomRole === null) return {};
      if (deps.bubbles.has(roomId)) await deps.bubbles.chatrooms.markRead([{ roomId, userId, seq }]);
      else deps.marks.put({ roomId, userId, seq, isForOthers: true });
      return {};
    },
  };
}
