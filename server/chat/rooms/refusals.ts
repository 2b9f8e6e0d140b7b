import { RefusedError } from '#lib/protocol/errors.ts';
import type { Chatroom } from '../../persistence/ports.ts';
import type { ChatContext } from '../context.ts';

export const noRoom = (): RefusedError => new RefusedError('not_found', 'There is no such room.');

export const noPerson = (): RefusedError =>
  new RefusedError('not_found', 'There is no such person here.', 'userId');

export const noMember = (): RefusedError => new RefusedError('not_found', 'They are no member.', 'userId');

export const lastOwner = (): RefusedError => new RefusedError('last_owner', 'A room needs an owner.');

export const nameTaken = (): RefusedError =>
  new RefusedError('conflict', 'The space has a room of this name.', 'name');

/** Refuses what cannot be done to the room that everybody of the space is in. Throws `forbidden` with this sentence. */
export function refuseDefault({ isDefault }: Chatroom, sentence: string): void {
  if (isDefault) throw new RefusedError('forbidden', sentence);
}

/** Refuses somebody whose voice in the chat was taken. Throws `muted`. */
export async function requireVoice(
  { store, clock }: Pick<ChatContext, 'store' | 'clock'>,
  spaceId: string,
  userId: string,
): Promise<void> {
  const now = new Date(clock.nowMs()).toISOString();
  if ((await store.chatModeration.findMute(spaceId, userId, now)) === null) return;
  throw new RefusedError('muted', 'A moderator has taken your voice in this chat.');
}
