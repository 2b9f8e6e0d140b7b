import type * as z from 'zod/mini';
import type { identitySchema } from '#lib/protocol/rest/me.ts';
import type { Provider } from '../providerSignIn.ts';
import type { SearchValue } from '../returnPath.ts';

export type Identity = z.infer<typeof identitySchema>;

/** A service as the account's page lists it. */
export interface Service extends Provider {
  /** Null while it is not linked. */
  readonly linkedAt: string | null;
}

/** Services that are offered or linked, the linked ones first. One that is no longer offered goes by its id. */
export function servicesOf(providers: readonly Provider[], identities: readonly Identity[]): Service[] {
  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const linked = identities.map(({ provider, linkedAt }) => ({
    id: provider,
    name: nameOf(provider),
    linkedAt,
  }));
  const isLinked = (id: string) => identities.some(({ provider }) => provider === id);
  const others = providers
    .filter(({ id }) => !isLinked(id))
    .map((provider) => ({ ...provider, linkedAt: null }));
  return [...linked, ...others];
}

/** Why a service was not linked, as the sign-in page passed it on: a key of `security`, or null when all is well. */
export function linkFailureOf(
  failure: SearchValue,
): 'identitiesDenied' | 'identitiesUnverified' | 'identitiesFailed' | null {
  if (failure === undefined) return null;
  if (failure === 'denied') return 'identitiesDenied';
  return failure === 'unverified' ? 'identitiesUnverified' : 'identitiesFailed';
}
