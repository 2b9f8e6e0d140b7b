import * as z from 'zod/mini';

/** Why the server ends a session, and therefore what its page does next. */
export const sessionEndReasons = [
  'taken_over',
  'left',
  'removed',
  'banned',
  'signed_out',
  'space_closed',
  'server_shutdown',
  'protocol',
  'abuse',
] as const;

export type SessionEndReason = (typeof sessionEndReasons)[number];

/** What the page does: reconnect by itself, ask the person first, or stay away. */
export type AfterEnd = 'reconnect' | 'ask' | 'stay_away';

/** The client's duty per reason; both ends read it from here. */
export const afterEnd: Record<SessionEndReason, AfterEnd> = {
  taken_over: 'ask',
  left: 'stay_away',
  removed: 'ask',
  banned: 'stay_away',
  signed_out: 'stay_away',
  space_closed: 'stay_away',
  server_shutdown: 'reconnect',
  protocol: 'ask',
  abuse: 'ask',
};

/** `detail` and `until` belong to `banned`: the moderator's words, and when it ends (ISO 8601; absent: until lifted). */
export const sessionEndSchema = z.object({
  reason: z.enum(sessionEndReasons),
  detail: z.optional(z.string()),
  until: z.optional(z.string()),
});

export type SessionEnd = z.infer<typeof sessionEndSchema>;

/** Why a call ended for this person (SPEC's three and the further ones decided with them). */
export const callEndReasons = [
  'proximity_lost',
  'user_ended',
  'user_disconnected',
  'setup_timeout',
  'removed',
  'moved',
  'server_shutdown',
] as const;

export type CallEndReason = (typeof callEndReasons)[number];
