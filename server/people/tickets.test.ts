import { SignJWT, UnsecuredJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { signTicket, type TicketClaims, verifyTicket } from './tickets.ts';

const secret = 'a secret of the test that is long enough';
const nowMs = Date.UTC(2026, 0, 1);
const claims: TicketClaims = {
  userId: uuidv7(),
  sessionId: uuidv7(),
  spaceId: uuidv7(),
  username: 'Alice',
  loginId: uuidv7(),
};

function forge(overrides: Record<string, unknown> = {}): SignJWT {
  const iat = nowMs / 1_000;
  return new SignJWT({
    sub: claims.userId,
    sid: claims.sessionId,
    space: claims.spaceId,
    name: claims.username,
    lid: claims.loginId,
    jti: uuidv7(),
    aud: 'vicinity-realtime',
    iat,
    exp: iat + 60,
    ...overrides,
  });
}

const sign = (jwt: SignJWT, alg = 'HS256', key = secret): Promise<string> =>
  jwt.setProtectedHeader({ alg }).sign(new TextEncoder().encode(key));

describe('tickets', () => {
  it('gives back what was signed, with an id and an expiry', async () => {
    const result = await verifyTicket(await signTicket(claims, secret, nowMs), secret, nowMs, claims.spaceId);
    const ticket = { ...claims, tokenId: null, issuedAtMs: nowMs, expiresAtMs: nowMs + 65_000 };
    expect(result).toMatchObject({ ok: true, ticket });
  });

  it('names what it was asked for with: a sign-in, an API token, or neither', async () => {
    for (const [loginId, tokenId] of [
      [uuidv7(), null],
      [null, uuidv7()],
      [null, null],
    ] as const) {
      const token = await signTicket({ ...claims, loginId, tokenId }, secret, nowMs);
      expect(await verifyTicket(token, secret, nowMs)).toMatchObject({ ticket: { loginId, tokenId } });
    }
  });

  it('mints a new id for every ticket', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => verifyTicket(await signTicket(claims, secret, nowMs), secret, nowMs)),
    );
    const [first, second] = ids.map((result) => (result.ok ? result.ticket.ticketId : null));
    expect(first).not.toBe(second);
  });

  it('refuses a ticket after a minute, clocks apart by up to 5 s allowed', async () => {
    const token = await signTicket(claims, secret, nowMs);
    expect(await verifyTicket(token, secret, nowMs + 60_000)).toMatchObject({ ok: true });
    expect(await verifyTicket(token, secret, nowMs - 4_000)).toMatchObject({ ok: true });
    expect(await verifyTicket(token, secret, nowMs + 66_000)).toEqual({ ok: false, code: 'ticket_expired' });
  });

  it('refuses a ticket for another space', async () => {
    const token = await signTicket(claims, secret, nowMs);
    expect(await verifyTicket(token, secret, nowMs, uuidv7())).toEqual({
      ok: false,
      code: 'ticket_wrong_space',
    });
  });

  it('accepts HS256 only', async () => {
    const unsigned = new UnsecuredJWT({ sub: claims.userId, aud: 'vicinity-realtime' }).encode();
    const long = 'x'.repeat(64);
    const refused = { ok: false, code: 'unauthorized' };
    expect(await verifyTicket(unsigned, secret, nowMs)).toEqual(refused);
    expect(await verifyTicket(await sign(forge(), 'HS512', long), long, nowMs)).toEqual(refused);
    expect(await verifyTicket(await sign(forge(), 'HS256'), secret, nowMs)).toMatchObject({ ok: true });
  });

  it.each([
    ['foreign signature', () => sign(forge(), 'HS256', 'another secret that is long enough too')],
    ['other audience', () => sign(forge({ aud: 'somebody-else' }))],
    ['no audience', () => sign(forge({ aud: undefined }))],
    ['no id', () => sign(forge({ jti: undefined }))],
    ['no expiry', () => sign(forge({ exp: undefined }))],
    ['an expiry too far off', () => sign(forge({ exp: nowMs / 1_000 + 3_600 }))],
    ['no session', () => sign(forge({ sid: undefined }))],
    ['a user that is no id', () => sign(forge({ sub: 'root' }))],
    ['nothing said of the sign-in', () => sign(forge({ lid: undefined }))],
    ['a sign-in that is no id', () => sign(forge({ lid: 'root' }))],
    ['not a token', () => Promise.resolve('%%%.###')],
    ['nothing', () => Promise.resolve('')],
  ])('refuses: %s', async (_name, token) => {
    expect(await verifyTicket(await token(), secret, nowMs)).toEqual({ ok: false, code: 'unauthorized' });
  });
});
