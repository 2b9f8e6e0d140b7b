import type { ErrorCode } from '#lib/protocol/errors.ts';
import { RestError, retryOfRest } from '../rest/RestError.ts';
import { backoffMs } from '../session/backoff.ts';
import { RequestError } from '../session/RequestError.ts';
import type { OutboxItem } from './outgoing.ts';

/** Pauses up to this long are not worth a word, in ms. */
const quietPauseMs = 3_000;

/**
 * An item after a try that came to nothing: it waits, says when it goes again, or has failed for good. Throws what is no
 * refusal.
 */
export function afterRefusal(item: OutboxItem, error: unknown, nowMs: number, random: number): OutboxItem {
  const { code, isTransient, retryAfterMs } = refusalOf(error);
  if (!isTransient) return withStatus(item, { kind: 'failed', code, retryAtMs: null });
  const attempts = item.attempts + 1;
  const pauseMs = retryAfterMs ?? backoffMs(attempts, random);
  const notBeforeMs = nowMs + pauseMs;
  const isQuiet = code === 'offline' || pauseMs <= quietPauseMs;
  const status = isQuiet
    ? { kind: 'waiting' as const }
    : { kind: 'failed' as const, code, retryAtMs: notBeforeMs };
  return { ...withStatus(item, status), attempts, notBeforeMs };
}

export function withStatus(item: OutboxItem, status: OutboxItem['message']['status']): OutboxItem {
  return { ...item, message: { ...item.message, status } };
}

interface Refusal {
  readonly code: ErrorCode | 'offline';
  readonly isTransient: boolean;
  readonly retryAfterMs: number | null;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RequestError) {
    const { isTransient, retryAfterMs } = error;
    return { code: codeOf(error.code), isTransient, retryAfterMs };
  }
  if (error instanceof RestError) {
    const retryAfterMs = error.retryAfterS === undefined ? null : error.retryAfterS * 1_000;
    return { code: codeOf(error.code), isTransient: retryOfRest(error) === 'later', retryAfterMs };
  }
  throw error;
}

function codeOf(code: RequestError['code'] | RestError['code']): ErrorCode | 'offline' {
  if (code === 'timeout') return 'unavailable';
  return code === 'bad_reply' ? 'internal' : code;
}
