import { pinsMost } from '#lib/domain/chat/limits.ts';
import type { Message } from '#lib/domain/chat/log.ts';
import { sendKey } from '../../chatAppendState.ts';
import type { ChatLogRepository } from '../../ports/chat.ts';
import { pageById, pageByInstant } from '../pages.ts';
import { copy, type Tables } from '../tables.ts';
import { append } from './chatLogAppend.ts';
import { figures } from './chatLogFigures.ts';
import { search } from './chatLogSearch.ts';
import { entriesOf, findMessage, messagesOf, originalKey } from './logTables.ts';

function readEntries(
  tables: Tables,
): Pick<ChatLogRepository, 'entriesAfter' | 'entriesAfterMany' | 'findSent' | 'revisions' | 'lastSeq'> {
  const after = (roomId: string, afterSeq: number, limit: number) =>
    entriesOf(tables, roomId).slice(afterSeq, afterSeq + limit);
  return {
    entriesAfter: async (roomId, afterSeq, limit) => copy(after(roomId, afterSeq, limit)),
    async entriesAfterMany(wanted, limit) {
      return copy(wanted.flatMap(({ roomId, afterSeq }) => after(roomId, afterSeq, limit)));
    },
    async findSent(sent) {
      const seq = tables.chatSends.get(sendKey(sent));
      return seq === undefined ? null : copy(entriesOf(tables, sent.roomId)[seq - 1] ?? null);
    },
    async revisions(roomId, messageId) {
      return entriesOf(tables, roomId).flatMap((entry) => {
        const isIts = entry.kind === 'edit' && entry.messageId === messageId;
        const isItself = entry.kind === 'message' && entry.message.id === messageId;
        if (!isIts && !isItself) return [];
        const now = entry.kind === 'message' ? entry.message.content : entry.content;
        const content = tables.chatOriginals.get(originalKey(roomId, entry.seq)) ?? now;
        return [{ at: entry.at, userId: entry.userId, content }];
      });
    },
    lastSeq: async (roomId) => entriesOf(tables, roomId).length,
  };
}

function readMessages(
  tables: Tables,
): Pick<
  ChatLogRepository,
  'messagesBefore' | 'messagesAfter' | 'seqAt' | 'findMessages' | 'thread' | 'pins' | 'lastMessageAt'
> {
  const those = (roomId: string, matches: (message: Message) => boolean) =>
    messagesOf(tables, roomId).filter(matches);
  return {
    async messagesBefore(roomId, beforeSeq, limit) {
      return copy(those(roomId, ({ seq }) => beforeSeq === null || seq < beforeSeq).slice(-limit));
    },
    async messagesAfter(roomId, afterSeq, limit) {
      return copy(those(roomId, ({ seq }) => seq > afterSeq).slice(0, limit));
    },
    seqAt: async (roomId, at) => those(roomId, (message) => message.at >= at)[0]?.seq ?? null,
    async findMessages(roomId, ids) {
      const found = [...new Set(ids)].map((id) => findMessage(tables, id));
      return copy(
        found
          .filter((message) => message !== null)
          .filter((message) => message.roomId === roomId)
          .sort((a, b) => a.seq - b.seq),
      );
    },
    async thread({ roomId, threadId, afterSeq, hiddenUserIds }, limit) {
      const isOfIt = (message: Message) => message.id === threadId || message.threadId === threadId;
      const isWanted = ({ seq, userId }: Message) => seq > afterSeq && !hiddenUserIds.includes(userId);
      return copy(those(roomId, (message) => isOfIt(message) && isWanted(message)).slice(0, limit));
    },
    async pins(roomId) {
      const order = ({ pinnedAt, seq }: Message) => `${pinnedAt}/${String(seq).padStart(10, '0')}`;
      const pinned = those(roomId, ({ pinnedAt }) => pinnedAt !== null);
      return copy(pinned.sort((a, b) => (order(a) > order(b) ? -1 : 1)).slice(0, pinsMost));
    },
    async lastMessageAt(roomId, userId) {
      const times = those(roomId, (message) => message.userId === userId).map(({ at }) => at);
      return times.reduce<string | null>((last, at) => (last === null || at > last ? at : last), null);
    },
  };
}

function gather(tables: Tables): Pick<ChatLogRepository, 'search' | 'mentioning' | 'writtenBy' | 'figures'> {
  return {
    search: async (query, page) => copy(search(tables, query, page)),
    figures: async (query) => copy(figures(tables, query)),
    async mentioning(userId, { roomIds, hiddenUserIds }, page) {
      const answered = ({ replyTo }: Message) =>
        replyTo === null ? undefined : findMessage(tables, replyTo)?.userId;
      const found = [...new Set(roomIds)]
        .flatMap((roomId) => messagesOf(tables, roomId))
        .filter((message) => message.deletedAt === null && message.userId !== userId)
        .filter((message) => !hiddenUserIds.includes(message.userId))
        .filter(
          (message) =>
            answered(message) === userId || message.mentions.some((mention) => mention.userId === userId),
        );
      return copy(pageById(found, page, ({ id }) => id));
    },
    async writtenBy(userId, page) {
      const theirs = [...tables.chatEntries.keys()]
        .flatMap((roomId) => messagesOf(tables, roomId))
        .filter((message) => message.userId === userId);
      const order = { at: ({ at }: Message) => at, id: ({ id }: Message) => id, direction: 1 } as const;
      return copy(pageByInstant(theirs, page, order));
    },
  };
}

/**
 * The log of all rooms in the memory of this process. It also keeps the rooms of bubbles, whose store knows neither
 * spaces nor people.
 */
export function memoryChatLog(tables: Tables): ChatLogRepository {
  return {
    append: async (drafts) => append(tables, drafts),
    ...readEntries(tables),
    ...readMessages(tables),
    ...gather(tables),
  };
}
