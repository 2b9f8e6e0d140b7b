import type { Me } from '#lib/protocol/rest.ts';
import { requirePerson } from '#lib/web/people.ts';
import { route } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

/** Who is signed in. */
export const GET = route('reads', async (request, services) => {
  const user = await requirePerson(request, services);
  const me: Me = { user: { id: user.id, name: user.name, isGuest: user.email === null } };
  return Response.json(me);
});
