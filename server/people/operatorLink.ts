import type { Store } from '../persistence/ports.ts';
import { makeLink } from './links.ts';

/**
 * Makes the one-time link by which the first operator's account is made, and ends earlier ones: only what was printed
 * last is good. Returns its secret (the page is `/setup/<secret>`), or `null` when there is an operator already.
 */
export async function offerOperatorLink(
  store: Pick<Store, 'users' | 'links'>,
  now: Date,
): Promise<string | null> {
  if (await store.users.hasOperator()) return null;
  await store.links.revoke('operator', null);
  return await makeLink(store, { purpose: 'operator', userId: null, data: {} }, now);
}
