import type { Message } from '#lib/domain/chat/log.ts';
import type { MessagePage, Missed, StockMessage } from '#lib/protocol/chat/views.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { StoredEntry } from '../../persistence/ports.ts';

/** A message and an entry as they travel. */
export type MessageView = MessagePage['messages'][number];
export type EntryView = Missed['entries'][number];

function viewOf(message: Message): MessageView {
  const reactions = message.reactions.map(({ emoji, userIds }) => ({ emoji, userIds: [...userIds] }));
  return { ...message, mentions: [...message.mentions], reactions };
}

type Upon = Exclude<StoredEntry, { kind: 'message' }>;

function toEntryUpon(stored: Upon): EntryView {
  const { seq, at, userId, messageId } = stored;
  switch (stored.kind) {
    case 'edit':
      return { kind: 'edit', seq, at, userId, messageId, content: stored.content, mentions: stored.mentions };
    case 'delete':
      return { kind: 'delete', seq, at, userId, messageId };
    case 'react':
      return { kind: 'react', seq, at, userId, messageId, emoji: stored.emoji, isOn: stored.isOn };
    case 'pin':
      return { kind: 'pin', seq, at, userId, messageId, isOn: stored.isOn };
  }
}

/**
 * Whether an entry is kept from whoever is separated from its author. Deletions and pins are not: a moderator's hand
 * reaches those who block them, too.
 */
export function isHideable({ kind }: StoredEntry): boolean {
  return kind === 'message' || kind === 'edit' || kind === 'react';
}

const hides = (stored: StoredEntry, separated: ReadonlySet<string>): boolean =>
  isHideable(stored) && separated.has(stored.userId);

/**
 * An entry that is delivered as it happens, for somebody who is separated from these people: a message as it was written.
 * It may have been read from the log, where it stands as it is now; what happened to it follows.
 */
export function toLiveEntry(stored: StoredEntry, separated: ReadonlySet<string>): EntryView {
  const { seq, at } = stored;
  if (hides(stored, separated)) return { kind: 'hidden', seq, at };
  if (stored.kind !== 'message') return toEntryUpon(stored);
  const message = { ...viewOf(stored.message), reactions: [], replyCount: 0 };
  return { kind: 'message', seq, at, message };
}

/** Entries as those see them who are separated from nobody: a thousand returning clients share them. */
const wholeViews = new WeakMap<StoredEntry, EntryView>();

/**
 * An entry that somebody missed: a message as it stands at the end of what they missed. Stored entries are never changed
 * in place, so one that was shown before is shown again.
 */
export function toMissedEntry(stored: StoredEntry, separated: ReadonlySet<string>): EntryView {
  if (separated.size > 0) return missedView(stored, separated);
  const known = wholeViews.get(stored);
  if (known !== undefined) return known;
  const view = missedView(stored, separated);
  wholeViews.set(stored, view);
  return view;
}

function missedView(stored: StoredEntry, separated: ReadonlySet<string>): EntryView {
  const { seq, at } = stored;
  if (hides(stored, separated)) return { kind: 'hidden', seq, at };
  if (stored.kind !== 'message') return toEntryUpon(stored);
  const message = messageFor(stored.message, separated);
  return message === null ? { kind: 'hidden', seq, at } : { kind: 'message', seq, at, message };
}

/** A message as somebody sees it who is separated from these people; `null`: not at all. */
export function messageFor(message: Message, separated: ReadonlySet<string>): MessageView | null {
  if (separated.has(message.userId)) return null;
  const view = viewOf(message);
  if (separated.size === 0) return view;
  const reactions = view.reactions
    .map(({ emoji, userIds }) => ({ emoji, userIds: userIds.filter((id) => !separated.has(id)) }))
    .filter(({ userIds }) => userIds.length > 0);
  return { ...view, reactions };
}

/** Ids of everybody whom a message names. */
export function namedInMessage({ userId, mentions, reactions }: Message): string[] {
  return [
    userId,
    ...mentions.map((mention) => mention.userId),
    ...reactions.flatMap(({ userIds }) => userIds),
  ];
}

/** Ids of everybody whom entries name. */
export function namedInEntries(entries: readonly EntryView[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'message') return namedInMessage(entry.message);
    if (entry.kind === 'hidden') return [];
    const mentioned = entry.kind === 'edit' ? entry.mentions.map(({ userId }) => userId) : [];
    return [entry.userId, ...mentioned];
  });
}

/** A message as SPEC names it. */
export function toStockMessage(message: Message, author: PersonView | undefined): StockMessage {
  const { id, roomId, seq, content, type, userId, at, clientId, replyTo, file } = message;
  const username = author?.name ?? '';
  return {
    id,
    roomId,
    seq,
    message: content,
    type,
    userId,
    username,
    timestamp: at,
    clientId,
    replyTo,
    file,
  };
}
