import { chatRoutes } from './chat.ts';
import { meRoutes } from './me.ts';
import { memberRoutes } from './members.ts';
import { moderationRoutes } from './moderation.ts';
import { realtimeRoutes } from './realtime.ts';
import { sessionRoutes } from './session.ts';
import { siteRoutes } from './site.ts';
import { spaceRoutes } from './spaces.ts';

/** Every operation of the REST API by its name. Server, reference, tests and clients derive from it. */
export const restCatalogue = {
  ...sessionRoutes,
  ...meRoutes,
  ...spaceRoutes,
  ...memberRoutes,
  ...moderationRoutes,
  ...realtimeRoutes,
  ...chatRoutes,
  ...siteRoutes,
} as const;

export type RestCatalogue = typeof restCatalogue;
export type OperationId = keyof RestCatalogue;
