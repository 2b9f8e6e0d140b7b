import * as z from 'zod/mini';
import { usernameSchema } from '../common.ts';
import { emailSchema, linkTokenSchema, passwordSchema, typedPasswordSchema } from './common.ts';
import { route } from './define.ts';
import { meSchema } from './me.ts';

/** A path of our own to go on to; never another site's address. */
export const returnPathSchema = z
  .string()
  .check(z.maxLength(500), z.regex(/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/));

/** The browser's language at that moment, for the words of the mail. */
const mailFields = { language: z.optional(z.enum(['en', 'de'])), returnTo: z.optional(returnPathSchema) };

const open = { tag: 'Session', permission: 'none', scope: null } as const;

export const sessionRoutes = {
  enterAsGuest: route('POST', '/guests', {
    ...open,
    summary: 'Enters by a name alone, or renames the guest who is in already; sets the session cookie.',
    limit: 'guests',
    status: 201,
    body: z.object({ name: usernameSchema }),
    reply: meSchema,
  }),
  signIn: route('POST', '/session', {
    ...open,
    summary: 'Signs in by email and password; sets the session cookie.',
    limit: 'credentials',
    body: z.object({ email: emailSchema, password: typedPasswordSchema }),
    reply: meSchema,
    refusals: ['wrong_credentials'],
  }),
  signOut: route('DELETE', '/session', {
    ...open,
    summary: 'Signs this browser out. Its open pages leave their spaces and calls at once.',
    limit: 'guests',
  }),
  listProviders: route('GET', '/session/providers', {
    ...open,
    summary: 'The other services by which one can sign in here.',
    limit: 'reads',
    reply: z.object({ providers: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
  signUp: route('POST', '/accounts', {
    ...open,
    summary:
      'Asks for an account; a link by mail makes it. A signed-in guest becomes it. The answer is the same for an address that has one.',
    limit: 'mail',
    status: 202,
    body: z.object({
      name: usernameSchema,
      email: emailSchema,
      password: passwordSchema,
      ...mailFields,
    }),
    refusals: ['weak_password'],
  }),
  confirmEmail: route('POST', '/email-confirmations', {
    ...open,
    summary: 'Uses the link of a mail: makes the account or changes its address, and signs in.',
    limit: 'credentials',
    body: z.object({ token: linkTokenSchema }),
    reply: meSchema,
    refusals: ['link_invalid'],
  }),
  requestPasswordReset: route('POST', '/password-resets', {
    ...open,
    summary: 'Sends a link for a new password, if the address has an account. The answer is the same if not.',
    limit: 'mail',
    status: 202,
    body: z.object({ email: emailSchema, ...mailFields }),
  }),
  resetPassword: route('POST', '/password-resets/confirmations', {
    ...open,
    summary: 'Sets a new password by the link of a mail, signs out everywhere else and signs in here.',
    limit: 'credentials',
    body: z.object({ token: linkTokenSchema, password: passwordSchema }),
    reply: meSchema,
    refusals: ['link_invalid', 'weak_password'],
  }),
  claimOperator: route('POST', '/operators', {
    ...open,
    summary: 'Makes the first operator’s account by the one-time link that the server printed.',
    limit: 'credentials',
    status: 201,
    body: z.object({
      token: linkTokenSchema,
      name: usernameSchema,
      email: emailSchema,
      password: passwordSchema,
    }),
    reply: meSchema,
    refusals: ['link_invalid', 'weak_password', 'conflict'],
  }),
} as const;
