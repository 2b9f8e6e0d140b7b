import * as z from 'zod/mini';
import { roles } from '#lib/domain/access/roles.ts';
import { visibilities } from '#lib/domain/access/standing.ts';
import { idSchema } from '../common.ts';

export const roleSchema = z.enum(roles);
export const visibilitySchema = z.enum(visibilities);

/** An instant: ISO 8601 in UTC. */
export const instantSchema = z.iso
  .datetime()
  // No database knows a year 0.
  .check(z.refine((text) => !text.startsWith('0000')));

/**
 * Text of people's own on one line: no control or direction signs, no halves of characters. `lengthMost` counts UTF-16 units.
 */
export const lineSchema = (lengthMost: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(lengthMost),
      z.regex(/^(?:\u200c|\u200d|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])*$/u),
    );

/** Text of several lines. */
export const textSchema = (lengthMost: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(lengthMost),
      z.regex(/^(?:[\n\t\u200c\u200d]|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])*$/u),
    );

/** An address of mail, in lower case: two spellings of one address are one account (RFC 5321 limits it to 254). */
export const emailSchema = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email(), z.regex(/^[\x21-\x7e]+$/));

/** 10 to 200 characters; whether it is hard enough to guess is judged by the server (`weak_password`). */
export const passwordSchema = z.string().check(z.minLength(10), z.maxLength(200));

/** A password as somebody types it to prove who they are: any length that was ever allowed. */
export const typedPasswordSchema = z.string().check(z.minLength(1), z.maxLength(200));

/** Secret part of a link. */
export const linkTokenSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,100}$/));

/** Id or slug of a space. */
export const spaceKeySchema = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/));

export const slugSchema = z.string().check(
  z.regex(/^[a-z0-9](?:[a-z0-9-]{1,46}[a-z0-9])$/),
  z.refine((slug) => !isUuid(slug)),
);

const isUuid = (text: string): boolean => idSchema.safeParse(text).success;

export const spaceParams = z.object({ space: spaceKeySchema });
export const spaceUserParams = z.object({ space: spaceKeySchema, user: idSchema });

/** Of a list: how many at most, and where to go on. A cursor is opaque and comes from `nextCursor`. */
export const pageFields = {
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: z.optional(z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9_-]+$/))),
};

export const pageQuery = z.object(pageFields);

/** A page of a list; `nextCursor` is `null` on the last one. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** Somebody as others see them. */
export const personSchema = z.object({ id: idSchema, name: z.string(), cast: z.string() });

export type PersonView = z.infer<typeof personSchema>;
