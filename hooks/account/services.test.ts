import { describe, expect, it } from 'vitest';
import { linkFailureOf, servicesOf } from './services.ts';

const github = { id: 'github', name: 'GitHub' };
const google = { id: 'google', name: 'Google' };
const linkedAt = '2026-01-01T00:00:00.000Z';

describe('services of an account', () => {
  it('are those that are linked, then those that could be', () => {
    expect(servicesOf([github, google], [{ provider: 'google', linkedAt }])).toEqual([
      { ...google, linkedAt },
      { ...github, linkedAt: null },
    ]);
  });

  it('stay listed when they are no longer offered, so that they can be unlinked', () => {
    expect(servicesOf([], [{ provider: 'oidc', linkedAt }])).toEqual([
      { id: 'oidc', name: 'oidc', linkedAt },
    ]);
  });
});

describe('a service that was not linked', () => {
  it('is told with its reason, where there is one to tell', () => {
    expect(linkFailureOf(undefined)).toBeNull();
    expect(linkFailureOf('denied')).toBe('identitiesDenied');
    expect(linkFailureOf('unverified')).toBe('identitiesUnverified');
    expect(linkFailureOf('constructor')).toBe('identitiesFailed');
    expect(linkFailureOf(['denied', 'denied'])).toBe('identitiesFailed');
  });
});
