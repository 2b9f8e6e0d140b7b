import type { IncomingMessage } from 'node:http';
import { RefusedError } from '#lib/protocol/errors.ts';

/** Reads a request's body as text. Throws `RefusedError` (`too_large`) beyond `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Whoever sends too much still has to be told so: the request is not destroyed, as leaving the loop would do.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) throw new RefusedError('too_large', `The body is larger than ${maxBytes} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
