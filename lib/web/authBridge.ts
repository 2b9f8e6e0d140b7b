import NextAuth, { type AuthOptions } from 'next-auth';
import * as z from 'zod';
import { RefusedError } from '#lib/protocol/errors.ts';

/** What next-auth reads of a request. */
export interface AuthRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  /** With `nextauth`: the parts of the path below `/api/auth`. */
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly body: Readonly<Record<string, string>>;
}

/** Addresses that repeat what a client sent may hold what no header can: line ends, letters beyond ASCII. */
const printable = (value: string): string =>
  value.replace(/[^\x20-\x7e]+/gu, (part) => encodeURIComponent(part.toWellFormed()));

/** What next-auth writes its answer into. */
class AuthAnswer {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Headers({ 'cache-control': 'private, no-store' });
  #cookies: string[] = [];

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string[] | undefined {
    return name.toLowerCase() === 'set-cookie' ? this.#cookies : undefined;
  }

  setHeader(name: string, value: string | string[]): this {
    if (name.toLowerCase() === 'set-cookie') this.#cookies = [value].flat();
    else if (name.toLowerCase() !== 'cache-control') this.#headers.set(name, printable(String(value)));
    return this;
  }

  json(value: unknown): void {
    this.#headers.set('content-type', 'application/json');
    this.#body = JSON.stringify(value);
  }

  send(value: unknown): void {
    if (typeof value === 'string') this.#body = value;
    else if (value !== undefined) this.json(value);
  }

  end(): void {
    this.#body = null;
  }

  toResponse(): Response {
    for (const cookie of this.#cookies) this.#headers.append('set-cookie', cookie);
    return new Response(this.#body, { status: this.#status, headers: this.#headers });
  }
}

// next-auth takes its own address from a setting of the environment, or, told so, from the headers of each request; which
// of these are true we have decided before it sees them.
process.env.AUTH_TRUST_HOST = 'true';

type Handler = (request: AuthRequest, answer: AuthAnswer) => Promise<void>;

/**
 * Asks next-auth. Its handler of the older kind is used, because that one is told the request instead of asking Next for
 * it, and so runs wherever there is a request.
 */
export async function askNextAuth(request: AuthRequest, options: AuthOptions): Promise<Response> {
  const handler: Handler = NextAuth(options);
  const answer = new AuthAnswer();
  await handler(request, answer);
  return answer.toResponse();
}

const maxBodyBytes = 16_384;
const fieldsSchema = z.record(z.string(), z.coerce.string());

/** The fields of a form or of a flat JSON object. Throws `RefusedError` (`bad_request`, `too_large`). */
export async function readFields(request: Request): Promise<Record<string, string>> {
  if (request.method !== 'POST') return {};
  const bytes = await readBytes(request);
  const text = bytes.toString('utf8');
  const isJson = request.headers.get('content-type')?.includes('application/json') === true;
  const fields = isJson ? parseJson(text) : Object.fromEntries(new URLSearchParams(text));
  const parsed = fieldsSchema.safeParse(fields);
  if (!parsed.success) throw new RefusedError('bad_request', 'The body must be an object of texts.');
  return parsed.data;
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) {
      throw new RefusedError('too_large', `The body is larger than ${maxBodyBytes} bytes.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedError('bad_request', 'The body is not JSON.');
  }
}
