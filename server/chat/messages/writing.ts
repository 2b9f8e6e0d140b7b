import { v7 as uuidv7 } from 'uuid';
import type { Message } from '#lib/domain/chat/log.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatroom } from '../../persistence/ports.ts';
import type { ChatOperationsOf } from '../context.ts';
import { act, seqOf } from './act.ts';
import { logOf, type MessageDeps, nowOf } from './deps.ts';
import { filter, reportFiltered } from './filtered.ts';
import { mentionsOf } from './people.ts';

type WritingName = 'send-message' | 'edit-message' | 'delete-message' | 'react' | 'pin';

/** What is met by the filter: where, and by which term. */
interface Met {
  readonly room: Chatroom;
  readonly term: string;
}

/** Operations that write into a room's log. */
export function createWriting(deps: MessageDeps): ChatOperationsOf<WritingName> {
  return {
    'send-message': createSend(deps),
    'edit-message': createEdit(deps),
    'delete-message': createDelete(deps),
    react: createReact(deps),
    pin: createPin(deps),
  };
}

function createSend(deps: MessageDeps): ChatOperationsOf<WritingName>['send-message'] {
  const { slowMode, marks, bubbles } = deps;
  return async ({ userId }, { roomId, clientId, message, type, replyTo, fileId, mentions }) => {
    const content = message.trim();
    if (content === '' && (fileId ?? null) === null) {
      throw new RefusedError('bad_request', 'a message without words and without a file', 'payload.message');
    }
    let met: Met | null = null;
    let isCounted = false;
    const id = uuidv7();
    const written = await act(deps, {
      ...{ userId, roomId, clientId, permission: 'write:room', isAbout: 'message' },
      async draft({ room, subject }, sentId) {
        const term = await filter(deps, room, content);
        met = term === null ? null : { room, term };
        const named = await mentionsOf(deps, roomId, content, mentions);
        await slowMode.require({ room, subject }, userId, sentId);
        isCounted = true;
        const answered = { replyTo: replyTo ?? null, fileId: fileId ?? null };
        return { kind: 'message', id, type, content, mentions: named, ...answered };
      },
    }).catch((error: unknown) => {
      if (isCounted) slowMode.failed(roomId, userId);
      throw error;
    });
    const { entry } = written;
    if (entry?.kind !== 'message')
      throw new RefusedError('conflict', 'the client id was used for something else');
    const sent = entry.message;
    await reportMet(deps, met, { id: sent.id, authorId: userId, content }, sent.id === id);
    if (!bubbles.has(roomId)) marks.put({ roomId, userId, seq: entry.seq, isForOthers: false });
    return { id: sent.id, seq: entry.seq, at: entry.at, clientId: entry.clientId };
  };
}

function createEdit(deps: MessageDeps): ChatOperationsOf<WritingName>['edit-message'] {
  return async ({ userId }, { roomId, clientId, messageId, message, mentions }) => {
    let met: Met | null = null;
    const written = await act(deps, {
      ...{ userId, roomId, clientId, permission: 'write:room', isAbout: `edit ${messageId}` },
      async draft({ room }) {
        const term = await filter(deps, room, message);
        met = term === null ? null : { room, term };
        const named = await mentionsOf(deps, roomId, message, mentions);
        return { kind: 'edit', messageId, content: message, mentions: named };
      },
    });
    await reportMet(deps, met, { id: messageId, authorId: userId, content: message }, true);
    return { seq: seqOf(written) };
  };
}

function createDelete(deps: MessageDeps): ChatOperationsOf<WritingName>['delete-message'] {
  return async ({ userId }, { roomId, clientId, messageId }) => {
    const standing = await deps.access.require(userId, roomId, 'read:room');
    const [message] = await logOf(deps, roomId).findMessages(roomId, [messageId]);
    if (message === undefined) throw new RefusedError('not_found', 'there is no such message');
    const isOwn = message.userId === userId;
    const permission = isOwn ? 'delete:own-message' : 'delete:any-message';
    let isFirstTry = false;
    const written = await act(deps, {
      ...{ userId, roomId, clientId, permission, isAbout: `delete ${messageId}` },
      async draft() {
        isFirstTry = true;
        return { kind: 'delete', messageId };
      },
    });
    if (!isOwn && isFirstTry && written.isNew) await noteDeletion(deps, standing.room, userId, message);
    return { seq: seqOf(written) };
  };
}

/** A moderator's deletion goes on record, without the text. */
async function noteDeletion(
  deps: MessageDeps,
  { spaceId, id: roomId }: Chatroom,
  actorId: string,
  { id: messageId, userId: targetId }: Message,
): Promise<void> {
  const action = 'message.delete' as const;
  const detail = { roomId, messageId };
  await deps.store.audit.add({ id: uuidv7(), spaceId, at: nowOf(deps), action, actorId, targetId, detail });
}

function createReact(deps: MessageDeps): ChatOperationsOf<WritingName>['react'] {
  return async ({ userId }, { roomId, clientId, messageId, emoji, isOn }) => {
    const isAbout = `react ${messageId} ${emoji} ${isOn}`;
    const written = await act(deps, {
      ...{ userId, roomId, clientId, permission: 'write:room', isAbout },
      draft: () => Promise.resolve({ kind: 'react', messageId, emoji, isOn }),
    });
    return { seq: seqOf(written) };
  };
}

function createPin(deps: MessageDeps): ChatOperationsOf<WritingName>['pin'] {
  return async ({ userId }, { roomId, clientId, messageId, isOn }) => {
    const isAbout = `pin ${messageId} ${isOn}`;
    const written = await act(deps, {
      ...{ userId, roomId, clientId, permission: 'pin:message', isAbout },
      draft: () => Promise.resolve({ kind: 'pin', messageId, isOn }),
    });
    return { seq: seqOf(written) };
  };
}

async function reportMet(
  deps: MessageDeps,
  met: Met | null,
  message: { id: string; authorId: string; content: string },
  isNew: boolean,
): Promise<void> {
  if (met !== null && isNew) await reportFiltered(deps, met.room, message, met.term);
}
