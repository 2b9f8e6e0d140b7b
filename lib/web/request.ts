import type * as z from 'zod/mini';
import { RefusedError } from '#lib/protocol/errors.ts';

/** Bodies of our routes are names and ids. */
const maxBodyBytes = 16_384;

/** Whether the browser speaks HTTPS, to us or to the proxy in front. */
export function isHttps(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? new URL(request.url).protocol.replace(':', '')) === 'https';
}

/**
 * Refuses a request that another site's page made with this visitor's cookie. Browsers name the page's origin on every
 * request that changes something; programs that are no browsers send none and hold no visitor's cookie.
 *
 * Throws `RefusedError` (`forbidden`).
 */
export function refuseForeignOrigin(request: Request, webOrigins: readonly string[]): void {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    if (site === null || site === 'same-origin' || site === 'none') return;
    throw new RefusedError('forbidden', 'This request comes from another site.');
  }
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  const isOwn = URL.parse(origin)?.host === host;
  if (!isOwn && !webOrigins.includes(origin)) {
    throw new RefusedError('forbidden', 'This request comes from a page of another origin.');
  }
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes)
      throw new RefusedError('too_large', `The body is larger than ${maxBodyBytes} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedError('bad_request', 'The body is not JSON.');
  }
}

/** Reads and parses a JSON body. Throws `RefusedError` (`bad_request`, `too_large`) with the offending field's path. */
export async function readJson<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const parsed = schema.safeParse(parseJson(await readText(request)));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RefusedError('bad_request', issue?.message ?? 'malformed', issue?.path.map(String).join('.'));
}
