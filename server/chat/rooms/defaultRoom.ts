import { v7 as uuidv7 } from 'uuid';
import { isAtLeast, type Role } from '#lib/domain/access/roles.ts';
import type { RoomRole } from '#lib/domain/chat/rooms.ts';
import type { Chatroom, RoomOf } from '../../persistence/ports.ts';
import type { ChatContext } from '../context.ts';
import { nowOf } from './acts.ts';

type Needs = Pick<ChatContext, 'store' | 'clock' | 'telling'>;

/** What the room is called until somebody calls it otherwise. */
const defaultName = 'General';

/** Another room may have the name: then it gets a number. More names than these are not tried. */
const triesMost = 20;

/** The room of a space that everybody is in; made when it is not there yet. */
export async function ensureDefaultRoom({ store, clock }: Needs, spaceId: string): Promise<Chatroom> {
  for (let attempt = 1; attempt <= triesMost; attempt++) {
    const known = await store.chatrooms.findDefault(spaceId);
    if (known !== null) return known;
    const name = attempt === 1 ? defaultName : `${defaultName} ${attempt}`;
    const open = { kind: 'room', isPrivate: false, isDefault: true, slowModeS: 0 } as const;
    const made = { id: uuidv7(), spaceId, name, description: '', createdBy: null, directKey: null };
    await store.chatrooms.create({ ...made, ...open, createdAt: nowOf({ clock }).toISOString() }, []);
  }
  throw new Error(`The default chatroom of the space ${spaceId} could not be made.`);
}

/** Those who look after the space look after its default room; nobody owns it. */
const roleThere = (role: Role): RoomRole => (isAtLeast(role, 'admin') ? 'admin' : 'member');

const isIn = (rooms: readonly RoomOf[], role: RoomRole): boolean =>
  rooms.some(({ room, member }) => room.isDefault && member?.role === role);

/**
 * Makes somebody who may chat in a space a member of its default room, with the role that goes with theirs in the space.
 * Returns the rooms of the space that they can see. What was written before is not unread to a newcomer.
 */
export async function joinDefaultRoom(
  context: Needs,
  { userId, spaceId, role }: { userId: string; spaceId: string; role: Role },
): Promise<RoomOf[]> {
  const { store, telling } = context;
  const wanted = roleThere(role);
  const rooms = await store.chatrooms.listFor(spaceId, userId);
  if (isIn(rooms, wanted)) return rooms;
  const { id: roomId, lastSeq: readSeq } = await ensureDefaultRoom(context, spaceId);
  const joinedAt = nowOf(context).toISOString();
  const put = await store.chatrooms.putMember({ roomId, userId, role: wanted, joinedAt, readSeq });
  await telling.stale({ roomId, userId });
  if (put === 'added') await telling.memberAdded(roomId, userId);
  return await store.chatrooms.listFor(spaceId, userId);
}
