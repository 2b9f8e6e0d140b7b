import type { ApiClient } from '#lib/client/rest/createApiClient.ts';
import { RestError } from '#lib/client/rest/RestError.ts';
import { meRoutes, type Profile } from '#lib/protocol/rest/me.ts';
import type { ProfilePatch } from './profileDraft.ts';

/** My profile and the tag of the version it is. */
export interface OwnProfile {
  readonly user: Profile;
  readonly etag: string | null;
}

/** What became of an edit: saved, or not, because the profile has changed since; then with what it is now. */
export type EditOutcome =
  | { readonly kind: 'saved'; readonly own: OwnProfile }
  | { readonly kind: 'stale'; readonly own: OwnProfile };

/** Sends a change of the profile as I saw it last. Throws `RestError`. */
export async function editMe(api: ApiClient, etag: string | null, patch: ProfilePatch): Promise<EditOutcome> {
  try {
    const { reply, etag: next } = await api.call(meRoutes.updateMe, { body: patch }, { ifMatch: etag });
    return { kind: 'saved', own: { user: reply.user, etag: next } };
  } catch (error) {
    if (!(error instanceof RestError) || error.code !== 'precondition_failed') throw error;
    const { reply, etag: next } = await api.call(meRoutes.getMe);
    return { kind: 'stale', own: { user: reply.user, etag: next } };
  }
}

/** How often an edit that contradicts nothing is laid over somebody else's before it counts as refused. */
const tries = 3;

/**
 * Sends a change that can be laid over whatever stands there: `patchOver` says what to send, given the profile as it is.
 * Throws `RestError`.
 */
export async function editMeOver(
  api: ApiClient,
  from: OwnProfile,
  patchOver: (user: Profile) => ProfilePatch,
): Promise<OwnProfile> {
  let own = from;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const outcome = await editMe(api, own.etag, patchOver(own.user));
    if (outcome.kind === 'saved') return outcome.own;
    own = outcome.own;
  }
  throw new RestError('precondition_failed', 412, 'The profile changes faster than it can be edited.');
}
