import * as z from 'zod/mini';
import { idSchema } from '../common.ts';
import { instantSchema, lineSchema, pageFields, pageOf, personSchema } from './common.ts';
import { route } from './define.ts';

export const siteRoutes = {
  openApi: route('GET', '/openapi.json', {
    tag: 'Site',
    summary: 'This description, as OpenAPI 3.1.',
    permission: 'none',
    scope: 'profile:read',
    limit: 'reads',
    reply: z.record(z.string(), z.unknown()),
    concurrency: 'tagged',
  }),
  listUsers: route('GET', '/users', {
    tag: 'Site',
    summary: 'Everybody who has an account or came as a guest, newest first. For operators.',
    permission: 'administer:site',
    scope: null,
    limit: 'reads',
    query: z.object({ ...pageFields, query: z.optional(lineSchema(60)) }),
    reply: pageOf(
      z.object({
        person: personSchema,
        email: z.nullable(z.string()),
        isGuest: z.boolean(),
        isOperator: z.boolean(),
        createdAt: instantSchema,
      }),
    ),
  }),
  signOutUser: route('DELETE', '/users/{user}/logins', {
    tag: 'Site',
    summary: 'Signs somebody out everywhere; their open pages leave at once. For operators.',
    permission: 'administer:site',
    scope: null,
    limit: 'writes',
    params: z.object({ user: idSchema }),
    refusals: ['not_found'],
  }),
} as const;
