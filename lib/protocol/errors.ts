import * as z from 'zod/mini';

/**
 * Every reason for which a request over a socket or REST is refused. Codes are stable: clients branch on them and
 * translate them; the `message` beside a code is for developers only.
 */
export const errorCodes = [
  'bad_request',
  'unknown_event',
  'too_large',
  'unauthorized',
  'ticket_expired',
  'ticket_used',
  'ticket_wrong_space',
  'wrong_credentials',
  'weak_password',
  'link_invalid',
  'forbidden',
  'banned',
  'invitation_required',
  'invitation_invalid',
  'password_required',
  'space_locked',
  'space_full',
  'space_archived',
  'not_found',
  'method_not_allowed',
  'unsupported_media_type',
  'conflict',
  'precondition_failed',
  'precondition_required',
  'last_owner',
  'not_joined',
  'already_joined',
  'blocked_tile',
  'too_fast',
  'rate_limited',
  'slow_mode',
  'muted',
  'filtered',
  'message_deleted',
  'unsafe_file',
  'not_in_call',
  'stale_epoch',
  'media_unavailable',
  'unavailable',
  'protocol_mismatch',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What the caller should do: try the same again now, after a pause, or not at all. */
export type Retry = 'now' | 'later' | 'never';

export const wireErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** One English sentence for developers; user interfaces translate `code`. */
  message: z.string(),
  retry: z.enum(['now', 'later', 'never']),
  /** Path of the offending field, such as `payload.x`, when the input was malformed. */
  path: z.optional(z.string()),
  /** When it may be tried again, in ms from now, where that is known. */
  retryAfterMs: z.optional(z.int()),
});

/** The error object as it travels: `{ error: WireError }` in acknowledgements, the payload of `problem` otherwise. */
export type WireError = z.infer<typeof wireErrorSchema>;

const retryOf: Partial<Record<ErrorCode, Retry>> = {
  ticket_expired: 'now',
  ticket_used: 'now',
  stale_epoch: 'never',
  too_fast: 'later',
  space_locked: 'later',
  space_full: 'later',
  rate_limited: 'later',
  slow_mode: 'later',
  media_unavailable: 'later',
  unavailable: 'later',
  internal: 'later',
};

/** Builds the wire form of an expected failure, with the retry advice that belongs to its code. */
export function wireError(code: ErrorCode, message: string, path?: string, retryAfterMs?: number): WireError {
  return {
    code,
    message,
    retry: retryOf[code] ?? 'never',
    ...(path === undefined ? {} : { path }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

const refusedBrand = Symbol.for('vicinity.RefusedError');

/**
 * An expected failure on its way to the caller. Anything else that is thrown is a bug and is answered as `internal`.
 *
 * Next bundles a copy of this class of its own, and refusals cross from the server's copy to it; so `instanceof` goes by
 * a mark that all copies share.
 */
export class RefusedError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is RefusedError {
    return value instanceof Error && refusedBrand in value;
  }

  readonly [refusedBrand] = true;
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, path?: string, retryAfterMs?: number) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
    this.path = path;
    this.retryAfterMs = retryAfterMs;
  }

  toWire(): WireError {
    return wireError(this.code, this.message, this.path, this.retryAfterMs);
  }
}
