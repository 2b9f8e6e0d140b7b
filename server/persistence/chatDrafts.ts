import { type Mention, type Message, reactionsMost } from '#lib/domain/chat/log.ts';
import { type AppendState, countersOf, refused, sendKey } from './chatAppendState.ts';
import { isId } from './pageKeys.ts';
import type { Appended, Draft, StoredEntry, StoredFile } from './ports/chat.ts';

type Kind<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

/** Databases take neither U+0000 nor halves of characters. */
const cleanText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

const cleanMentions = (mentions: readonly Mention[]): Mention[] =>
  mentions
    .filter(({ userId }) => isId(userId))
    .map(({ userId, name }) => ({ userId, name: cleanText(name) }));

/** A draft whose texts any database takes. */
export function cleanDraft(draft: Draft): Draft {
  if (draft.kind === 'react') return { ...draft, emoji: cleanText(draft.emoji) };
  if (draft.kind !== 'message' && draft.kind !== 'edit') return draft;
  return { ...draft, content: cleanText(draft.content), mentions: cleanMentions(draft.mentions) };
}

/**
 * What is to be said of a draft instead of writing it: a refusal, the entry that the same sending wrote before, or that
 * nothing would change. `null`: it is to be written.
 */
export function judgeDraft(state: AppendState, draft: Draft): Appended | null {
  if (!isId(draft.clientId)) return refused('bad_request', 'clientId is not an id.');
  const room = countersOf(state, draft.roomId);
  if (room === undefined) return refused('not_found', 'There is no such room.');
  if (!state.basis.userIds.has(draft.userId)) return refused('not_found', 'There is no such person.');
  const before = state.written.get(sendKey(draft));
  if (before !== undefined) return sentBefore(state, draft, before);
  if (draft.kind === 'message') return judgeMessage(state, draft);
  const message = targetOf(state, draft.roomId, draft.messageId);
  if (message === null) return refused('not_found', 'There is no such message in this room.');
  const judged = judgeChange(draft, message);
  return judged === 'nothing' ? { ok: true, isNew: false, entry: null, seq: room.lastSeq } : judged;
}

function targetOf(state: AppendState, roomId: string, id: string): Message | null {
  const message = state.messages.get(id);
  return message?.roomId === roomId ? message : null;
}

/** The same sending again gets its entry; another one with the same id is refused. */
function sentBefore(state: AppendState, draft: Draft, entry: StoredEntry): Appended {
  if (!isSame(draft, entry)) return refused('conflict', 'The clientId was used for something else.');
  const authorId = entry.kind === 'message' ? entry.userId : state.messages.get(entry.messageId)?.userId;
  return { ok: true, isNew: false, entry, messageAuthorId: authorId ?? entry.userId };
}

/** A message's text says nothing about that: it may have been edited since. */
function isSame(draft: Draft, entry: StoredEntry): boolean {
  if (draft.kind === 'message' || entry.kind === 'message') return draft.kind === entry.kind;
  if (draft.kind !== entry.kind || draft.messageId !== entry.messageId) return false;
  if (draft.kind === 'react' && entry.kind === 'react') {
    return draft.emoji === entry.emoji && draft.isOn === entry.isOn;
  }
  if (draft.kind === 'pin' && entry.kind === 'pin') return draft.isOn === entry.isOn;
  return true;
}

function judgeMessage(state: AppendState, draft: Kind<'message'>): Appended | null {
  if (!isId(draft.id)) return refused('bad_request', 'The id of the message is not an id.');
  if (state.messages.has(draft.id)) return refused('conflict', 'There is a message of that id.');
  if (draft.replyTo !== null) {
    const answered = targetOf(state, draft.roomId, draft.replyTo);
    if (answered === null) return refused('not_found', 'What it answers is not in this room.');
    if (answered.deletedAt !== null) return refused('message_deleted', 'What it answers was deleted.');
  }
  return draft.fileId === null ? null : judgeFile(draft, state.files.get(draft.fileId));
}

function judgeFile(draft: Kind<'message'>, file: StoredFile | undefined): Appended | null {
  if (file === undefined || file.roomId !== draft.roomId) {
    return refused('not_found', 'There is no such file in this room.');
  }
  if (file.uploaderId !== draft.userId) return refused('forbidden', 'Somebody else uploaded this file.');
  return file.messageId === null ? null : refused('conflict', 'The file was sent already.');
}

function judgeChange(draft: Exclude<Draft, Kind<'message'>>, message: Message): Appended | 'nothing' | null {
  if (draft.kind === 'delete') return message.deletedAt === null ? null : 'nothing';
  if (draft.kind === 'edit' && message.userId !== draft.userId) {
    return refused('forbidden', 'Only who wrote a message edits it.');
  }
  if (message.deletedAt !== null) return refused('message_deleted', 'The message was deleted.');
  if (draft.kind === 'react') return judgeReaction(draft, message);
  if (draft.kind === 'pin') return (message.pinnedAt !== null) === draft.isOn ? 'nothing' : null;
  const isSameText = message.content === draft.content && isSameList(message.mentions, draft.mentions);
  return isSameText ? 'nothing' : null;
}

const isSameList = (a: readonly Mention[], b: readonly Mention[]): boolean =>
  a.length === b.length &&
  a.every(({ userId, name }, index) => b[index]?.userId === userId && b[index]?.name === name);

function judgeReaction(
  { emoji, isOn, userId }: Kind<'react'>,
  { reactions }: Message,
): Appended | 'nothing' | null {
  const reaction = reactions.find((candidate) => candidate.emoji === emoji);
  if ((reaction?.userIds.includes(userId) ?? false) === isOn) return 'nothing';
  const isOneMore = isOn && reaction === undefined && reactions.length >= reactionsMost;
  return isOneMore ? refused('conflict', 'The message has too many different reactions.') : null;
}

/** The message that a draft brings; takes its file, so that no other one can. */
export function newMessage(state: AppendState, draft: Kind<'message'>, seq: number): Message {
  const answered = draft.replyTo === null ? null : targetOf(state, draft.roomId, draft.replyTo);
  return {
    id: draft.id,
    roomId: draft.roomId,
    seq,
    clientId: draft.clientId,
    userId: draft.userId,
    at: draft.at,
    type: draft.type,
    content: draft.content,
    mentions: draft.mentions,
    file: draft.fileId === null ? null : takeFile(state, draft.fileId, draft.id),
    replyTo: draft.replyTo,
    threadId: answered === null ? null : (answered.threadId ?? answered.id),
    replyCount: 0,
    editedAt: null,
    deletedAt: null,
    pinnedAt: null,
    reactions: [],
  };
}

function takeFile(state: AppendState, fileId: string, messageId: string): Message['file'] {
  const file = state.files.get(fileId);
  if (file === undefined) return null;
  state.files.set(fileId, { ...file, messageId });
  state.sentFiles.push({ fileId, messageId });
  const { id, name, type, sizeBytes, width, height, durationMs } = file;
  return { id, name, type, sizeBytes, width, height, durationMs };
}
