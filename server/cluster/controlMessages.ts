import * as z from 'zod';
import { idSchema } from '#lib/protocol/common.ts';

/** Where each question of the control port is asked. */
export const controlPaths = { presence: '/control/v1/presence' } as const;

export const presenceRequestSchema = z.object({ spaceId: idSchema, limit: z.int().min(0).max(100) });

export const presenceReplySchema = z.object({ count: z.int().min(0), names: z.array(z.string()) });
