import type * as z from 'zod/mini';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { RestRoute } from '#lib/protocol/rest/define.ts';

/** Bodies of our routes are names, texts and settings. */
const maxBodyBytes = 32_768;

/** Parses a part of a request. Throws `RefusedError` (`bad_request`) with the path of the first offending field. */
export function parsePart<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
  prefix: '' | 'params' | 'query',
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [...(prefix === '' ? [] : [prefix]), ...(issue?.path ?? [])].map(String).join('.');
  const message = issue?.message ?? 'The input is malformed.';
  throw new RefusedError('bad_request', message, path === '' ? undefined : path);
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) {
      throw new RefusedError('too_large', `The body is larger than ${maxBodyBytes} bytes.`);
    }
    text += decode(decoder, chunk);
  }
  return text + decode(decoder, undefined);
}

function decode(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new RefusedError('bad_request', 'The body is not UTF-8.');
  }
}

const tooLarge = (sizeMost: number): RefusedError =>
  new RefusedError('too_large', `The file is larger than ${sizeMost} bytes.`);

/** Throws `RefusedError` when more comes than was allowed; what comes after that is not waited for. */
async function readChunks(request: Request, sizeMost: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > sizeMost) throw tooLarge(sizeMost);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    throw new RefusedError('bad_request', 'The body broke off.');
  }
  return chunks;
}

/**
 * The body as it is, whatever its type is said to be. Throws `RefusedError`: `too_large`, at once when the request says
 * so itself, and `bad_request` when less comes than it says.
 */
export async function readBytes(request: Request, sizeMost: number): Promise<Uint8Array> {
  const header = request.headers.get('content-length');
  const said = header === null ? null : Number(header);
  if (said !== null && said > sizeMost) throw tooLarge(sizeMost);
  const bytes = Buffer.concat(await readChunks(request, sizeMost));
  if (said !== null && said !== bytes.byteLength)
    throw new RefusedError('bad_request', 'The body broke off.');
  return bytes;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedError('bad_request', 'The body is not JSON.');
  }
}

const isJson = (contentType: string | null): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '');

/**
 * The body as JSON. Only `application/json` is read, which no form of a foreign page can send. No body at all is an
 * empty object: whether that will do is for the schema to say. A file is left to the operation.
 */
export async function readBody(request: Request, route: RestRoute): Promise<unknown> {
  if (route.method === 'GET' || route.method === 'DELETE' || route.takes === 'bytes') return {};
  const text = await readText(request);
  if (text === '') return {};
  if (!isJson(request.headers.get('content-type'))) {
    throw new RefusedError('unsupported_media_type', 'Send the body as application/json.');
  }
  return parseJson(text);
}

/** The query's fields. One that is given twice is refused: two readers might pick different ones. */
export function readQuery(url: URL): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(fields, name)) {
      throw new RefusedError('bad_request', 'This field is given twice.', `query.${name}`);
    }
    fields[name] = value;
  }
  return fields;
}
