import { type Me, meRoutes } from '#lib/protocol/rest/me.ts';
import { realtimeRoutes, type TicketReply } from '#lib/protocol/rest/realtime.ts';
import { sessionRoutes } from '#lib/protocol/rest/session.ts';
import { type SpaceView, spaceRoutes } from '#lib/protocol/rest/spaces.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { type ApiClient, type ApiClientOptions, createApiClient } from './createApiClient.ts';
import { RestError } from './RestError.ts';

/** The few calls that lead into a space, in their shortest form. Every one of them throws `RestError`. */
export interface RestClient {
  /** Enters as a guest; the answer sets the session cookie. */
  enterAsGuest(name: string): Promise<Me>;
  /** Who the cookie says I am, or null when nobody has entered yet. */
  me(): Promise<Me | null>;
  /** A pass for one realtime connection of this tab. It is used up by connecting. */
  ticket(spaceId: string, sessionId: string): Promise<TicketReply>;
  /** A pass for one connection to the chat of a space, without an avatar in it. */
  chatTicket(spaceId: string, sessionId: string): Promise<TicketReply>;
  space(idOrSlug: string): Promise<SpaceView>;
}

export type RestClientOptions = ApiClientOptions;

/** Makes the short calls on a client of their own. They keep no state: the session lives in an httpOnly cookie. */
export function createRestClient(options: RestClientOptions = {}): RestClient {
  const api = createApiClient(options);
  const ticketFor = async (spaceId: string, sessionId: string, purpose: 'space' | 'chat') => {
    const body = { spaceId, sessionId, protocol: PROTOCOL_VERSION, purpose };
    return (await api.call(realtimeRoutes.createTicket, { body })).reply;
  };
  return {
    enterAsGuest: async (name) =>
      (await api.call(sessionRoutes.enterAsGuest, { body: { name: name.trim() } })).reply,
    me: () => meOrNull(api),
    ticket: (spaceId, sessionId) => ticketFor(spaceId, sessionId, 'space'),
    chatTicket: (spaceId, sessionId) => ticketFor(spaceId, sessionId, 'chat'),
    space: async (idOrSlug) =>
      (await api.call(spaceRoutes.getSpace, { params: { space: idOrSlug } })).reply.space,
  };
}

async function meOrNull(api: ApiClient): Promise<Me | null> {
  try {
    return (await api.call(meRoutes.getMe)).reply;
  } catch (error) {
    if (error instanceof RestError && error.code === 'unauthorized') return null;
    throw error;
  }
}
