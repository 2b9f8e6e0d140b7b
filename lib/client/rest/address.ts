/** Where the operations of the REST API lie on the web origin. */
const root = '/api/v1';

/** What a path or a query is filled with. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * The address of an operation: its path with every `{name}` filled in, and the query values that are defined.
 * Throws `TypeError` when a value of the path is missing, which is a mistake in the calling code.
 */
export function addressOf(path: string, params: Values, query: Values): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segmentOf(path, name, params[name]));
  const search = searchOf(query);
  return search === '' ? `${root}${filled}` : `${root}${filled}?${search}`;
}

/** One segment of a path. Dots alone would be read as steps up the path by every URL parser. */
function segmentOf(path: string, name: string, value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (text === '') throw new TypeError(`${path} needs {${name}}.`);
  if (text === '.' || text === '..') throw new TypeError(`{${name}} of ${path} cannot be "${text}".`);
  return encodeURIComponent(text);
}

function searchOf(query: Values): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  return search.toString();
}
