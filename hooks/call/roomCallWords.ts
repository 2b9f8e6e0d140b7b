import type { RequestFailure } from '#lib/client/session/RequestError.ts';

/** Which sentence says why somebody is not in a room's call. */
export type RoomCallRefusal = 'full' | 'muted' | 'closed' | 'offline' | 'other';

const refusals: Partial<Record<RequestFailure, RoomCallRefusal>> = {
  conflict: 'full',
  muted: 'muted',
  forbidden: 'closed',
  not_found: 'closed',
  offline: 'offline',
  timeout: 'offline',
};

export function roomCallRefusal(code: RequestFailure): RoomCallRefusal {
  return refusals[code] ?? 'other';
}
