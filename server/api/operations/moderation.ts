import type { moderationRoutes } from '#lib/protocol/rest/moderation.ts';
import { ban, liftBan, listBans, lock, unlock } from '../../places/bans.ts';
import { announce, move, mute, remove } from '../../places/participants.ts';
import type { Operations } from '../define.ts';

export const moderationOperations: Operations<typeof moderationRoutes> = {
  mute,
  move,
  remove,
  listBans,
  ban,
  liftBan,
  lock,
  unlock,
  announce,
};
