/** The realtime server where nobody says: on the same machine, on its own port. */
export const localRealtimeUrl = 'http://localhost:3001';
