import { outranks, type Role } from '#lib/domain/access/roles.ts';
import { type RoomRole, type RoomSubject, roomRoles } from '#lib/domain/chat/rooms.ts';
import type { RoomMemberView } from '#lib/protocol/chat/views.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatroom, RoomMember } from '../../persistence/ports.ts';
import type { ChatContext, ChatOperationsOf } from '../context.ts';
import { requireAround, requireUnblocked } from './acquaintance.ts';
import { recordIn } from './acts.ts';
import { admit, dismiss, quit } from './joining.ts';
import { lastOwner, noMember, refuseDefault } from './refusals.ts';

async function memberViews(context: ChatContext, members: RoomMember[]): Promise<RoomMemberView[]> {
  const people = await context.people.views(members.map(({ userId }) => userId));
  const byId = new Map(people.map((person) => [person.id, person]));
  return members.flatMap(({ userId, role, joinedAt, readSeq }) => {
    const person = byId.get(userId);
    return person === undefined ? [] : [{ person, role, joinedAt, readSeq }];
  });
}

async function memberOf({ store }: ChatContext, roomId: string, userId: string): Promise<RoomMember | null> {
  return (await store.chatrooms.of(roomId, userId))?.member ?? null;
}

/** Brings somebody in who is no member yet. They must be around and not blocked; only plain members are added. */
async function add(context: ChatContext, actorId: string, room: Chatroom, userId: string): Promise<void> {
  await requireAround(context, room.spaceId, userId);
  await requireUnblocked(context, actorId, userId);
  await admit(context, room, userId);
  const detail = { from: null, to: 'member' };
  await recordIn(context, room, { action: 'chatroom.member', actorId, targetId: userId, detail });
}

/** Gives a member another role; only owners do. Throws `forbidden`, `last_owner`. */
async function changeRole(
  context: ChatContext,
  actorId: string,
  member: RoomMember,
  role: RoomRole,
): Promise<void> {
  const { access, store, telling } = context;
  const { roomId, userId } = member;
  const { room } = await access.require(actorId, roomId, 'set:room-role');
  if ((await store.chatrooms.putMember({ ...member, role })) === 'last_owner') throw lastOwner();
  const detail = { from: member.role, to: role };
  await recordIn(context, room, { action: 'chatroom.member', actorId, targetId: userId, detail });
  await telling.stale({ roomId, userId });
  await telling.roomChanged(roomId);
}

function setMember(context: ChatContext): ChatOperationsOf<'set-room-member'>['set-room-member'] {
  return async ({ userId: actorId }, { roomId, userId, role }) => {
    const { room } = await context.access.require(actorId, roomId, 'add:member');
    refuseDefault(room, 'Everybody of the space is in this room, and nobody owns it.');
    if ((await memberOf(context, roomId, userId)) === null) {
      if (role !== 'member') await context.access.require(actorId, roomId, 'set:room-role');
      await add(context, actorId, room, userId);
    }
    const member = await memberOf(context, roomId, userId);
    if (member === null) throw noMember();
    if (member.role !== role) await changeRole(context, actorId, member, role);
    const [view] = await memberViews(context, [{ ...member, role }]);
    if (view === undefined) throw noMember();
    return { member: view };
  };
}

/** What somebody is in a space; `null` where they may not be in it. */
async function spaceRoleOf({ access }: ChatContext, spaceId: string, userId: string): Promise<Role | null> {
  try {
    return await access.requireInSpace(userId, spaceId, 'use:chat');
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}

/** Whether the actor stands above a member in the room, or looks after the space and stands above them there. */
async function mayRemove(
  context: ChatContext,
  { subject, room }: { subject: RoomSubject; room: Chatroom },
  target: RoomMember,
): Promise<boolean> {
  const { roomRole, spaceRole } = subject;
  if (roomRole !== null && roomRoles.indexOf(roomRole) > roomRoles.indexOf(target.role)) return true;
  const isModerator = spaceRole !== null && outranks(spaceRole, 'member');
  return isModerator && outranks(spaceRole, await spaceRoleOf(context, room.spaceId, target.userId));
}

function removeMember(context: ChatContext): ChatOperationsOf<'remove-room-member'>['remove-room-member'] {
  return async ({ userId: actorId }, { roomId, userId }) => {
    if (userId === actorId) {
      await quit(context, roomId, userId);
      return {};
    }
    const standing = await context.access.require(actorId, roomId, 'remove:member');
    const { room } = standing;
    refuseDefault(room, 'Everybody of the space is in this room.');
    const target = await memberOf(context, roomId, userId);
    if (target === null) throw noMember();
    if (!(await mayRemove(context, standing, target))) {
      throw new RefusedError('forbidden', 'Their role here is not below yours.');
    }
    if (!(await dismiss(context, room, userId))) throw noMember();
    await recordIn(context, room, { action: 'chatroom.kick', actorId, targetId: userId });
    return {};
  };
}

type Names = 'list-room-members' | 'set-room-member' | 'remove-room-member';

/** Members of rooms: who they are, adding and removing them, their roles. */
export function memberOperations(context: ChatContext): ChatOperationsOf<Names> {
  return {
    async 'list-room-members'({ userId }, { roomId }) {
      await context.access.require(userId, roomId, 'read:members');
      return { members: await memberViews(context, await context.store.chatrooms.members(roomId)) };
    },
    'set-room-member': setMember(context),
    'remove-room-member': removeMember(context),
  };
}
