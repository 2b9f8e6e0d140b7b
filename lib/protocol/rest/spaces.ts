import * as z from 'zod/mini';
import { idSchema, visibleSign } from '../common.ts';
import {
  instantSchema,
  lineSchema,
  pageFields,
  pageOf,
  personSchema,
  roleSchema,
  slugSchema,
  spaceParams,
  textSchema,
  typedPasswordSchema,
  visibilitySchema,
} from './common.ts';
import { route } from './define.ts';

/** Most people that one core carries in one space; a space may choose fewer. */
export const capacityMost = 1_000;

const nameSchema = lineSchema(60).check(z.regex(visibleSign));
const capacitySchema = z.int().check(z.minimum(1), z.maximum(capacityMost));

/** A map that a space can be made of. */
export const mapSchema = z.object({
  /** Key of the map, such as `studio`. */
  id: z.string(),
  /** Path of the Tiled file on the web origin. */
  url: z.string(),
  /** Path of a picture of it, per colour scheme. */
  picture: z.object({ light: z.string(), dark: z.string() }),
  widthTiles: z.int(),
  heightTiles: z.int(),
  /** How many people it is made for. */
  seats: z.int(),
});

export const presenceSchema = z.object({
  count: z.int(),
  /** The first few of them. */
  people: z.array(personSchema),
});

export const entrySchema = z.enum([
  'unauthorized',
  'banned',
  'space_archived',
  'password_required',
  'invitation_required',
  'space_locked',
  'space_full',
]);

/** A space as somebody in particular sees it. */
export const spaceViewSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  /** Shown once to whoever comes in. */
  welcomeText: z.string(),
  visibility: visibilitySchema,
  capacity: z.int(),
  map: z.object({ id: z.string(), url: z.string() }),
  isLocked: z.boolean(),
  hasResident: z.boolean(),
  createdAt: instantSchema,
  archivedAt: z.nullable(instantSchema),
  /** Set while the space can still be brought back. */
  deletedAt: z.nullable(instantSchema),
  /** My role here; `null`: none. */
  role: z.nullable(roleSchema),
  /** Whether I am a stored member and not only a guest of an open space. */
  isMember: z.boolean(),
  /** Why I could not walk in now, or `null`. */
  entryRefusal: z.nullable(entrySchema),
  /** Who is inside; `null` while the realtime server cannot be asked. */
  presence: z.nullable(presenceSchema),
  /** When I was last inside, if ever. */
  lastVisitAt: z.nullable(instantSchema),
});

const spaceReply = z.object({ space: spaceViewSchema });

const spaces = { tag: 'Spaces' } as const;

export const spaceRoutes = {
  listMaps: route('GET', '/maps', {
    ...spaces,
    summary: 'The maps that a space can be made of.',
    permission: 'none',
    scope: 'spaces:read',
    limit: 'reads',
    reply: z.object({ items: z.array(mapSchema) }),
  }),
  listPublicSpaces: route('GET', '/spaces', {
    ...spaces,
    summary: 'Public spaces, newest first.',
    permission: 'none',
    scope: 'spaces:read',
    limit: 'reads',
    query: z.object({ ...pageFields, query: z.optional(lineSchema(60)) }),
    reply: pageOf(spaceViewSchema),
  }),
  listMySpaces: route('GET', '/me/spaces', {
    ...spaces,
    summary: 'Spaces that I am a member of, newest first.',
    permission: 'use:own',
    scope: 'spaces:read',
    limit: 'reads',
    query: z.object({
      ...pageFields,
      state: z._default(z.enum(['active', 'archived', 'deleted']), 'active'),
    }),
    reply: pageOf(spaceViewSchema),
  }),
  createSpace: route('POST', '/spaces', {
    ...spaces,
    summary: 'Makes a space of a map. I am its owner.',
    permission: 'create:space',
    scope: 'spaces:write',
    limit: 'writes',
    status: 201,
    body: z.object({
      name: nameSchema,
      mapId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
      /** Its address; without one it is made from the name. */
      slug: z.optional(slugSchema),
      description: z.optional(lineSchema(200)),
      visibility: z._default(visibilitySchema, 'unlisted'),
      /** Demanded for the visibility `password`. */
      password: z.optional(typedPasswordSchema),
      capacity: z._default(capacitySchema, 50),
      hasResident: z._default(z.boolean(), false),
    }),
    reply: spaceReply,
    takesIdempotencyKey: true,
    refusals: ['conflict', 'not_found'],
  }),
  getSpace: route('GET', '/spaces/{space}', {
    ...spaces,
    summary: 'A space as I see it, with who is inside. An invite-only space is not found by strangers.',
    permission: 'none',
    scope: 'spaces:read',
    limit: 'reads',
    params: spaceParams,
    reply: spaceReply,
    concurrency: 'tagged',
    refusals: ['not_found'],
  }),
  updateSpace: route('PATCH', '/spaces/{space}', {
    ...spaces,
    summary: 'Edits a space. People inside see it at once; who may no longer be inside leaves.',
    permission: 'edit:space',
    scope: 'spaces:write',
    limit: 'writes',
    params: spaceParams,
    body: z.partial(
      z.object({
        name: nameSchema,
        slug: slugSchema,
        description: lineSchema(200),
        welcomeText: textSchema(1_000),
        visibility: visibilitySchema,
        password: typedPasswordSchema,
        capacity: capacitySchema,
        hasResident: z.boolean(),
      }),
    ),
    reply: spaceReply,
    concurrency: 'guarded',
    refusals: ['not_found', 'conflict'],
  }),
  duplicateSpace: route('POST', '/spaces/{space}/copies', {
    ...spaces,
    summary: 'Makes a space with the same map and settings, without its members. I am its owner.',
    permission: 'duplicate:space',
    scope: 'spaces:write',
    limit: 'writes',
    status: 201,
    params: spaceParams,
    body: z.object({ name: nameSchema }),
    reply: spaceReply,
    takesIdempotencyKey: true,
    refusals: ['not_found'],
  }),
  archiveSpace: route('PUT', '/spaces/{space}/archive', {
    ...spaces,
    summary: 'Closes a space and keeps all of it. People inside leave.',
    permission: 'archive:space',
    scope: 'spaces:write',
    limit: 'writes',
    params: spaceParams,
    reply: spaceReply,
    refusals: ['not_found'],
  }),
  unarchiveSpace: route('DELETE', '/spaces/{space}/archive', {
    ...spaces,
    summary: 'Opens an archived space again.',
    permission: 'archive:space',
    scope: 'spaces:write',
    limit: 'writes',
    params: spaceParams,
    reply: spaceReply,
    refusals: ['not_found'],
  }),
  deleteSpace: route('DELETE', '/spaces/{space}', {
    ...spaces,
    summary: 'Deletes a space. People inside leave. For 30 days it can be brought back.',
    permission: 'delete:space',
    scope: 'spaces:write',
    limit: 'writes',
    params: spaceParams,
    refusals: ['not_found'],
  }),
  restoreSpace: route('PUT', '/spaces/{space}/restoration', {
    ...spaces,
    summary: 'Brings a deleted space back.',
    permission: 'delete:space',
    scope: 'spaces:write',
    limit: 'writes',
    params: spaceParams,
    reply: spaceReply,
    refusals: ['not_found', 'conflict'],
  }),
  enterByPassword: route('POST', '/spaces/{space}/entry', {
    ...spaces,
    summary: 'Says the password of a space once; from then on I am a guest there.',
    permission: 'use:own',
    scope: 'spaces:write',
    limit: 'credentials',
    params: spaceParams,
    body: z.object({ password: typedPasswordSchema }),
    reply: spaceReply,
    refusals: ['not_found', 'wrong_credentials', 'banned'],
  }),
  listParticipants: route('GET', '/spaces/{space}/participants', {
    ...spaces,
    summary: 'Who is inside now, and on which tile.',
    permission: 'see:space',
    scope: 'spaces:read',
    limit: 'reads',
    params: spaceParams,
    reply: z.object({
      items: z.array(
        z.object({ person: personSchema, role: roleSchema, x: z.int(), y: z.int(), isInCall: z.boolean() }),
      ),
    }),
    refusals: ['not_found', 'unavailable'],
  }),
  readAudit: route('GET', '/spaces/{space}/audit', {
    ...spaces,
    summary: 'Who did what in a space, newest first.',
    permission: 'read:audit',
    scope: 'moderation',
    limit: 'reads',
    params: spaceParams,
    query: z.object({ ...pageFields, action: z.optional(z.string().check(z.regex(/^[a-z.]{1,40}$/))) }),
    reply: pageOf(
      z.object({
        id: idSchema,
        at: instantSchema,
        action: z.string(),
        /** Who did it; `null`: the server itself, or somebody whose account is gone. */
        actor: z.nullable(personSchema),
        /** To whom, if to anybody. */
        target: z.nullable(personSchema),
        /** Particulars, by action. */
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
    refusals: ['not_found'],
  }),
} as const;

export type SpaceView = z.infer<typeof spaceViewSchema>;
export type MapView = z.infer<typeof mapSchema>;
export type AuditEntryView = z.infer<(typeof spaceRoutes.readAudit)['reply']>['items'][number];
