/** What a message is made of. `text` may stand beside a file in the others. */
export const messageTypes = ['text', 'image', 'file', 'voice'] as const;

export type MessageType = (typeof messageTypes)[number];

/** A file that was sent with a message. */
export interface ChatFile {
  readonly id: string;
  readonly name: string;
  /** Media type, found from the content. */
  readonly type: string;
  readonly sizeBytes: number;
  /** Of images, in px. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of voice messages, in ms. */
  readonly durationMs: number | null;
}

/** Somebody who was mentioned, with the name that stands in the text after an `@`. */
export interface Mention {
  readonly userId: string;
  readonly name: string;
}

/** Who reacted with one emoji, in the order in which they did. */
export interface Reaction {
  readonly emoji: string;
  readonly userIds: readonly string[];
}

/**
 * A message as it stands now. People are named by id; whoever sends messages sends their `people` along. A deleted one
 * is a tombstone: no content, file, mentions or reactions.
 */
export interface Message {
  readonly id: string;
  readonly roomId: string;
  /** Number of the event that brought it, in the room's one sequence. */
  readonly seq: number;
  /** The sender's own id of it: a second try is recognised by it. */
  readonly clientId: string;
  readonly userId: string;
  readonly at: string;
  readonly type: MessageType;
  readonly content: string;
  readonly mentions: readonly Mention[];
  readonly file: ChatFile | null;
  /** The message that it answers. */
  readonly replyTo: string | null;
  /** First message of the thread that it belongs to, when it answers something. */
  readonly threadId: string | null;
  /** Of a thread's first message: how many answers it has. */
  readonly replyCount: number;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  readonly pinnedAt: string | null;
  readonly reactions: readonly Reaction[];
}

interface Numbered {
  /** From 1 upwards, without gaps, in one sequence per room. */
  readonly seq: number;
  readonly at: string;
}

interface Upon extends Numbered {
  readonly userId: string;
  readonly messageId: string;
}

/** One entry of a room's log. `hidden` stands for one that the reader may not see because of a personal block. */
export type LogEntry =
  | (Numbered & { readonly kind: 'message'; readonly message: Message })
  | (Upon & { readonly kind: 'edit'; readonly content: string; readonly mentions: readonly Mention[] })
  | (Upon & { readonly kind: 'delete' })
  | (Upon & { readonly kind: 'react'; readonly emoji: string; readonly isOn: boolean })
  | (Upon & { readonly kind: 'pin'; readonly isOn: boolean })
  | (Numbered & { readonly kind: 'hidden' });

export type LogEntryKind = LogEntry['kind'];

/** Different emoji on one message, as other products have it; a wall of them says nothing any more. */
export const reactionsMost = 20;

/**
 * A message after an entry that concerns it. Entries that are applied already change nothing, so a replay over a page
 * that was read later is harmless. Another room's or message's entry is the caller's bug.
 */
export function applyToMessage(message: Message, entry: LogEntry): Message {
  if (message.deletedAt !== null) return message;
  switch (entry.kind) {
    case 'edit':
      return { ...message, content: entry.content, mentions: entry.mentions, editedAt: entry.at };
    case 'delete':
      return tombstoneOf(message, entry.at);
    case 'react':
      return { ...message, reactions: react(message.reactions, entry) };
    case 'pin':
      return { ...message, pinnedAt: entry.isOn ? (message.pinnedAt ?? entry.at) : null };
    case 'message':
    case 'hidden':
      return message;
  }
}

/** What is left of a deleted message. */
export function tombstoneOf(message: Message, at: string): Message {
  return {
    ...message,
    type: 'text',
    content: '',
    mentions: [],
    file: null,
    pinnedAt: null,
    reactions: [],
    deletedAt: at,
  };
}

function react(
  reactions: readonly Reaction[],
  { emoji, userId, isOn }: { emoji: string; userId: string; isOn: boolean },
): Reaction[] {
  const known = reactions.some((reaction) => reaction.emoji === emoji);
  const all = known || !isOn ? reactions : [...reactions, { emoji, userIds: [] }];
  const changed = all.map((reaction) => {
    if (reaction.emoji !== emoji) return reaction;
    const others = reaction.userIds.filter((id) => id !== userId);
    if (!isOn) return { emoji, userIds: others };
    return reaction.userIds.includes(userId) ? reaction : { emoji, userIds: [...others, userId] };
  });
  return changed.filter(({ userIds }) => userIds.length > 0);
}
