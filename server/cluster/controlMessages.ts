import * as z from 'zod';
import { chatOperations } from '#lib/protocol/chat/operations.ts';
import { coordinateSchema, idSchema } from '#lib/protocol/common.ts';
import { wireErrorSchema } from '#lib/protocol/errors.ts';
import { personSchema, roleSchema } from '#lib/protocol/rest/common.ts';

/** Where each question of the control port is asked. */
export const controlPaths = {
  presence: '/control/v1/presence',
  participants: '/control/v1/participants',
  apply: '/control/v1/apply',
  chat: '/control/v1/chat',
} as const;

const countSchema = z.int().min(0);

export const presenceRequestSchema = z.object({
  spaceIds: z.array(idSchema).max(1_000),
  limit: z.int().min(0).max(100),
});

export const presenceReplySchema = z.record(
  z.string(),
  z.object({ count: countSchema, people: z.array(personSchema) }),
);

export const participantsRequestSchema = z.object({ spaceId: idSchema });

export const participantsReplySchema = z.array(
  z.object({
    person: personSchema,
    role: roleSchema,
    x: coordinateSchema,
    y: coordinateSchema,
    isInCall: z.boolean(),
  }),
);

const inSpace = { spaceId: idSchema, userId: idSchema };

/** `ControlCommand` of `ports.ts`, as it travels. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standing-changed'), ...inSpace }),
  z.object({ kind: z.literal('space-changed'), spaceId: idSchema }),
  z.object({ kind: z.literal('person-changed'), userId: idSchema }),
  z.object({ kind: z.literal('blocks-changed'), userId: idSchema }),
  z.object({
    kind: z.literal('signed-out'),
    userId: idSchema,
    loginId: z.nullable(idSchema),
    exceptLoginId: z.nullable(idSchema),
  }),
  z.object({ kind: z.literal('token-revoked'), userId: idSchema, tokenId: idSchema }),
  z.object({ kind: z.literal('mute'), ...inSpace, by: personSchema }),
  z.object({
    kind: z.literal('move'),
    ...inSpace,
    x: coordinateSchema,
    y: coordinateSchema,
    by: personSchema,
  }),
  z.object({ kind: z.literal('remove'), ...inSpace, by: personSchema }),
  z.object({
    kind: z.literal('announce'),
    spaceId: idSchema,
    id: idSchema,
    text: z.string().max(10_000),
    by: personSchema,
  }),
]);

/** What the chat is asked; the input is parsed by the operation's own schema. */
export const chatRequestSchema = z.object({
  name: z.enum(Object.keys(chatOperations) as (keyof typeof chatOperations)[]),
  actor: z.object({ userId: idSchema, linkId: z.null() }),
  input: z.unknown(),
});

/** What the chat answers or refuses; a refusal travels whole, with its path and when to try again. */
export const chatAnswerSchema = z.union([
  z.object({ reply: z.unknown() }),
  z.object({ error: wireErrorSchema }),
]);

export const applyReplySchema = z.object({ reached: countSchema });
