import { route } from '#lib/web/route.ts';
import { signOutCookie } from '#lib/web/session.ts';

export const dynamic = 'force-dynamic';

/** Signs out. */
export const DELETE = route('guests', async (request) => {
  return new Response(null, { status: 204, headers: { 'set-cookie': signOutCookie(request) } });
});
