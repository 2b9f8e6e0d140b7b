import { redirect } from 'next/navigation';
import { withReturnTo } from '#hooks/returnTo.ts';
import { type OwnProfile, ownProfile } from './viewer.ts';

/** My profile, for a part of the account that lies at `path`. Whoever is not signed in goes to do that and comes back. */
export async function requireOwnProfile(path: string): Promise<OwnProfile> {
  return (await ownProfile()) ?? redirect(withReturnTo('/sign-in', path));
}
