/** The ports of the database, one file a subject; this is their one address. */
export type * from './ports/chat.ts';
export type * from './ports/credentials.ts';
export type * from './ports/moderation.ts';
export type * from './ports/page.ts';
export type * from './ports/positions.ts';
export type * from './ports/Store.ts';
export type * from './ports/spaces.ts';
export type * from './ports/users.ts';
