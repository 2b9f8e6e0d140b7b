import { errors, jwtVerify, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import * as z from 'zod/mini';
import { idSchema, usernameSchema } from '#lib/protocol/common.ts';

/** Who a ticket is for. `sessionId` is the tab, `userId` the person. */
export interface TicketClaims {
  readonly userId: string;
  readonly sessionId: string;
  readonly spaceId: string;
  readonly username: string;
  /** The browser's sign-in that the ticket was asked for with; `null` where there was none. */
  readonly loginId: string | null;
  /** The API token that it was asked for with, if any. */
  readonly tokenId?: string | null;
  /** `chat`: good for the chat of the space alone, not for a place in it. */
  readonly purpose?: TicketPurpose;
}

/** What a ticket is good for. One for the space is good for its chat, too. */
export type TicketPurpose = 'space' | 'chat';

/** A verified ticket. Times are Unix times; `expiresAtMs` is when its id may be forgotten. */
export interface Ticket extends TicketClaims {
  readonly tokenId: string | null;
  readonly purpose: TicketPurpose;
  readonly ticketId: string;
  /** In whole seconds, rounded down. */
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
}

export type TicketRefusal = 'ticket_expired' | 'ticket_wrong_space' | 'unauthorized';

export type TicketResult =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly code: TicketRefusal };

/** A ticket is fetched right before it is used: one minute covers a slow connection. */
export const ticketLifetimeS = 60;

/** How far the clocks of the web and the realtime part may lie apart. */
export const clockToleranceS = 5;

const audience = 'vicinity-realtime';
const algorithm = 'HS256';

const payloadSchema = z.object({
  sub: idSchema,
  sid: idSchema,
  space: idSchema,
  name: usernameSchema,
  lid: z.nullable(idSchema),
  tid: z._default(z.nullable(idSchema), null),
  use: z._default(z.enum(['space', 'chat']), 'space'),
  jti: idSchema,
  iat: z.number(),
  exp: z.number(),
});

/** Keys that were made of secrets, the latest only: a process has one, and making it takes longer than using it. */
let latestKey: { readonly secret: string; readonly key: Promise<CryptoKey> } | null = null;

function keyOf(secret: string): Promise<CryptoKey> {
  if (latestKey?.secret === secret) return latestKey.key;
  const key = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  latestKey = { secret, key };
  return key;
}

/** Signs a ticket that is valid for 60 s from `nowMs` and for one use. */
export async function signTicket(claims: TicketClaims, secret: string, nowMs: number): Promise<string> {
  const issuedAtS = Math.floor(nowMs / 1_000);
  const { sessionId, spaceId, username, loginId, tokenId = null, purpose = 'space' } = claims;
  const who = { sid: sessionId, space: spaceId, name: username, lid: loginId, tid: tokenId };
  return new SignJWT({ ...who, use: purpose })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
    .setSubject(claims.userId)
    .setAudience(audience)
    .setJti(uuidv7())
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + ticketLifetimeS)
    .sign(await keyOf(secret));
}

/**
 * Verifies a ticket; only HS256 is accepted, whatever the token's own header says. Says nothing about earlier uses:
 * that is the ledger's part.
 *
 * @param spaceId when given, a ticket for another space is refused as `ticket_wrong_space`.
 */
export async function verifyTicket(
  token: string,
  secret: string,
  nowMs: number,
  spaceId?: string,
): Promise<TicketResult> {
  const verified = await verifySignature(token, secret, nowMs);
  if (!verified.ok) return verified;
  if (spaceId !== undefined && verified.ticket.spaceId !== spaceId) {
    return { ok: false, code: 'ticket_wrong_space' };
  }
  return verified;
}

async function verifySignature(token: string, secret: string, nowMs: number): Promise<TicketResult> {
  try {
    const { payload } = await jwtVerify(token, await keyOf(secret), {
      algorithms: [algorithm],
      audience,
      currentDate: new Date(nowMs),
      clockTolerance: clockToleranceS,
      maxTokenAge: ticketLifetimeS,
    });
    return readPayload(payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { ok: false, code: 'ticket_expired' };
    if (error instanceof errors.JOSEError) return { ok: false, code: 'unauthorized' };
    throw error;
  }
}

function readPayload(payload: unknown): TicketResult {
  const parsed = z.safeParse(payloadSchema, payload);
  if (!parsed.success) return { ok: false, code: 'unauthorized' };
  const { sub, sid, space, name, lid, tid, use, jti, exp, iat } = parsed.data;
  if (exp - iat > ticketLifetimeS) return { ok: false, code: 'unauthorized' };
  const expiresAtMs = (exp + clockToleranceS) * 1_000;
  const who = { userId: sub, sessionId: sid, spaceId: space, username: name, loginId: lid, tokenId: tid };
  return { ok: true, ticket: { ...who, purpose: use, ticketId: jti, issuedAtMs: iat * 1_000, expiresAtMs } };
}
