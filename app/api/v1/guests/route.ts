import { guestRequestSchema, type Me } from '#lib/protocol/rest.ts';
import { enterAsGuest } from '#lib/web/people.ts';
import { readJson } from '#lib/web/request.ts';
import { route } from '#lib/web/route.ts';
import { signInCookie } from '#lib/web/session.ts';

export const dynamic = 'force-dynamic';

/** Enters as a guest, or renames the one who is in already. */
export const POST = route('guests', async (request, services) => {
  const { name } = await readJson(request, guestRequestSchema);
  const user = await enterAsGuest(request, services, name);
  const me: Me = { user: { id: user.id, name: user.name, isGuest: user.email === null } };
  const cookie = await signInCookie(request, { userId: user.id, name: user.name }, services.config);
  return Response.json(me, { status: 201, headers: { 'set-cookie': cookie } });
});
