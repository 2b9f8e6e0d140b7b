import * as z from 'zod/mini';
import type { RestRoute } from '#lib/protocol/rest/define.ts';
import { asNode, type Json, stringTypeOf } from './fieldNotes.ts';

/** Values that read like life, by the name of the field. */
const byName: Readonly<Record<string, unknown>> = {
  name: 'Harbour Studio',
  email: 'mira@example.org',
  password: 'three quiet otters rowing',
  current: 'four loud geese sleeping',
  token: 'Zk3mV0c8rQ1xT7yB5nL2pW9s',
  confirmation: 'Mira',
  text: 'Coffee on the terrace at three',
  mapId: 'office',
  space: 'harbour',
  provider: 'github',
  scopes: ['spaces:read'],
  expiresInS: 86_400,
  protocol: 1,
  role: 'moderator',
  emoji: '👍',
  message: 'Coffee on the terrace at three',
  reason: 'Not kind to Jonas',
  query: 'terrace',
};

const exampleId = '018f6f2e-7a3c-7d11-9c54-3f2a6b7c8d90';

/** A request body with the fields that must be there; of bodies in which none must, the first field stands alone. */
export function exampleBodyOf(route: RestRoute): Record<string, unknown> | null {
  const node = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' });
  const properties = Object.entries(node.properties ?? {});
  if (properties.length === 0) return null;
  const required = properties.filter(([name]) => (node.required ?? []).includes(name));
  const shown = required.length === 0 ? properties.slice(0, 1) : required;
  const example = Object.fromEntries(
    shown.map(([name, property]) => [name, exampleOf(name, asNode(property))]),
  );
  return isAboutPerson(route) && 'name' in example ? { ...example, name: 'Mira' } : example;
}

/** The fields of the query that must be there, as they stand behind the path. */
function exampleQueryOf(route: RestRoute): string {
  const node = z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' });
  const required = Object.entries(node.properties ?? {}).filter(([name]) =>
    (node.required ?? []).includes(name),
  );
  const query = new URLSearchParams(
    required.map(([name, property]) => [name, String(exampleOf(name, asNode(property)))]),
  );
  return query.size === 0 ? '' : `?${query}`;
}

/** The path of an operation with values in it. */
export function examplePathOf(route: RestRoute): string {
  const { properties = {} } = z.toJSONSchema(route.params, { io: 'input', unrepresentable: 'any' });
  return route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(exampleOf(name, asNode(properties[name]))),
  );
}

const isAboutPerson = ({ tag }: RestRoute): boolean => tag === 'Session' || tag === 'Me';

function exampleOf(name: string, node: Json): unknown {
  if (node.default !== undefined) return node.default;
  if (node.type === 'string' && stringTypeOf(node) === 'uuid') return exampleId;
  if (byName[name] !== undefined) return byName[name];
  if (node.enum !== undefined) return node.enum[0];
  if (node.anyOf !== undefined) return exampleOf(name, asNode(node.anyOf[0]));
  if (node.type === 'string') return 'harbour';
  if (node.type === 'integer' || node.type === 'number') return node.minimum === 0 ? 12 : (node.minimum ?? 1);
  if (node.type === 'boolean') return true;
  return node.type === 'array' ? [] : {};
}

/** How the operation is called from a shell in which `VICINITY` and `TOKEN` are set. */
export function curlOf(route: RestRoute): string {
  const body = exampleBodyOf(route);
  const lines = [
    `curl${route.method === 'GET' ? '' : ` -X ${route.method}`} "$VICINITY/api/v1${examplePathOf(route)}${exampleQueryOf(route)}"`,
    credentialsOf(route),
    route.concurrency === 'guarded' ? `-H 'If-Match: "3.kQ0b1Wc2Xd4Y"'` : null,
    route.takesIdempotencyKey ? `-H "Idempotency-Key: $(uuidgen)"` : null,
    body === null ? null : `-H 'Content-Type: application/json'`,
    body === null ? null : `-d '${JSON.stringify(body)}'`,
    route.takes === 'bytes' ? '--data-binary @picture.png' : null,
    route.gives === 'file' ? '-OJ' : null,
  ];
  return lines.filter((line) => line !== null).join(' \\\n  ');
}

/** A token where it will do; else the cookie of a session, which signing in has put into a file. */
function credentialsOf({ permission, scope, tag }: RestRoute): string | null {
  if (scope !== null) return permission === 'none' ? null : '-H "Authorization: Bearer $TOKEN"';
  if (tag === 'Session') return '-c cookies.txt -b cookies.txt';
  return '-b cookies.txt';
}
