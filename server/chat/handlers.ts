import type { ChatOperationName } from '#lib/protocol/chat/operations.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { RoomOf } from '../persistence/ports.ts';
import type { ChatContext, ChatOperationsOf } from './context.ts';
import type { MessageDeps } from './messages/deps.ts';
import { toMissed } from './messages/missed.ts';
import type { ChatActor, ChatCaller, ChatHandlers } from './ports.ts';
import type { Audience, Seat } from './telling/Audience.ts';
import { toStockMessage } from './telling/entryViews.ts';
import type { Streams } from './telling/Streams.ts';
import type { Typing } from './telling/Typing.ts';

export interface HandlersDeps {
  readonly audience: Audience;
  readonly streams: Streams;
  readonly typing: Typing;
  readonly messages: MessageDeps;
  readonly context: ChatContext;
  readonly operations: ChatOperationsOf<ChatOperationName>;
}

const actorOf = ({ identity, link }: ChatCaller): ChatActor => ({ userId: identity.userId, linkId: link.id });

/** Answers what comes over `/chat`. Connections chat in the one space that they were opened for. */
export function createHandlers(deps: HandlersDeps): ChatHandlers {
  const { operations, typing } = deps;
  return {
    sync: createSync(deps),
    'join-room': createJoin(deps),
    'leave-room': (caller, { roomId }) => {
      const seat = requireSeat(deps, caller);
      typing.end(seat, roomId);
      if (seat.rooms.has(roomId)) seat.left.add(roomId);
      deps.streams.mute(seat, roomId);
      return {};
    },
    'send-message': inSpace(deps, operations['send-message']),
    'edit-message': inSpace(deps, operations['edit-message']),
    'delete-message': inSpace(deps, operations['delete-message']),
    react: inSpace(deps, operations.react),
    pin: inSpace(deps, operations.pin),
    'read-history': inSpace(deps, operations['read-history']),
    'mark-read': inSpace(deps, operations['mark-read']),
    typing: async (caller, { roomId }) => {
      const seat = requireSeat(deps, caller);
      await requireHere(deps, caller, roomId);
      await deps.messages.access.require(caller.identity.userId, roomId, 'write:room');
      typing.begin(seat, roomId);
      return {};
    },
    'stop-typing': (caller, { roomId }) => {
      typing.end(requireSeat(deps, caller), roomId);
      return {};
    },
  };
}

function requireSeat({ audience }: Pick<HandlersDeps, 'audience'>, { link }: ChatCaller): Seat {
  const seat = audience.seat(link.id);
  if (seat === null) throw new RefusedError('not_joined', 'the chat of this connection has ended');
  return seat;
}

/** A ticket opens one space: rooms of others are answered as if there were none. */
async function requireHere(deps: HandlersDeps, { identity }: ChatCaller, roomId: string): Promise<void> {
  if ((await deps.messages.access.spaceOf(roomId)) === identity.spaceId) return;
  throw new RefusedError('not_found', 'there is no such room');
}

type Operation<Input, Reply> = (actor: ChatActor, input: Input) => Promise<Reply>;

function inSpace<Input extends { roomId: string }, Reply>(
  deps: HandlersDeps,
  operation: Operation<Input, Reply>,
): (caller: ChatCaller, input: Input) => Promise<Reply> {
  return async (caller, input) => {
    requireSeat(deps, caller);
    await requireHere(deps, caller, input.roomId);
    return await operation(actorOf(caller), input);
  };
}

/** Readings that were overtaken by a change of the person's rights are made again, so often at most. */
const readingsMost = 5;

/** Reads until nothing changed meanwhile of what the person may read. */
async function whileUnchanged<Answer>(
  deps: HandlersDeps,
  caller: ChatCaller,
  read: () => Promise<Answer>,
): Promise<Answer> {
  for (let reading = 0; reading < readingsMost; reading += 1) {
    const { changes } = requireSeat(deps, caller);
    const answer = await read();
    if (requireSeat(deps, caller).changes === changes) return answer;
  }
  throw new RefusedError('unavailable', 'what is read changes all the time');
}

/** Entries of all rooms together in one answer; the rooms that are left over are told to reload. */
const missedMost = 2_000;

interface Question {
  readonly roomId: string;
  readonly afterSeq: number;
  readonly lastSeq: number;
  readonly isTooMuch: boolean;
}

/** What is asked of rooms that the person may read, of each once: one message must not bring hundreds of megabytes. */
function questionsOf(
  known: readonly { readonly roomId: string; readonly afterSeq: number }[],
  rows: readonly RoomOf[],
): Question[] {
  const lastSeqs = new Map(rows.map(({ room }) => [room.id, room.lastSeq]));
  let entries = 0;
  return [...new Map(known.map((one) => [one.roomId, one])).values()].flatMap(({ roomId, afterSeq }) => {
    const lastSeq = lastSeqs.get(roomId);
    if (lastSeq === undefined) return [];
    const count = Math.max(0, lastSeq - afterSeq);
    const isTooMuch = entries + count > missedMost;
    if (!isTooMuch) entries += count;
    return [{ roomId, afterSeq, lastSeq, isTooMuch }];
  });
}

/** The connection listens already: what is written while this reads reaches it by itself. */
function createSync(deps: HandlersDeps): ChatHandlers['sync'] {
  const { messages, context } = deps;
  return (caller, { rooms: known }) =>
    whileUnchanged(deps, caller, async () => {
      const { userId, spaceId } = caller.identity;
      await messages.marks.settle(userId);
      await messages.access.requireInSpace(userId, spaceId, 'use:chat');
      const rows = await readRooms(messages, userId, spaceId);
      const missed = await Promise.all(
        questionsOf(known, rows).map(({ roomId, afterSeq, lastSeq, isTooMuch }) =>
          isTooMuch
            ? { roomId, kind: 'reload' as const, entries: [], people: [], lastSeq }
            : toMissed(messages, userId, roomId, afterSeq, lastSeq),
        ),
      );
      return { rooms: await context.viewsOf(rows, userId), missed };
    });
}

/** All rooms that somebody may read, their bubble's too. */
async function readRooms(messages: MessageDeps, userId: string, spaceId: string): Promise<RoomOf[]> {
  const { access, bubbles } = messages;
  const stored = await access.roomsOf(userId, spaceId);
  const inBubbles = bubbles.of(spaceId, userId).map((id) => bubbles.chatrooms.of(id, userId));
  return [...stored, ...(await Promise.all(inBubbles)).filter((row) => row !== null)];
}

function createJoin(deps: HandlersDeps): ChatHandlers['join-room'] {
  const { operations } = deps;
  return async (caller, { roomId }) => {
    requireSeat(deps, caller);
    await requireHere(deps, caller, roomId);
    const actor = actorOf(caller);
    const { room } = await operations['enter-room'](actor, { roomId });
    await listen(deps, caller, roomId);
    const page = await operations['recent-messages'](actor, { roomId });
    if (!caller.link.speaksEntries) {
      const people = new Map(page.people.map((person) => [person.id, person]));
      const messages = page.messages
        .filter(({ deletedAt }) => deletedAt === null)
        .map((message) => toStockMessage(message, people.get(message.userId)));
      caller.link.send('recent-messages', { roomId, messages });
    }
    return { room, page };
  };
}

/** The connection gets the entries of a room, if its person is a member at that moment. */
async function listen(deps: HandlersDeps, caller: ChatCaller, roomId: string): Promise<void> {
  const { access, bubbles } = deps.messages;
  const { userId } = caller.identity;
  const standing = await whileUnchanged(deps, caller, () => access.standing(userId, roomId));
  if (standing === null || standing.subject.roomRole === null) return;
  const seat = requireSeat(deps, caller);
  seat.left.delete(roomId);
  const since = bubbles.since(roomId, userId);
  deps.streams.listen(seat, roomId, since, since ?? 0);
}
