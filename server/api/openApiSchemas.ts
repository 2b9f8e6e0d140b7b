import * as z from 'zod';
import type * as mini from 'zod/mini';
import type { RestRoute } from '#lib/protocol/rest/define.ts';

export type Json = Record<string, unknown>;

/** The JSON Schema of a zod schema, as OpenAPI 3.1 takes it (draft 2020-12). `input`: what may be sent. */
export function schemaOf(schema: mini.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

export interface ObjectSchema {
  properties?: Record<string, Json>;
  required?: string[];
}

/** Parameters of the path or of the query, from the properties of their schema. */
export function parametersOf(schema: mini.ZodMiniType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] }: ObjectSchema = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

const header = (name: string, description: string, isRequired: boolean): Json => ({
  name,
  in: 'header',
  required: isRequired,
  description,
  schema: { type: 'string' },
});

/** The headers that a route reads. */
export function headersOf(route: RestRoute): Json[] {
  const headers: Json[] = [];
  if (route.concurrency === 'guarded') {
    headers.push(header('If-Match', 'The ETag of the version that is edited, or *.', true));
  }
  if (route.concurrency === 'tagged') {
    headers.push(header('If-None-Match', 'The ETag that is known already; the same answer is 304.', false));
  }
  if (route.gives === 'file') {
    headers.push(header('If-None-Match', 'The ETag that is known already; the same file is 304.', false));
    headers.push(header('Range', 'One stretch in bytes, such as bytes=0-1023.', false));
    headers.push(
      header('If-Range', 'The ETag that the stretch has to be of; else the whole file comes.', false),
    );
  }
  if (route.takesIdempotencyKey) {
    headers.push(header('Idempotency-Key', 'Makes a repetition within 24 h harmless.', false));
  }
  return headers;
}
