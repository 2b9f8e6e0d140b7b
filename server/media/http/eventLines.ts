import * as z from 'zod/mini';
import { mediaIdSchema } from '#lib/protocol/common.ts';

/** Room and peer ids are the caller's own: short and printable. */
export const nameSchema = z.string().check(z.maxLength(96), z.regex(/^[\w.-]+$/));

const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('roomLost'),
    roomId: nameSchema,
    reason: z.enum(['worker_died', 'service_unreachable']),
  }),
  z.object({ type: z.literal('producerClosed'), roomId: nameSchema, producerId: mediaIdSchema }),
  z.object({
    type: z.literal('consumerClosed'),
    roomId: nameSchema,
    consumerId: mediaIdSchema,
    producerId: mediaIdSchema,
  }),
  z.object({
    type: z.literal('transportLost'),
    roomId: nameSchema,
    transportId: mediaIdSchema,
    peerId: nameSchema,
  }),
]);

/**
 * One line of `GET /events`. `hello` comes first and says whose events these are (`instance`, another one after each
 * start of the service) and whether every event after the number the client named still follows; `alive` comes when
 * there is nothing else to say.
 */
export const eventLineSchema = z.discriminatedUnion('line', [
  z.object({ line: z.literal('hello'), instance: z.string(), isComplete: z.boolean(), seq: z.int() }),
  z.object({ line: z.literal('event'), seq: z.int(), event: eventSchema }),
  z.object({ line: z.literal('alive') }),
]);

export type EventLine = z.infer<typeof eventLineSchema>;
