import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#lib/domain/chat/log.ts';
import type { Appended, ChatLogRepository, Draft, StoredEntry } from '#server/persistence/ports.ts';

/** What a build can get wrong that a returning client would notice. */
export const defects = ['acknowledge-early', 'lost-order', 'doubled-retry'] as const;

export type Defect = (typeof defects)[number];

export const isDefect = (name: string): name is Defect => (defects as readonly string[]).includes(name);

/** How long what was acknowledged too early still waits for its transaction, in ms. */
const writtenLaterMs = 300;

/** Reads more of a room than any run writes. */
const wholeRoom = 100_000;

/** A log with a defect: it exists to be caught. */
export function breakChatLog(chatLog: ChatLogRepository, defect: Defect): ChatLogRepository {
  const appends: Record<Defect, ChatLogRepository['append']> = {
    'acknowledge-early': acknowledgingEarly(chatLog),
    'lost-order': losingOrder(chatLog),
    'doubled-retry': doublingRetries(chatLog),
  };
  return { ...chatLog, append: appends[defect] };
}

async function writtenBefore(
  { entriesAfter }: ChatLogRepository,
  { roomId, userId, clientId }: Draft,
): Promise<boolean> {
  const entries = await entriesAfter(roomId, 0, wholeRoom);
  return entries.some((entry) => entry.userId === userId && entry.clientId === clientId);
}

/**
 * Answers plain messages before they are written, with the numbers that they are going to have. Everything else waits
 * for them.
 */
function acknowledgingEarly(chatLog: ChatLogRepository): ChatLogRepository['append'] {
  let written: Promise<unknown> = Promise.resolve();
  const ahead = new Map<string, number>();

  async function promise(draft: Draft & { kind: 'message' }): Promise<Appended> {
    const { roomId, userId } = draft;
    const seq = (ahead.get(roomId) ?? (await chatLog.lastSeq(roomId))) + 1;
    ahead.set(roomId, seq);
    return { ok: true, isNew: true, entry: entryOf(draft, seq), messageAuthorId: userId };
  }

  return async (drafts) => {
    const plain = drafts.filter((draft) => draft.kind === 'message' && draft.replyTo === null);
    const isKnown = await Promise.all(drafts.map((draft) => writtenBefore(chatLog, draft)));
    if (plain.length < drafts.length || isKnown.includes(true)) {
      await written;
      ahead.clear();
      return await chatLog.append(drafts);
    }
    const answers: Appended[] = [];
    for (const draft of drafts) if (draft.kind === 'message') answers.push(await promise(draft));
    written = written.then(() => pause(writtenLaterMs)).then(() => chatLog.append(drafts));
    return answers;
  };
}

function entryOf(draft: Draft & { kind: 'message' }, seq: number): StoredEntry {
  const { id, roomId, userId, clientId, at, type, content, mentions } = draft;
  const fresh = { replyTo: null, threadId: null, replyCount: 0, editedAt: null, deletedAt: null };
  const message: Message = {
    ...{ id, roomId, seq, clientId, userId, at, type, content, mentions },
    ...{ ...fresh, file: null, pinnedAt: null, reactions: [] },
  };
  return { roomId, seq, at, userId, clientId, kind: 'message', message };
}

/** Writes a batch from its end, and answers as if it had been written from its beginning. */
function losingOrder(chatLog: ChatLogRepository): ChatLogRepository['append'] {
  return async (drafts) => {
    const answers = (await chatLog.append(drafts.toReversed())).toReversed();
    const numbers = new Map<string, number[]>();
    for (const answer of answers) {
      if (!isNewEntry(answer)) continue;
      const { roomId, seq } = answer.entry;
      numbers.set(
        roomId,
        [...(numbers.get(roomId) ?? []), seq].sort((a, b) => a - b),
      );
    }
    return answers.map((answer) => {
      if (!isNewEntry(answer)) return answer;
      const seq = numbers.get(answer.entry.roomId)?.shift() ?? answer.entry.seq;
      return { ...answer, entry: numbered(answer.entry, seq) };
    });
  };
}

type NewEntry = Extract<Appended, { isNew: boolean; entry: StoredEntry }>;

const isNewEntry = (answer: Appended): answer is NewEntry =>
  answer.ok && answer.isNew && answer.entry !== null;

const numbered = (entry: StoredEntry, seq: number): StoredEntry =>
  entry.kind === 'message' ? { ...entry, seq, message: { ...entry.message, seq } } : { ...entry, seq };

/** Takes what was sent a second time for something new. */
function doublingRetries(chatLog: ChatLogRepository): ChatLogRepository['append'] {
  return async (drafts) => {
    const forgetful = drafts.map(async (draft) =>
      (await writtenBefore(chatLog, draft)) ? { ...draft, clientId: uuidv7() } : draft,
    );
    const answers = await chatLog.append(await Promise.all(forgetful));
    return answers.map((answer, index) => {
      const clientId = drafts[index]?.clientId;
      if (!isNewEntry(answer) || clientId === undefined) return answer;
      return { ...answer, entry: renamed(answer.entry, clientId) };
    });
  };
}

const renamed = (entry: StoredEntry, clientId: string): StoredEntry =>
  entry.kind === 'message'
    ? { ...entry, clientId, message: { ...entry.message, clientId } }
    : { ...entry, clientId };
