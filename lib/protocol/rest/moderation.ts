import * as z from 'zod/mini';
import { coordinateSchema, idSchema } from '../common.ts';
import {
  instantSchema,
  lineSchema,
  pageOf,
  pageQuery,
  personSchema,
  spaceKeySchema,
  spaceParams,
  spaceUserParams,
  textSchema,
} from './common.ts';
import { route } from './define.ts';

export const banSchema = z.object({
  id: idSchema,
  person: personSchema,
  reason: z.string(),
  createdBy: z.nullable(personSchema),
  createdAt: instantSchema,
  /** `null`: until it is lifted. */
  expiresAt: z.nullable(instantSchema),
});

const moderation = { tag: 'Moderation', scope: 'moderation', limit: 'writes' } as const;

/** Each of these is written to the audit log, and none reaches somebody of the same or a higher role. */
export const moderationRoutes = {
  mute: route('POST', '/spaces/{space}/participants/{user}/mute', {
    ...moderation,
    summary: 'Switches somebody’s microphone off. They may switch it on again.',
    permission: 'mute:participant:any',
    params: spaceUserParams,
    refusals: ['not_found'],
  }),
  move: route('POST', '/spaces/{space}/participants/{user}/move', {
    ...moderation,
    summary: 'Puts somebody on a tile, or on a free one beside it.',
    permission: 'move:participant:any',
    params: spaceUserParams,
    body: z.object({ x: coordinateSchema, y: coordinateSchema }),
    refusals: ['not_found', 'blocked_tile'],
  }),
  remove: route('DELETE', '/spaces/{space}/participants/{user}', {
    ...moderation,
    summary: 'Sends somebody out of the space. They may come back.',
    permission: 'remove:participant:any',
    params: spaceUserParams,
    refusals: ['not_found'],
  }),
  listBans: route('GET', '/spaces/{space}/bans', {
    ...moderation,
    summary: 'Bans that are in force, newest first.',
    permission: 'read:ban:any',
    limit: 'reads',
    params: spaceParams,
    query: pageQuery,
    reply: pageOf(banSchema),
    refusals: ['not_found'],
  }),
  ban: route('POST', '/spaces/{space}/bans', {
    ...moderation,
    summary: 'Keeps somebody out, for a time or until it is lifted. They leave within a second.',
    permission: 'ban:participant:any',
    status: 201,
    params: spaceParams,
    body: z.object({
      userId: idSchema,
      reason: z._default(lineSchema(200), ''),
      /** Seconds it lasts; `null`: until it is lifted. */
      durationS: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(31_536_000))), null),
    }),
    reply: z.object({ ban: banSchema }),
    takesIdempotencyKey: true,
    refusals: ['not_found', 'conflict'],
  }),
  liftBan: route('DELETE', '/spaces/{space}/bans/{ban}', {
    ...moderation,
    summary: 'Lifts a ban.',
    permission: 'ban:participant:any',
    params: z.object({ space: spaceKeySchema, ban: idSchema }),
    refusals: ['not_found'],
  }),
  lock: route('PUT', '/spaces/{space}/lock', {
    ...moderation,
    summary: 'Lets nobody new in, moderators and above excepted. Who is inside stays.',
    permission: 'lock:space',
    params: spaceParams,
    refusals: ['not_found'],
  }),
  unlock: route('DELETE', '/spaces/{space}/lock', {
    ...moderation,
    summary: 'Ends a lock.',
    permission: 'lock:space',
    params: spaceParams,
    refusals: ['not_found'],
  }),
  announce: route('POST', '/spaces/{space}/announcements', {
    ...moderation,
    summary: 'Shows a text to everybody inside.',
    permission: 'announce:space',
    status: 201,
    params: spaceParams,
    body: z.object({ text: textSchema(500).check(z.minLength(1)) }),
    reply: z.object({
      /** How many people it was shown to. */
      reached: z.int(),
    }),
    takesIdempotencyKey: true,
    refusals: ['not_found', 'unavailable'],
  }),
} as const;

export type BanView = z.infer<typeof banSchema>;
