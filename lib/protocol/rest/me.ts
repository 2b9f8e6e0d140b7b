import * as z from 'zod/mini';
import { scopes } from '#lib/domain/access/scopes.ts';
import { CAST_IDS } from '#lib/domain/cast.ts';
import { idSchema, usernameSchema, visibleSign } from '../common.ts';
import {
  emailSchema,
  instantSchema,
  lineSchema,
  pageOf,
  pageQuery,
  passwordSchema,
  personSchema,
  typedPasswordSchema,
} from './common.ts';
import { route } from './define.ts';

/** What people choose for themselves beyond how others see them. */
export const preferencesSchema = z.object({
  notifications: z.object({
    /** A short sound when somebody joins me. */
    sounds: z.boolean(),
    /** The browser's own notifications while the page is in the background. */
    desktop: z.boolean(),
    /** Mail when somebody invites me. */
    invitationMails: z.boolean(),
  }),
  devices: z.object({
    /** Enter spaces with the microphone off. */
    startMuted: z.boolean(),
    /** Enter spaces with the camera off. */
    startWithoutCamera: z.boolean(),
  }),
});

export const availabilitySchema = z.enum(['online', 'away', 'busy']);
export const languageSchema = z.enum(['en', 'de']);

/** A name of the IANA time zone database that this machine knows. */
export const timeZoneSchema = z.string().check(z.maxLength(64), z.refine(isTimeZone));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const profileSchema = z.object({
  id: idSchema,
  name: z.string(),
  isGuest: z.boolean(),
  isOperator: z.boolean(),
  email: z.nullable(z.string()),
  /** Whether a password is set; not so for people who came by another service only. */
  hasPassword: z.boolean(),
  /** Key of the drawn character (`lib/domain/cast.ts`). */
  cast: z.string(),
  status: z.nullable(z.string()),
  availability: availabilitySchema,
  pronouns: z.nullable(z.string()),
  /** `null`: like the browser. */
  language: z.nullable(languageSchema),
  timeZone: z.nullable(z.string()),
  preferences: preferencesSchema,
  createdAt: instantSchema,
});

export const meSchema = z.object({ user: profileSchema });

export const loginSchema = z.object({
  id: idSchema,
  /** The browser as it names itself, shortened. */
  userAgent: z.string(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  isCurrent: z.boolean(),
});

export const apiTokenSchema = z.object({
  id: idSchema,
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  createdAt: instantSchema,
  expiresAt: z.nullable(instantSchema),
  lastUsedAt: z.nullable(instantSchema),
});

export const identitySchema = z.object({
  provider: z.string(),
  linkedAt: instantSchema,
});

const own = { tag: 'Me', permission: 'use:own' } as const;
const account = { tag: 'Me', permission: 'manage:own-account', scope: null } as const;

export const meRoutes = {
  getMe: route('GET', '/me', {
    ...own,
    summary: 'Who is signed in.',
    scope: 'profile:read',
    limit: 'reads',
    reply: meSchema,
    concurrency: 'tagged',
  }),
  updateMe: route('PATCH', '/me', {
    ...own,
    summary: 'Changes the profile. Open pages of mine and others show it at once.',
    scope: 'profile:write',
    limit: 'writes',
    body: z.partial(
      z.object({
        name: usernameSchema,
        cast: z.enum(CAST_IDS),
        status: z.nullable(lineSchema(80)),
        availability: availabilitySchema,
        pronouns: z.nullable(lineSchema(30)),
        language: z.nullable(languageSchema),
        timeZone: z.nullable(timeZoneSchema),
        preferences: preferencesSchema,
      }),
    ),
    reply: meSchema,
    concurrency: 'guarded',
  }),
  changeEmail: route('PUT', '/me/email', {
    ...account,
    summary: 'Asks for another address; a link mailed to it makes the change.',
    limit: 'mail',
    status: 202,
    body: z.object({
      email: emailSchema,
      password: typedPasswordSchema,
      language: z.optional(languageSchema),
    }),
    refusals: ['wrong_credentials'],
  }),
  changePassword: route('PUT', '/me/password', {
    ...account,
    summary:
      'Sets a new password and signs out everywhere else. `current` is not asked of people without one.',
    limit: 'credentials',
    body: z.object({ current: z.optional(typedPasswordSchema), password: passwordSchema }),
    refusals: ['wrong_credentials', 'weak_password'],
  }),
  listLogins: route('GET', '/me/logins', {
    ...own,
    summary: 'Browsers in which I am signed in.',
    scope: null,
    limit: 'reads',
    reply: z.object({ items: z.array(loginSchema) }),
  }),
  endLogin: route('DELETE', '/me/logins/{login}', {
    ...own,
    summary: 'Signs one browser out; its open pages leave at once.',
    scope: null,
    limit: 'writes',
    params: z.object({ login: idSchema }),
    refusals: ['not_found'],
  }),
  endAllLogins: route('DELETE', '/me/logins', {
    ...own,
    summary: 'Signs out everywhere, here too.',
    scope: null,
    limit: 'writes',
  }),
  listTokens: route('GET', '/me/tokens', {
    ...account,
    summary: 'My personal API tokens, without their secrets.',
    limit: 'reads',
    reply: z.object({ items: z.array(apiTokenSchema) }),
  }),
  createToken: route('POST', '/me/tokens', {
    ...account,
    summary: 'Makes a personal API token. Its secret is shown this once.',
    limit: 'writes',
    status: 201,
    body: z.object({
      name: lineSchema(60).check(z.regex(visibleSign)),
      scopes: z.array(z.enum(scopes)).check(z.minLength(1), z.maxLength(scopes.length)),
      /** Seconds until it ends; `null`: it does not. */
      expiresInS: z.nullable(z.int().check(z.minimum(60), z.maximum(31_536_000))),
    }),
    reply: z.object({ token: apiTokenSchema, secret: z.string() }),
  }),
  revokeToken: route('DELETE', '/me/tokens/{token}', {
    ...account,
    summary: 'Ends a personal API token; its open connections end at once.',
    limit: 'writes',
    params: z.object({ token: idSchema }),
    refusals: ['not_found'],
  }),
  listIdentities: route('GET', '/me/identities', {
    ...account,
    summary: 'Other services by which I can sign in.',
    limit: 'reads',
    reply: z.object({ items: z.array(identitySchema) }),
  }),
  unlinkIdentity: route('DELETE', '/me/identities/{provider}', {
    ...account,
    summary: 'Parts my account from another service, unless it is the last way in.',
    limit: 'writes',
    params: z.object({ provider: z.string().check(z.regex(/^[a-z]{2,20}$/)) }),
    refusals: ['not_found', 'conflict'],
  }),
  listBlocks: route('GET', '/me/blocks', {
    ...own,
    summary: 'People whom I block.',
    scope: 'profile:read',
    limit: 'reads',
    query: pageQuery,
    reply: pageOf(z.object({ person: personSchema, blockedAt: instantSchema })),
  }),
  block: route('PUT', '/me/blocks/{user}', {
    ...own,
    summary:
      'Blocks somebody: from now on we neither see nor hear each other in calls, nor see each other’s messages.',
    scope: 'profile:write',
    limit: 'writes',
    params: z.object({ user: idSchema }),
    refusals: ['not_found', 'conflict'],
  }),
  unblock: route('DELETE', '/me/blocks/{user}', {
    ...own,
    summary: 'Ends a block.',
    scope: 'profile:write',
    limit: 'writes',
    params: z.object({ user: idSchema }),
    refusals: ['not_found'],
  }),
  exportMe: route('GET', '/me/export', {
    ...own,
    summary:
      'Everything that is stored about me, as one JSON document: account, messages, and the addresses of my files.',
    scope: null,
    limit: 'writes',
    reply: z.record(z.string(), z.unknown()),
  }),
  deleteMe: route('POST', '/me/deletion', {
    ...own,
    summary:
      'Deletes my account. What others need to keep stays without my name. Refused while I am the last owner of a space with members.',
    scope: null,
    limit: 'credentials',
    body: z.object({
      /** The own name, typed out, so that nobody does this by accident. */
      confirmation: z.string().check(z.maxLength(100)),
      password: z.optional(typedPasswordSchema),
    }),
    refusals: ['wrong_credentials', 'last_owner'],
  }),
} as const;

export type Me = z.infer<typeof meSchema>;
export type Profile = z.infer<typeof profileSchema>;
export type Preferences = z.infer<typeof preferencesSchema>;
export type ApiTokenView = z.infer<typeof apiTokenSchema>;
export type LoginView = z.infer<typeof loginSchema>;
