import type { Message } from '#lib/domain/chat/log.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ChatOperationsOf } from '../context.ts';
import { messageFor } from '../telling/entryViews.ts';
import { excerptOf } from '../telling/Notices.ts';
import type { MessageDeps } from './deps.ts';

type FindingName = 'search-messages' | 'list-notices';

/** Keys of pages are of any letters; cursors are of letters that stand in addresses. */
const toCursor = (key: string | null): string | null =>
  key === null ? null : Buffer.from(key, 'utf8').toString('base64url');
const fromCursor = (cursor: string | undefined): string | null =>
  cursor === undefined ? null : Buffer.from(cursor, 'base64url').toString('utf8');

/** Operations that look through all rooms that somebody may read. */
export function createFinding(deps: MessageDeps): ChatOperationsOf<FindingName> {
  return { 'search-messages': createSearch(deps), 'list-notices': createListNotices(deps) };
}

function createSearch(deps: MessageDeps): ChatOperationsOf<FindingName>['search-messages'] {
  return async ({ userId }, input) => {
    const names = await roomNames(deps, userId, input.spaceId);
    if (input.roomId !== undefined && !names.has(input.roomId)) {
      throw new RefusedError('not_found', 'there is no such room');
    }
    const separated = await deps.access.separatedFrom(userId);
    const found = await deps.store.chatLog.search(
      {
        roomIds: input.roomId === undefined ? [...names.keys()] : [input.roomId],
        words: input.query,
        fromUserId: input.fromUserId ?? null,
        has: input.has ?? null,
        before: input.before ?? null,
        after: input.after ?? null,
        hiddenUserIds: [...separated],
      },
      { limit: input.limit, after: fromCursor(input.cursor) },
    );
    const readable = await stillReadable(deps, userId, found.items);
    const items = readable.flatMap((message) => {
      const seen = messageFor(message, separated);
      return seen === null ? [] : [{ message: seen, roomName: names.get(message.roomId) ?? '' }];
    });
    const people = await deps.people.views(items.map(({ message }) => message.userId));
    return { items, people, nextCursor: toCursor(found.next) };
  };
}

function createListNotices(deps: MessageDeps): ChatOperationsOf<FindingName>['list-notices'] {
  return async ({ userId }, { spaceId, limit, cursor }) => {
    const names = await roomNames(deps, userId, spaceId);
    const hiddenUserIds = [...(await deps.access.separatedFrom(userId))];
    const query = { roomIds: [...names.keys()], hiddenUserIds };
    const page = { limit, after: fromCursor(cursor) };
    const found = await deps.store.chatLog.mentioning(userId, query, page);
    const readable = await stillReadable(deps, userId, found.items);
    const authors = await deps.people.views(readable.map((message) => message.userId));
    const byId = new Map(authors.map((author) => [author.id, author]));
    const items = readable.flatMap((message): Notice[] => {
      const from = byId.get(message.userId);
      const isMention = message.mentions.some((mention) => mention.userId === userId);
      const { id: messageId, roomId, seq, at } = message;
      const roomName = names.get(roomId) ?? '';
      const about = { roomId, roomName, messageId, seq, at, excerpt: excerptOf(message) };
      return from === undefined ? [] : [{ ...about, from, kind: isMention ? 'mention' : 'reply' }];
    });
    return { items, nextCursor: toCursor(found.next) };
  };
}

/** The rooms that somebody may read now, with their names. */
async function roomNames(deps: MessageDeps, userId: string, spaceId: string): Promise<Map<string, string>> {
  await deps.access.requireInSpace(userId, spaceId, 'use:chat');
  const rooms = await deps.access.roomsOf(userId, spaceId);
  return new Map(rooms.map(({ room }) => [room.id, room.name]));
}

/** Without the rooms that were closed to them while it was searched. */
async function stillReadable(deps: MessageDeps, userId: string, messages: Message[]): Promise<Message[]> {
  const closed = new Set<string>();
  for (const roomId of new Set(messages.map((message) => message.roomId))) {
    try {
      await deps.access.require(userId, roomId, 'read:room');
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      closed.add(roomId);
    }
  }
  return messages.filter(({ roomId }) => !closed.has(roomId));
}
