import * as z from 'zod/mini';
import { idSchema } from '../common.ts';
import { route } from './define.ts';

export const ticketRequestSchema = z.object({
  spaceId: idSchema,
  /** Minted by the tab. */
  sessionId: idSchema,
  protocol: z.optional(z.int()),
  /** `chat`: opens the chat alone, without an avatar; a full or locked space does not refuse it. */
  purpose: z._default(z.enum(['space', 'chat']), 'space'),
});

export const iceServerSchema = z.object({
  urls: z.array(z.string()),
  username: z.optional(z.string()),
  credential: z.optional(z.string()),
});

export const ticketReplySchema = z.object({
  ticket: z.string(),
  /** Origin of the realtime server, or the empty string: the page's own origin. */
  url: z.string(),
  iceServers: z.array(iceServerSchema),
  protocol: z.int(),
});

export const realtimeRoutes = {
  createTicket: route('POST', '/tickets', {
    tag: 'Realtime',
    summary: 'A pass for one realtime connection to one space; valid for 60 s and one use.',
    permission: 'use:own',
    scope: 'realtime',
    limit: 'tickets',
    status: 201,
    body: ticketRequestSchema,
    reply: ticketReplySchema,
    refusals: [
      'not_found',
      'protocol_mismatch',
      'banned',
      'invitation_required',
      'password_required',
      'space_locked',
      'space_full',
      'space_archived',
    ],
  }),
} as const;

export type TicketReply = z.infer<typeof ticketReplySchema>;
export type IceServer = z.infer<typeof iceServerSchema>;
