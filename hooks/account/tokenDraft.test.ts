import { describe, expect, it } from 'vitest';
import { meRoutes } from '#lib/protocol/rest/me.ts';
import {
  emptyTokenDraft,
  expiries,
  hasExpired,
  problemsOfToken,
  requestOfToken,
  type TokenDraft,
  withScope,
} from './tokenDraft.ts';

const robot: TokenDraft = { name: ' Robot ', scopes: ['realtime', 'profile:read'], expiry: '30' };

describe('a new token', () => {
  it('needs a name and something that it is good for', () => {
    expect(problemsOfToken(emptyTokenDraft)).toEqual({ name: 'tokenNameMissing', scopes: 'scopesMissing' });
    expect(problemsOfToken({ ...robot, name: 'x'.repeat(61) })).toEqual({ name: 'lineRefused' });
    expect(problemsOfToken(robot)).toEqual({});
  });

  it('is asked for in the words of the server, for every expiry on offer', () => {
    expect(requestOfToken(robot)).toEqual({
      name: 'Robot',
      scopes: ['profile:read', 'realtime'],
      expiresInS: 2_592_000,
    });
    for (const expiry of expiries) {
      expect(meRoutes.createToken.body.safeParse(requestOfToken({ ...robot, expiry })).success).toBe(true);
    }
    expect(requestOfToken({ ...robot, expiry: 'Never' }).expiresInS).toBeNull();
  });

  it('gains and loses a scope once', () => {
    expect(withScope(withScope(emptyTokenDraft, 'realtime', true), 'realtime', true).scopes).toEqual([
      'realtime',
    ]);
    expect(withScope(robot, 'realtime', false).scopes).toEqual(['profile:read']);
  });
});

describe('the end of a token', () => {
  const now = new Date('2026-06-01T00:00:00.000Z');
  it('comes at its instant, and never for one without', () => {
    expect(hasExpired({ expiresAt: '2026-06-01T00:00:00.000Z' }, now)).toBe(true);
    expect(hasExpired({ expiresAt: '2026-06-01T00:00:00.001Z' }, now)).toBe(false);
    expect(hasExpired({ expiresAt: null }, now)).toBe(false);
  });
});
