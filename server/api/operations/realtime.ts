import type { realtimeRoutes } from '#lib/protocol/rest/realtime.ts';
import { createTicket } from '../../places/tickets.ts';
import type { Operations } from '../define.ts';

export const realtimeOperations: Operations<typeof realtimeRoutes> = { createTicket };
