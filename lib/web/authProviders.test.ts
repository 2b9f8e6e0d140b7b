import { describe, expect, it } from 'vitest';
import { outsideProviders, vouchedEmail } from './authProviders.ts';

describe('the address that GitHub vouches for', () => {
  it.each([
    [[{ email: 'a@example.org', primary: true, verified: true }], 'a@example.org'],
    [[{ email: 'a@example.org', primary: true, verified: false }], null],
    [[{ email: 'a@example.org', primary: false, verified: true }], null],
    [[], null],
  ])('of %j is %j', (listed, expected) => {
    expect(vouchedEmail(listed)).toBe(expected);
  });

  it('is not read out of something else', () => {
    expect(() => vouchedEmail({ message: 'Bad credentials' })).toThrow();
  });
});

describe('the services', () => {
  const client = { clientId: 'id', clientSecret: 'secret' };

  it('are those that are configured, each with a state and a proof key', () => {
    const providers = outsideProviders({
      github: client,
      google: client,
      oidc: { ...client, issuer: 'https://id.example/realms/main/', name: 'Work' },
    });
    expect(providers.map(({ id }) => id)).toEqual(['oidc', 'google', 'github']);
    expect(providers[0]).toMatchObject({
      name: 'Work',
      wellKnown: 'https://id.example/realms/main/.well-known/openid-configuration',
      checks: ['pkce', 'state', 'nonce'],
    });
    expect(providers[1]?.options).toMatchObject({ checks: ['pkce', 'state', 'nonce'] });
    expect(providers[2]?.options).toMatchObject({ checks: ['pkce', 'state'] });
  });

  it('are none by default', () => {
    expect(outsideProviders({ github: null, google: null, oidc: null })).toEqual([]);
  });
});
