import type { Message } from '#lib/domain/chat/log.ts';
import type { MessagePage } from '#lib/protocol/chat/views.ts';
import { type MessageView, messageFor, namedInMessage } from '../telling/entryViews.ts';
import { logOf, type MessageDeps } from './deps.ts';

/** A stretch of a room as it was read. */
export interface Stretch {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly lastSeq: number;
}

/** A stretch as somebody sees it: without those they are separated from, with the people and the quoted messages. */
export async function toPage(
  deps: MessageDeps,
  userId: string,
  roomId: string,
  { messages, ...bounds }: Stretch,
): Promise<MessagePage> {
  const since = deps.bubbles.since(roomId, userId) ?? 0;
  const separated = await deps.access.separatedFrom(userId);
  const seen = visible(messages, separated, since);
  const isHere = new Set(messages.map(({ id }) => id));
  const outside = seen.flatMap(({ replyTo }) => (replyTo === null || isHere.has(replyTo) ? [] : [replyTo]));
  const read =
    outside.length === 0 ? [] : await logOf(deps, roomId).findMessages(roomId, [...new Set(outside)]);
  const quoted = visible(read, separated, since);
  const people = await deps.people.views([...seen, ...quoted].flatMap(namedInMessage));
  const hasOlder = bounds.hasOlder && (messages[0]?.seq ?? 0) > since + 1;
  return { roomId, ...bounds, hasOlder, messages: seen, quoted, people };
}

function visible(messages: readonly Message[], separated: ReadonlySet<string>, since: number): MessageView[] {
  return messages.flatMap((message) => (message.seq <= since ? [] : (messageFor(message, separated) ?? [])));
}
