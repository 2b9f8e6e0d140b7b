import { unstable_rethrow } from 'next/navigation';
import { cache } from 'react';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import { callApi } from '#lib/web/api.ts';
import { tagOf } from '#server/api/concurrency.ts';

/** A profile and the tag to edit it with. */
export interface OwnProfile {
  readonly user: Profile;
  readonly etag: string;
}

/** Who is signed in, once per request, though head, language and page all ask. Null for nobody. Throws `StorageError`. */
export const ownProfile = cache(async (): Promise<OwnProfile | null> => {
  try {
    const { reply, version } = await callApi('getMe');
    return { user: reply.user, etag: tagOf(version, JSON.stringify(reply)) };
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'unauthorized') return null;
    throw error;
  }
});

/**
 * The same for what every page shows. While the database is out of reach nobody is known: the page must stand all the
 * same, because it is the one that says so.
 */
export const viewerProfile = cache(async (): Promise<Profile | null> => {
  try {
    return (await ownProfile())?.user ?? null;
  } catch (error) {
    unstable_rethrow(error);
    console.error('who looks at the page could not be found out', error);
    return null;
  }
});
