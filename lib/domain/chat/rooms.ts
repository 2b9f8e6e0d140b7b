import type { Role } from '../access/roles.ts';

/** What a chatroom is: one that people made, two people's own, or that of a bubble, which ends with it. */
export const roomKinds = ['room', 'direct', 'bubble'] as const;

export type RoomKind = (typeof roomKinds)[number];

/** What somebody is in a chatroom, from the least to the most. */
export const roomRoles = ['member', 'admin', 'owner'] as const;

export type RoomRole = (typeof roomRoles)[number];

/** Everything that rights in a chatroom depend on. */
export interface RoomSubject {
  readonly kind: RoomKind;
  readonly isPrivate: boolean;
  /** What the person is in the space; `null`: may not be there. */
  readonly spaceRole: Role | null;
  /** What the person is in the room; `null`: no member. */
  readonly roomRole: RoomRole | null;
  /** Whether a moderator took the person's voice in the chat of the space. */
  readonly isMuted: boolean;
}

const roomPermissions = [
  'read:room',
  'join:room',
  'leave:room',
  'write:room',
  'delete:own-message',
  'delete:any-message',
  'read:revisions',
  'pin:message',
  'start:call',
  'read:members',
  'add:member',
  'remove:member',
  'set:room-role',
  'edit:room',
  'delete:room',
] as const;

export type RoomPermission = (typeof roomPermissions)[number];

const isAtLeastIn = (role: RoomRole | null, least: RoomRole): boolean =>
  role !== null && roomRoles.indexOf(role) >= roomRoles.indexOf(least);

const moderators: readonly (Role | null)[] = ['moderator', 'admin', 'owner'];

/** Whether the room can be seen at all: public ones by everybody of the space, all others by their members. */
function mayRead({ kind, isPrivate, spaceRole, roomRole }: RoomSubject): boolean {
  if (spaceRole === null) return false;
  return roomRole !== null || (kind === 'room' && !isPrivate);
}

const looksAfter = (subject: RoomSubject): boolean =>
  subject.kind === 'room' &&
  (isAtLeastIn(subject.roomRole, 'admin') || moderators.includes(subject.spaceRole));

const mayWrite = (subject: RoomSubject): boolean => subject.roomRole !== null && !subject.isMuted;

/**
 * Beyond reading. A moderator of the space looks after every room that they can read; a private one they are no member
 * of is closed to them like to everybody else (reported messages reach them through the queue).
 */
const judgements: Record<Exclude<RoomPermission, 'read:room'>, (subject: RoomSubject) => boolean> = {
  'join:room': ({ kind, isPrivate, roomRole }) => roomRole !== null || (kind === 'room' && !isPrivate),
  'leave:room': ({ kind, roomRole }) => kind === 'room' && roomRole !== null,
  'write:room': mayWrite,
  'delete:own-message': ({ roomRole }) => roomRole !== null,
  'delete:any-message': looksAfter,
  'read:revisions': looksAfter,
  'pin:message': (subject) =>
    (looksAfter(subject) && !subject.isMuted) || (subject.kind === 'direct' && mayWrite(subject)),
  'start:call': (subject) => subject.kind !== 'bubble' && mayWrite(subject),
  'read:members': () => true,
  'add:member': (subject) => subject.kind === 'room' && isAtLeastIn(subject.roomRole, 'admin'),
  'remove:member': looksAfter,
  'set:room-role': ({ kind, roomRole }) => kind === 'room' && roomRole === 'owner',
  'edit:room': ({ kind, roomRole }) => kind === 'room' && isAtLeastIn(roomRole, 'admin'),
  'delete:room': ({ kind, roomRole, spaceRole }) =>
    kind === 'room' && (roomRole === 'owner' || spaceRole === 'owner' || spaceRole === 'admin'),
};

/** The one question about rights in a chatroom, asked on both sides of the wire. */
export function isAllowedInRoom(subject: RoomSubject, permission: RoomPermission): boolean {
  if (!mayRead(subject)) return false;
  return permission === 'read:room' || judgements[permission](subject);
}
