import type { OAuthConfig } from '../config/people.ts';

/** A service by which people can sign in; `id` also stands in its callback's path. */
export interface OutsideService {
  id: keyof OAuthConfig;
  name: string;
}

/** The services that are configured, in the order in which they are offered. */
export function outsideServices({ github, google, oidc }: OAuthConfig): OutsideService[] {
  const services: OutsideService[] = [];
  if (oidc !== null) services.push({ id: 'oidc', name: oidc.name });
  if (google !== null) services.push({ id: 'google', name: 'Google' });
  if (github !== null) services.push({ id: 'github', name: 'GitHub' });
  return services;
}
