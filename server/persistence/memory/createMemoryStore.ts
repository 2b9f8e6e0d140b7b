import type { Store } from '../ports.ts';
import { memoryApiTokens } from './apiTokens.ts';
import { memoryAudit } from './audit.ts';
import { memoryBans } from './bans.ts';
import { memoryBlocks } from './blocks.ts';
import { memoryChatFiles } from './chat/chatFiles.ts';
import { memoryChatLog } from './chat/chatLog.ts';
import { memoryChatModeration } from './chat/chatModeration.ts';
import { memoryChatrooms } from './chat/chatrooms.ts';
import { memoryIdempotency } from './idempotency.ts';
import { memoryIdentities } from './identities.ts';
import { memoryInvitations } from './invitations.ts';
import { memoryLinks } from './links.ts';
import { memoryLogins } from './logins.ts';
import { memoryMemberships } from './memberships.ts';
import { memoryPositions } from './positions.ts';
import { memorySpaces } from './spaces.ts';
import { createTables } from './tables.ts';
import { memoryUsers } from './users.ts';

/**
 * All that is stored, in the memory of this process: for tests and tools. Every method does its work in one turn, so
 * none sees another's half-made change.
 */
export function createMemoryStore(): Store {
  const tables = createTables();
  return {
    users: memoryUsers(tables),
    logins: memoryLogins(tables),
    links: memoryLinks(tables),
    apiTokens: memoryApiTokens(tables),
    identities: memoryIdentities(tables),
    spaces: memorySpaces(tables),
    memberships: memoryMemberships(tables),
    invitations: memoryInvitations(tables),
    bans: memoryBans(tables),
    audit: memoryAudit(tables),
    blocks: memoryBlocks(tables),
    idempotency: memoryIdempotency(tables),
    positions: memoryPositions(tables),
    chatrooms: memoryChatrooms(tables),
    chatLog: memoryChatLog(tables),
    chatFiles: memoryChatFiles(tables),
    chatModeration: memoryChatModeration(tables),
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
