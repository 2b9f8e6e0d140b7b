import * as z from 'zod/mini';
import { idSchema, usernameSchema } from './common.ts';

/** `POST /api/v1/guests`: enters as a guest; the answer sets the session cookie. */
export const guestRequestSchema = z.object({ name: usernameSchema });

export const meSchema = z.object({
  user: z.object({ id: idSchema, name: z.string(), isGuest: z.boolean() }),
});

/** `POST /api/v1/tickets`: a short-lived pass for one realtime connection. `sessionId` is minted by the tab. */
export const ticketRequestSchema = z.object({
  spaceId: idSchema,
  sessionId: idSchema,
  protocol: z.optional(z.int()),
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

/** `GET /api/v1/spaces/:idOrSlug`: what may be known of a space before entering it. */
export const spaceInfoSchema = z.object({ id: idSchema, slug: z.string(), name: z.string() });

/** RFC 9457 problem document, with our stable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  /** Path of the offending field. */
  path: z.optional(z.string()),
});

export type TicketReply = z.infer<typeof ticketReplySchema>;
export type IceServer = z.infer<typeof iceServerSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type Me = z.infer<typeof meSchema>;
export type SpaceInfo = z.infer<typeof spaceInfoSchema>;
