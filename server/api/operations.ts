import type { RestCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { Operations } from './define.ts';
import { chatOperations } from './operations/chat.ts';
import { meOperations } from './operations/me.ts';
import { memberOperations } from './operations/members.ts';
import { moderationOperations } from './operations/moderation.ts';
import { realtimeOperations } from './operations/realtime.ts';
import { sessionOperations } from './operations/session.ts';
import { siteOperations } from './operations/site.ts';
import { spaceOperations } from './operations/spaces.ts';

/** What carries out each route of the catalogue; a route without an operation does not compile. */
export const operations: Operations<RestCatalogue> = {
  ...sessionOperations,
  ...meOperations,
  ...spaceOperations,
  ...memberOperations,
  ...moderationOperations,
  ...realtimeOperations,
  ...chatOperations,
  ...siteOperations,
};
