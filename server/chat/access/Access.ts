import { isAllowed, type SpacePermission } from '#lib/domain/access/permissions.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { isAllowedInRoom, type RoomPermission } from '#lib/domain/chat/rooms.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Chatroom, RoomMember, RoomOf, Store } from '../../persistence/ports.ts';
import type { BubbleRooms } from '../bubbles/BubbleRooms.ts';
import type { ChatAccess, RoomStanding } from '../context.ts';
import { pairOf, partsOf } from '../keys.ts';
import { KeptReadings } from './KeptReadings.ts';
import { SpaceReadings, type SpaceVerdict } from './SpaceReadings.ts';

export interface AccessDeps {
  readonly store: Pick<Store, 'spaces' | 'bans' | 'blocks' | 'chatrooms' | 'chatModeration'>;
  readonly bubbles: BubbleRooms;
  readonly clock: Clock;
  readonly keptMs: number;
}

/** What is out of date; all of a kind where it is `null`. */
export interface Stale {
  readonly spaceId: string | null;
  readonly roomId: string | null;
  readonly userId: string | null;
}

const noRoom = (): RefusedError => new RefusedError('not_found', 'there is no such room');

/** Who may do what in the chat, from what was read lately. It reads rights and changes none. */
export class Access implements ChatAccess {
  readonly spaces: SpaceReadings;
  readonly #deps: AccessDeps;
  readonly #rooms: KeptReadings<Chatroom | null>;
  readonly #members: KeptReadings<RoomMember | null>;
  readonly #separations: KeptReadings<ReadonlySet<string>>;

  constructor(deps: AccessDeps) {
    this.#deps = deps;
    const { store, clock, keptMs } = deps;
    this.spaces = new SpaceReadings(deps);
    this.#rooms = new KeptReadings({ clock, keptMs, most: 20_000, read: (id) => store.chatrooms.find(id) });
    this.#members = new KeptReadings({
      clock,
      keptMs,
      most: 100_000,
      read: async (key) => (await store.chatrooms.of(...partsOf(key)))?.member ?? null,
    });
    this.#separations = new KeptReadings({
      clock,
      keptMs,
      most: 50_000,
      read: async (userId) => new Set(await store.blocks.partiesOf(userId)),
    });
  }

  async require(userId: string, roomId: string, permission: RoomPermission): Promise<RoomStanding> {
    const standing = await this.standing(userId, roomId);
    if (standing === null || !isAllowedInRoom(standing.subject, 'read:room')) throw noRoom();
    if (isAllowedInRoom(standing.subject, permission)) return standing;
    if (isAllowedInRoom({ ...standing.subject, isMuted: false }, permission)) {
      throw new RefusedError('muted', 'a moderator has taken your voice in this chat');
    }
    throw new RefusedError('forbidden', `this needs the right ${permission}`);
  }

  /** A room and what somebody is in it, whatever they may; `null`: there is no such room. */
  async standing(userId: string, roomId: string): Promise<RoomStanding | null> {
    const { bubbles } = this.#deps;
    const isBubble = bubbles.has(roomId);
    const room = isBubble ? bubbles.room(roomId) : await this.#rooms.get(roomId);
    if (room === null) return null;
    const [verdict, member, isMuted] = await Promise.all([
      this.spaces.judge(userId, room.spaceId),
      isBubble ? null : this.#members.get(pairOf(roomId, userId)),
      this.spaces.isMuted(userId, room.spaceId),
    ]);
    const bubbleRole = bubbles.since(roomId, userId) === null ? null : 'member';
    const roomRole = isBubble ? bubbleRole : (member?.role ?? null);
    const spaceRole = verdict.ok ? verdict.role : null;
    const { kind, isPrivate } = room;
    return { room, subject: { kind, isPrivate, spaceRole, roomRole, isMuted } };
  }

  /** Which space a room belongs to; `null`: there is no such room. */
  async spaceOf(roomId: string): Promise<string | null> {
    const room = this.#deps.bubbles.room(roomId) ?? (await this.#rooms.get(roomId));
    return room?.spaceId ?? null;
  }

  async requireInSpace(userId: string, spaceId: string, permission: SpacePermission): Promise<Role> {
    const verdict = await this.spaces.judge(userId, spaceId);
    if (!verdict.ok) throw verdict.error;
    if (isAllowed({ account: 'guest', role: verdict.role }, permission)) return verdict.role;
    throw new RefusedError('forbidden', `this needs the right ${permission}`);
  }

  judgeInSpace(userId: string, spaceId: string): Promise<SpaceVerdict> {
    return this.spaces.judge(userId, spaceId);
  }

  async readableRooms(userId: string, spaceId: string): Promise<string[]> {
    await this.requireInSpace(userId, spaceId, 'use:chat');
    return (await this.roomsOf(userId, spaceId)).map(({ room }) => room.id);
  }

  /** The stored rooms that somebody may read, as they are now, with what they are in each. */
  async roomsOf(userId: string, spaceId: string): Promise<RoomOf[]> {
    return await this.#deps.store.chatrooms.listFor(spaceId, userId);
  }

  separatedFrom(userId: string): Promise<ReadonlySet<string>> {
    return this.#separations.get(userId);
  }

  /** Reads anew whom somebody blocks and who blocks them; of those who changed nothing else is believed any more. */
  async renewSeparations(userId: string): Promise<void> {
    const former = await this.#separations.get(userId);
    this.#separations.drop(userId);
    const now = await this.#separations.get(userId);
    const changed = [...former, ...now].filter((other) => former.has(other) !== now.has(other));
    for (const other of changed) this.#separations.drop(other);
  }

  /** What was read is out of date: it is read again before the next answer. */
  drop({ spaceId, roomId, userId }: Stale): void {
    if (roomId !== null) {
      this.#dropRoom(roomId, userId);
      return;
    }
    this.spaces.drop(spaceId, userId);
    // Who is in which room does not depend on what they are in the space.
    if (userId === null || spaceId !== null) return;
    this.#members.dropWhere((key) => partsOf(key)[1] === userId);
    // A block concerns both, and who the other one was is no longer known.
    this.#separations.dropWhere(() => true);
  }

  /** Nothing that was read is believed any more. */
  dropAll(): void {
    const all = () => true;
    this.spaces.dropAll();
    this.#rooms.dropWhere(all);
    this.#members.dropWhere(all);
    this.#separations.dropWhere(all);
  }

  #dropRoom(roomId: string, userId: string | null): void {
    this.#rooms.drop(roomId);
    if (userId === null) this.#members.dropWhere((key) => partsOf(key)[0] === roomId);
    else this.#members.drop(pairOf(roomId, userId));
  }
}
