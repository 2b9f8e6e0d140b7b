import * as z from 'zod/mini';

/** Ids are UUIDs in their canonical text form (version 7 where the server mints them). */
export const idSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

/** Ids that the media library mints; opaque, short, printable. */
export const mediaIdSchema = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\w-]+$/));

/** A tile coordinate in tiles; fits the u16 of the binary positions frame. */
export const coordinateSchema = z.int().check(z.minimum(0), z.maximum(0xffff));

/** Number of an avatar within one life of a space; fits a u16. */
export const entitySchema = z.int().check(z.minimum(0), z.maximum(0xffff));

export const facingSchema = z.enum(['down', 'left', 'right', 'up']);

/**
 * A sign that is seen. Fillers are letters to Unicode, but drawn as nothing: those of Hangul, which are ignorable by
 * default, and the empty Braille cell.
 */
export const visibleSign = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A display name: 1 to 40 characters on one line, at least one of them visible, no control or direction signs. The two
 * joiners (U+200C, U+200D) are allowed, because Persian and Indic names and joined emoji are written with them.
 */
export const usernameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(40),
    z.regex(/^(?:\u200c|\u200d|[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}])+$/u),
    z.regex(visibleSign),
  );

export const emptySchema = z.object({});
