import * as z from 'zod/mini';
import { idSchema } from '../common.ts';
import {
  emailSchema,
  instantSchema,
  lineSchema,
  linkTokenSchema,
  pageFields,
  pageOf,
  pageQuery,
  personSchema,
  roleSchema,
  spaceKeySchema,
  spaceParams,
  spaceUserParams,
} from './common.ts';
import { route } from './define.ts';

export const memberSchema = z.object({
  person: personSchema,
  role: roleSchema,
  isGuest: z.boolean(),
  pronouns: z.nullable(z.string()),
  joinedAt: instantSchema,
});

export const invitationSchema = z.object({
  id: idSchema,
  role: roleSchema,
  /** Whom it was mailed to; `null`: a link for whoever has it. */
  email: z.nullable(z.string()),
  createdBy: z.nullable(personSchema),
  createdAt: instantSchema,
  expiresAt: z.nullable(instantSchema),
  /** How often it may be used; `null`: without limit. */
  usesMost: z.nullable(z.int()),
  uses: z.int(),
});

/** Seven days; what an invitation lasts unless it says otherwise, in s. */
export const invitationLifetimeS = 604_800;

const members = { tag: 'Members' } as const;
const read = { ...members, scope: 'members:read', limit: 'reads' } as const;
const write = { ...members, scope: 'members:write', limit: 'writes' } as const;

export const memberRoutes = {
  listMembers: route('GET', '/spaces/{space}/members', {
    ...read,
    summary: 'Members of a space.',
    permission: 'read:member:any',
    params: spaceParams,
    query: z.object({ ...pageFields, role: z.optional(roleSchema), query: z.optional(lineSchema(60)) }),
    reply: pageOf(memberSchema),
    refusals: ['not_found'],
  }),
  setRole: route('PUT', '/spaces/{space}/members/{user}', {
    ...write,
    summary: 'Gives somebody a role. Their open pages and calls know within a second.',
    permission: 'set:role:any',
    params: spaceUserParams,
    body: z.object({ role: roleSchema }),
    reply: z.object({ member: memberSchema }),
    refusals: ['not_found', 'last_owner', 'conflict'],
  }),
  removeMember: route('DELETE', '/spaces/{space}/members/{user}', {
    ...write,
    summary: 'Ends a membership. Who may no longer be inside leaves at once.',
    permission: 'remove:member:any',
    params: spaceUserParams,
    refusals: ['not_found', 'last_owner'],
  }),
  leaveSpace: route('DELETE', '/spaces/{space}/membership', {
    ...write,
    summary: 'Ends my own membership.',
    permission: 'leave:membership',
    params: spaceParams,
    refusals: ['not_found', 'last_owner'],
  }),
  listInvitations: route('GET', '/spaces/{space}/invitations', {
    ...read,
    summary: 'Invitations that can still be used.',
    permission: 'read:invitation:any',
    params: spaceParams,
    query: pageQuery,
    reply: pageOf(invitationSchema),
    refusals: ['not_found'],
  }),
  createInvitation: route('POST', '/spaces/{space}/invitations', {
    ...write,
    summary: 'Makes an invitation: a link, mailed too if an address is given. The link is shown this once.',
    permission: 'create:invitation',
    status: 201,
    params: spaceParams,
    body: z.object({
      role: z._default(roleSchema, 'member'),
      email: z.optional(emailSchema),
      /** Seconds until it ends; `null`: it does not. */
      expiresInS: z._default(
        z.nullable(z.int().check(z.minimum(60), z.maximum(31_536_000))),
        invitationLifetimeS,
      ),
      usesMost: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))), null),
    }),
    reply: z.object({
      invitation: invitationSchema,
      /** Path of the page that accepts it. */
      path: z.string(),
    }),
    takesIdempotencyKey: true,
    refusals: ['not_found'],
  }),
  revokeInvitation: route('DELETE', '/spaces/{space}/invitations/{invitation}', {
    ...write,
    summary: 'Ends an invitation. Who has used it stays.',
    permission: 'revoke:invitation:any',
    params: z.object({ space: spaceKeySchema, invitation: idSchema }),
    refusals: ['not_found'],
  }),
  previewInvitation: route('GET', '/invitations/{token}', {
    ...read,
    summary: 'What an invitation is for.',
    permission: 'none',
    params: z.object({ token: linkTokenSchema }),
    reply: z.object({
      space: z.object({ id: idSchema, slug: z.string(), name: z.string(), mapId: z.string() }),
      role: roleSchema,
      invitedBy: z.nullable(personSchema),
      expiresAt: z.nullable(instantSchema),
      /** Whether only an account may take it: guests can be guests and members and no more. */
      needsAccount: z.boolean(),
    }),
    refusals: ['invitation_invalid'],
  }),
  acceptInvitation: route('POST', '/invitations/{token}/acceptance', {
    ...write,
    summary: 'Takes an invitation. A role that I have already is never lowered.',
    permission: 'use:own',
    params: z.object({ token: linkTokenSchema }),
    reply: z.object({ spaceId: idSchema, slug: z.string(), role: roleSchema }),
    refusals: ['invitation_invalid', 'banned', 'forbidden'],
  }),
} as const;

export type MemberView = z.infer<typeof memberSchema>;
export type InvitationView = z.infer<typeof invitationSchema>;
