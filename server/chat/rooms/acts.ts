import type { AuditAction, Chatroom } from '../../persistence/ports.ts';
import { record } from '../../places/audit.ts';
import type { ChatContext } from '../context.ts';

/** What is done to a room or in it. */
export interface RoomAct {
  readonly action: AuditAction;
  readonly actorId: string;
  readonly targetId?: string;
  readonly detail?: Record<string, unknown>;
}

export const nowOf = ({ clock }: Pick<ChatContext, 'clock'>): Date => new Date(clock.nowMs());

/** Writes an act into the audit log. Names of private rooms are not told: those who read the log may be no members. */
export async function recordIn(
  context: Pick<ChatContext, 'store' | 'clock'>,
  { id, spaceId, name, isPrivate }: Pick<Chatroom, 'id' | 'spaceId' | 'name' | 'isPrivate'>,
  { detail, ...act }: RoomAct,
): Promise<void> {
  const room = isPrivate ? { roomId: id } : { roomId: id, room: name };
  await record(context.store, { ...act, spaceId, detail: { ...room, ...detail } }, nowOf(context));
}
