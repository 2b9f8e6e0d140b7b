/**
 * What a personal API token may be good for. A token never has more rights than its owner, and routes without a scope
 * (passwords, tokens, sessions, deleting the account) refuse every token.
 */
export const scopes = [
  'profile:read',
  'profile:write',
  'spaces:read',
  'spaces:write',
  'members:read',
  'members:write',
  'moderation',
  'realtime',
  'chat:read',
  'chat:write',
] as const;

export type Scope = (typeof scopes)[number];
