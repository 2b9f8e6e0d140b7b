import type { ApiClient } from '#lib/client/rest/createApiClient.ts';
import { memberRoutes } from '#lib/protocol/rest/members.ts';
import { spaceRoutes } from '#lib/protocol/rest/spaces.ts';

/** A space that would be left without an owner. */
export interface NeededSpace {
  readonly slug: string;
  readonly name: string;
}

/** Whether a space has other members but no other owner; `owners` and `members` hold the first two of each. */
export const needsItsOwner = (owners: readonly unknown[], members: readonly unknown[]): boolean =>
  owners.length === 1 && members.length > 1;

/** Spaces of mine that have other members and no other owner. Throws `RestError`. */
export async function spacesThatNeedMe(api: ApiClient): Promise<NeededSpace[]> {
  const states = await Promise.all(
    (['active', 'archived'] as const).map((state) =>
      api.call(spaceRoutes.listMySpaces, { query: { state, limit: 100 } }),
    ),
  );
  const owned = states.flatMap(({ reply }) => reply.items).filter(({ role }) => role === 'owner');
  const checked = await Promise.all(
    owned.map(async ({ id, slug, name }) => {
      const params = { space: id };
      const [owners, members] = await Promise.all([
        api.call(memberRoutes.listMembers, { params, query: { role: 'owner', limit: 2 } }),
        api.call(memberRoutes.listMembers, { params, query: { limit: 2 } }),
      ]);
      return needsItsOwner(owners.reply.items, members.reply.items) ? [{ slug, name }] : [];
    }),
  );
  return checked.flat();
}
