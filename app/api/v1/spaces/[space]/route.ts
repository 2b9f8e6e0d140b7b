import { RefusedError } from '#lib/protocol/errors.ts';
import { route } from '#lib/web/route.ts';
import { spaceAtDoor } from '#lib/web/spaces.ts';

export const dynamic = 'force-dynamic';

interface Context {
  params: Promise<{ space: string }>;
}

/** A space by id or slug, with who is in it. */
export const GET = route<Context>('reads', async (_request, _services, { params }) => {
  const space = await spaceAtDoor((await params).space);
  if (space === null) throw new RefusedError('not_found', 'There is no such space.');
  return Response.json({ space });
});
