import type { Message } from '#lib/domain/chat/log.ts';
import { isAllowedInRoom } from '#lib/domain/chat/rooms.ts';
import type { Notice } from '#lib/protocol/chat/views.ts';
import type { ChatLogRepository, StoredEntry } from '../../persistence/ports.ts';

import type { Access } from '../access/Access.ts';
import type { ChatPeople } from '../context.ts';
import type { Audience } from './Audience.ts';

/** Longest excerpt, in code points. */
const excerptMost = 140;

/** The beginning of what a message says, on one line. */
export function excerptOf({ content, file }: Message): string {
  const text = content.replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return file?.name ?? '';
  const signs = [...text];
  return signs.length <= excerptMost ? text : `${signs.slice(0, excerptMost - 1).join('')}…`;
}

export interface NoticesDeps {
  readonly audience: Audience;
  readonly access: Access;
  readonly people: ChatPeople;
  readonly findMessages: ChatLogRepository['findMessages'];
}

/** Tells connected people what is for them in particular: a mention, an answer, a direct message. */
export class Notices {
  readonly #deps: NoticesDeps;

  constructor(deps: NoticesDeps) {
    this.#deps = deps;
  }

  /** Entries that were just delivered. */
  async tell(roomId: string, entries: readonly StoredEntry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.kind === 'message' && entry.message.deletedAt === null)
        await this.#tellOf(roomId, entry.message);
    }
  }

  async #tellOf(roomId: string, message: Message): Promise<void> {
    const { audience } = this.#deps;
    const kinds = new Map<string, Notice['kind']>();
    for (const userId of await this.#otherOfDirect(roomId, message)) kinds.set(userId, 'direct');
    const answered = await this.#answered(roomId, message);
    if (answered !== null) kinds.set(answered, 'reply');
    for (const { userId } of message.mentions) kinds.set(userId, 'mention');
    kinds.delete(message.userId);
    for (const [userId, kind] of kinds) {
      if (audience.ofUser(userId).length > 0) await this.#send(userId, kind, message);
    }
  }

  async #otherOfDirect(roomId: string, { userId }: Message): Promise<string[]> {
    const standing = await this.#deps.access.standing(userId, roomId);
    if (standing?.room.kind !== 'direct') return [];
    return (standing.room.directKey ?? '').split(':').filter((id) => id !== userId);
  }

  async #answered(roomId: string, { replyTo }: Message): Promise<string | null> {
    if (replyTo === null) return null;
    const [answered] = await this.#deps.findMessages(roomId, [replyTo]);
    return answered?.userId ?? null;
  }

  /** Only whoever may read the room and is not separated from the author hears of it. */
  async #send(userId: string, kind: Notice['kind'], message: Message): Promise<void> {
    const { access, audience, people } = this.#deps;
    const separated = await access.separatedFrom(userId);
    if (separated.has(message.userId)) return;
    const [from] = await people.views([message.userId]);
    const standing = await access.standing(userId, message.roomId);
    if (from === undefined || standing === null || !isAllowedInRoom(standing.subject, 'read:room')) return;
    const { id: messageId, roomId, seq, at } = message;
    const excerpt = excerptOf(message);
    const notice = { kind, roomId, roomName: standing.room.name, messageId, seq, from, excerpt, at };
    for (const { link } of audience.ofUser(userId, standing.room.spaceId)) link.send('notice', notice);
  }
}
