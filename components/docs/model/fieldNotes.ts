import * as z from 'zod/mini';
import { idSchema, usernameSchema } from '#lib/protocol/common.ts';
import {
  emailSchema,
  lineSchema,
  linkTokenSchema,
  slugSchema,
  textSchema,
} from '#lib/protocol/rest/common.ts';

export type Json = z.core.JSONSchema.BaseSchema;

/** A part of a JSON Schema; `true`, `false` and nothing say nothing about the value. */
export const asNode = (part: Json | boolean | null | undefined): Json =>
  typeof part === 'object' && part !== null ? part : {};

/** Patterns that a few words say better. */
export type KnownPattern = 'line' | 'text' | 'visible' | 'secret' | 'slug';

/** What a value must be besides its type. */
export type FieldNote =
  | { readonly kind: 'length' | 'range' | 'items'; readonly min: number | null; readonly max: number | null }
  | { readonly kind: 'default'; readonly value: string }
  | { readonly kind: 'known'; readonly pattern: KnownPattern }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'open' }
  | { readonly kind: 'variant'; readonly number: number; readonly count: number };

function patternsOf(node: Json): string[] {
  const inner = (node.allOf ?? []).flatMap((part) => patternsOf(asNode(part)));
  return node.pattern === undefined ? inner : [node.pattern, ...inner];
}

const patternsOfSchema = (schema: z.ZodMiniType): string[] =>
  patternsOf(z.toJSONSchema(schema, { io: 'input' }));

const idPattern = patternsOfSchema(idSchema)[0];
const emailPattern = patternsOfSchema(emailSchema)[0];

const known = new Map<string, KnownPattern>([
  ...patternsOfSchema(usernameSchema).map(
    (pattern, index) => [pattern, index === 0 ? 'line' : 'visible'] as const,
  ),
  ...patternsOfSchema(lineSchema(1)).map((pattern) => [pattern, 'line'] as const),
  ...patternsOfSchema(textSchema(1)).map((pattern) => [pattern, 'text'] as const),
  ...patternsOfSchema(linkTokenSchema).map((pattern) => [pattern, 'secret'] as const),
  ...patternsOfSchema(slugSchema).map((pattern) => [pattern, 'slug'] as const),
]);

/** Name of a string's type: `uuid`, `email` and `date-time` where it is one of them. */
export function stringTypeOf(node: Json): string {
  const patterns = patternsOf(node);
  if (idPattern !== undefined && patterns.includes(idPattern)) return 'uuid';
  if (emailPattern !== undefined && patterns.includes(emailPattern)) return 'email';
  return node.format === 'date-time' ? 'date-time' : 'string';
}

/** What holds for the values of one node of a JSON Schema. */
export function notesOf(node: Json): FieldNote[] {
  return [
    ...limits('length', node.minLength, node.maxLength),
    ...limits('range', node.minimum, node.maximum),
    ...limits('items', node.minItems, node.maxItems),
    ...patternNotes(node),
    ...(node.default === undefined
      ? []
      : [{ kind: 'default', value: JSON.stringify(node.default) } as const]),
  ];
}

/** JSON numbers go as far as 2⁵³ − 1, and zod says so of every integer; that is no limit worth telling. */
const isTold = (limit: number | undefined): limit is number =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;

function limits(kind: 'length' | 'range' | 'items', min?: number, max?: number): FieldNote[] {
  if (!isTold(min) && !isTold(max)) return [];
  return [{ kind, min: isTold(min) ? min : null, max: isTold(max) ? max : null }];
}

function patternNotes(node: Json): FieldNote[] {
  if (stringTypeOf(node) !== 'string') return [];
  return patternsOf(node).map((pattern) => {
    const name = known.get(pattern);
    return name === undefined ? { kind: 'pattern', pattern } : { kind: 'known', pattern: name };
  });
}
