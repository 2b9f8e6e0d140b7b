/** Who the demo space's resident is on the wire. Fixed ids: the resident has no account and no connection. */
export const residentIdentity = {
  userId: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
  cast: 'resident',
} as const;
