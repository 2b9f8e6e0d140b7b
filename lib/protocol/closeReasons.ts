import * as z from 'zod/mini';

/** Why the server ends a session, and therefore what its page does next. */
export const sessionEndReasons = [
  'taken_over',
  'left',
  'removed',
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
  removed: 'stay_away',
  server_shutdown: 'reconnect',
  protocol: 'ask',
  abuse: 'ask',
};

export const sessionEndSchema = z.object({ reason: z.enum(sessionEndReasons) });

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
