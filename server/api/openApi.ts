import { isSpacePermission, sitePermissions, spacePermissions } from '#lib/domain/access/permissions.ts';
import { scopes } from '#lib/domain/access/scopes.ts';
import { type ErrorCode, errorCodes } from '#lib/protocol/errors.ts';
import { restCatalogue } from '#lib/protocol/rest/catalogue.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { problemSchema } from '#lib/protocol/rest/problem.ts';
import { httpStatusOf } from '../http/problem.ts';
import { version } from '../version.ts';
import { headersOf, type Json, type ObjectSchema, parametersOf, schemaOf } from './openApiSchemas.ts';
import { refusalsOf } from './refusals.ts';

const rateLimitHeaders: Json = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    { schema: { type: 'integer' } },
  ]),
);

function problemResponses(route: RestRoute): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalsOf(route)) {
    const status = httpStatusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: `Refused: ${codes.join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

const text = { schema: { type: 'string' } };

/** A file comes whole or as one stretch; its own type stands in `Content-Type`. */
function fileResponses(shared: Json): Json {
  const headers = { ...shared, ETag: text, 'Accept-Ranges': text, 'Content-Disposition': text };
  const content = { 'application/octet-stream': { schema: {} } };
  return {
    200: { description: 'The file.', headers, content },
    206: {
      description: 'The stretch that `Range` asks for.',
      headers: { ...headers, 'Content-Range': text },
      content,
    },
    304: { description: 'Nothing has changed.', headers },
    416: {
      description: 'The stretch begins behind the end of the file.',
      headers: { 'Content-Range': text },
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}

function successResponses(route: RestRoute): Json {
  const tagHeader = route.concurrency === 'none' ? {} : { ETag: { schema: { type: 'string' } } };
  const headers = { ...rateLimitHeaders, ...tagHeader };
  if (route.gives === 'file') return fileResponses(headers);
  if (route.status === 204) return { 204: { description: 'Done.', headers } };
  const content = { 'application/json': { schema: schemaOf(route.reply, 'output') } };
  const success: Json = { [route.status]: { description: 'Done.', headers, content } };
  const isConditional = route.concurrency === 'tagged' && route.method === 'GET';
  return isConditional ? { ...success, 304: { description: 'Nothing has changed.', headers } } : success;
}

function requestBodyOf(route: RestRoute): Json {
  if (route.method === 'GET' || route.method === 'DELETE') return {};
  if (route.takes === 'bytes') {
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  }
  const schema: ObjectSchema = schemaOf(route.body, 'input');
  if (Object.keys(schema.properties ?? {}).length === 0) return {};
  const required = (schema.required ?? []).length > 0;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

/** Who may do it, in words. */
function rightOf({ permission }: RestRoute): string {
  if (permission === 'none') return 'Needs no session.';
  const least = isSpacePermission(permission)
    ? `the role ${spacePermissions[permission]} in the space`
    : `the account kind ${sitePermissions[permission]}`;
  return `Needs the right \`${permission}\`: ${least} or above.`;
}

function securityOf({ permission, scope }: RestRoute): Json[] {
  const token = scope === null ? [] : [{ token: [scope] }];
  return [...(permission === 'none' ? [{}] : []), { session: [] }, ...token];
}

function operationOf(id: string, route: RestRoute): Json {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...headersOf(route),
  ];
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary,
    description: rightOf(route),
    'x-permission': route.permission,
    security: securityOf(route),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBodyOf(route),
    responses: { ...successResponses(route), ...problemResponses(route) },
  };
}

function paths(): Record<string, Json> {
  const found: Record<string, Json> = {};
  for (const [id, route] of Object.entries<RestRoute>(restCatalogue)) {
    found[route.path] = { ...found[route.path], [route.method.toLowerCase()]: operationOf(id, route) };
  }
  return found;
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'next-auth.session-token',
    description: 'Set by signing in; over HTTPS its name begins with __Secure-.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: `A personal API token (\`vic_…\`), good for its scopes: ${scopes.join(', ')}.`,
  },
};

function build(): Json {
  const problem = schemaOf(problemSchema, 'output');
  const code = { type: 'string', enum: [...errorCodes] };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vicinity',
      version,
      summary: 'Everything that people can do outside of the map, for programs.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(Object.values<RestRoute>(restCatalogue).map(({ tag }) => tag))].map((name) => ({
      name,
    })),
    paths: paths(),
    components: {
      securitySchemes,
      schemas: { Problem: { ...problem, properties: { ...(problem.properties as Json), code } } },
    },
  };
}

let document: Json | undefined;

/** The REST API as OpenAPI 3.1, made once of the catalogue's own schemas. */
export function openApiDocument(): Json {
  document ??= build();
  return document;
}
