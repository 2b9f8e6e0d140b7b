import { expect, it } from 'vitest';
import { loggedPath } from './loggedPath.ts';

it.each([
  ['/confirm/very-secret', '/confirm/…'],
  ['/reset-password/very-secret?returnTo=/', '/reset-password/…'],
  ['/setup/very-secret', '/setup/…'],
  ['/invite/very-secret', '/invite/…'],
  ['/api/v1/invitations/very-secret/acceptance', '/api/v1/invitations/…/acceptance'],
  ['/api/auth/callback/oidc?code=very-secret&state=x', '/api/auth/callback/oidc'],
  ['/api/v1/spaces/studio/invitations', '/api/v1/spaces/studio/invitations'],
  ['/', '/'],
])('%s stands in the log as %s', (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});
