import { createHmac } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { KeptAnswer } from '../persistence/ports.ts';
import type { WebServices } from '../services.ts';

/** How long an answer is kept, in s (24 h). */
const keptS = 86_400;

const keyPattern = /^[\w-]{8,100}$/;

interface Repeatable {
  readonly actorId: string;
  /** The `Idempotency-Key` header. */
  readonly key: string;
  readonly operation: string;
  /** What was asked for: the same key with another request is refused. */
  readonly request: unknown;
}

type Services = Pick<WebServices, 'store' | 'config'>;

/** Answers may hold secrets that are shown once, so they are kept under the server's own key. */
async function seal(answer: KeptAnswer, secret: string): Promise<KeptAnswer> {
  const token = { body: JSON.stringify(answer.body) };
  return { status: answer.status, body: await encode({ token, secret, maxAge: keptS }) };
}

async function unseal({ status, body }: KeptAnswer, secret: string): Promise<KeptAnswer> {
  const opened = typeof body === 'string' ? await decode({ token: body, secret }) : null;
  if (typeof opened?.body !== 'string') throw new Error('a kept answer cannot be opened');
  return { status, body: JSON.parse(opened.body) };
}

/** With the server's own key, because a request may hold a password, which a plain hash would give away. */
const hashOf = (request: unknown, secret: string): string =>
  createHmac('sha256', secret).update(JSON.stringify(request)).digest('hex');

/**
 * Runs a creation once per key. Whoever asks again with the same key gets the first answer; a refusal gives the key
 * back, so that it may be tried again.
 *
 * Throws `RefusedError`: `bad_request` for a malformed key, `conflict` while the first request is still under way or
 * when the key belongs to another request.
 */
export async function onceFor(
  { store, config }: Services,
  { actorId, key, operation, request }: Repeatable,
  now: Date,
  run: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { isReplay: boolean }> {
  if (!keyPattern.test(key)) {
    throw new RefusedError('bad_request', 'A key has 8 to 100 letters, digits, _ and -.', 'Idempotency-Key');
  }
  const claim = await store.idempotency.claim(
    { actorId, key, operation, requestHash: hashOf(request, config.jwtSecret) },
    now.toISOString(),
  );
  switch (claim.state) {
    case 'kept':
      return { ...(await unseal(claim.answer, config.jwtSecret)), isReplay: true };
    case 'busy':
      throw new RefusedError(
        'conflict',
        'The first request with this key is still under way.',
        'Idempotency-Key',
      );
    case 'mismatch':
      throw new RefusedError('conflict', 'This key belongs to another request.', 'Idempotency-Key');
    case 'new':
      return await runOnce();
  }

  async function runOnce(): Promise<KeptAnswer & { isReplay: boolean }> {
    const answer = await run().catch(async (error: unknown) => {
      await store.idempotency.giveBack({ actorId, key });
      throw error;
    });
    // Should this fail, the key is not given back: what was asked for is made.
    await store.idempotency.keep({ actorId, key }, await seal(answer, config.jwtSecret));
    return { ...answer, isReplay: false };
  }
}
