import { RefusedError } from '#lib/protocol/errors.ts';
import { type TicketReply, ticketRequestSchema } from '#lib/protocol/rest.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { requirePerson } from '#lib/web/people.ts';
import { readJson } from '#lib/web/request.ts';
import { route } from '#lib/web/route.ts';

export const dynamic = 'force-dynamic';

/** Gives a pass for one connection to one space. */
export const POST = route('tickets', async (request, services) => {
  const { spaceId, sessionId, protocol = PROTOCOL_VERSION } = await readJson(request, ticketRequestSchema);
  if (protocol !== PROTOCOL_VERSION) {
    throw new RefusedError(
      'protocol_mismatch',
      'This page is of another version: load it again.',
      'protocol',
    );
  }
  const user = await requirePerson(request, services);
  const space = await services.store.spaces.findById(spaceId);
  if (space === null) throw new RefusedError('not_found', 'There is no such space.', 'spaceId');
  const ticket = await services.signTicket({ userId: user.id, username: user.name, sessionId, spaceId });
  const reply: TicketReply = {
    ticket,
    url: services.config.realtimeUrl ?? '',
    iceServers: [...services.config.iceServers],
    protocol: PROTOCOL_VERSION,
  };
  return Response.json(reply, { status: 201 });
});
