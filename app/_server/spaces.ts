import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { withReturnTo } from '#hooks/returnTo.ts';
import { accountKindOfViewer } from '#hooks/viewer.ts';
import type { Subject } from '#lib/domain/access/permissions.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Profile } from '#lib/protocol/rest/me.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';
import { callApi } from '#lib/web/api.ts';
import { ownProfile } from './viewer.ts';

/** Slug of the space that the first start makes. */
const demoSlug = 'demo';

/** How many public spaces the start page shows. */
const publicMost = 6;

/** Refusals by which a space that is asked for by its address is simply not there for this visitor. */
const absent: ReadonlySet<string> = new Set(['not_found', 'bad_request']);

/** A space as this visitor sees it, or null. One question per request, though title and page both ask it. */
export const findSpace = cache(async (idOrSlug: string): Promise<SpaceView | null> => {
  try {
    const { reply } = await callApi('getSpace', { params: { space: decodeURIComponent(idOrSlug) } });
    return reply.space;
  } catch (error) {
    if (error instanceof URIError) return null;
    if (error instanceof RefusedError && absent.has(error.code)) return null;
    throw error;
  }
});

/** The space of this address; where there is none for this visitor, the page that says so. */
export async function requireSpace(idOrSlug: string): Promise<SpaceView> {
  return (await findSpace(idOrSlug)) ?? notFound();
}

/** Who looks at the page. Somebody unknown is sent to sign in and comes back to `returnTo`. */
export async function requireViewer(returnTo: string): Promise<Profile> {
  const own = await ownProfile();
  return own === null ? redirect(withReturnTo('/sign-in', returnTo)) : own.user;
}

/** Somebody and a space together, for `isAllowed`. */
export function subjectOf(viewer: Profile | null, space: SpaceView): Subject {
  return { account: accountKindOfViewer(viewer), role: space.role };
}

/** The demo space, or null while there is none. */
export async function demoSpace(): Promise<SpaceView | null> {
  return await findSpace(demoSlug);
}

/** Public spaces besides the demo space, those with people inside first. */
export async function publicSpaces(): Promise<readonly SpaceView[]> {
  const { reply } = await callApi('listPublicSpaces', { query: { limit: publicMost + 1 } });
  const others = reply.items.filter(({ slug }) => slug !== demoSlug);
  const inside = ({ presence }: SpaceView) => presence?.count ?? 0;
  return others.sort((a, b) => inside(b) - inside(a)).slice(0, publicMost);
}
