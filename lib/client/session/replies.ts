import * as z from 'zod/mini';
import {
  type Catalogue,
  type ClientEvent,
  type ClientReply,
  catalogue,
  type Namespace,
} from '#lib/protocol/catalogue.ts';
import { wireErrorSchema } from '#lib/protocol/errors.ts';
import { RequestError } from './RequestError.ts';

const refusalSchema = z.object({ error: wireErrorSchema });

/**
 * Reads an acknowledgement: the typed reply, or the refusal as a thrown `RequestError`.
 * @throws RequestError with the server's code, or `bad_reply`
 */
export function parseReply<N extends Namespace, E extends ClientEvent<N>>(
  namespace: N,
  event: E,
  raw: unknown,
): ClientReply<N, E> {
  const refusal = refusalSchema.safeParse(raw);
  if (refusal.success) throw RequestError.refused(event, refusal.data.error);
  const reply = replySchemaOf(namespace, event).safeParse(raw);
  if (!reply.success) throw RequestError.badReply(event);
  // The schema just applied is the one `ClientReply` is inferred from; the generic lookup cannot show it.
  return reply.data as ClientReply<N, E>;
}

function replySchemaOf<N extends Namespace>(namespace: N, event: ClientEvent<N>): z.ZodMiniType {
  const messages: Catalogue[Namespace]['fromClient'] = catalogue[namespace].fromClient;
  const byName: Readonly<Record<string, { readonly reply: z.ZodMiniType }>> = messages;
  return byName[event]?.reply ?? z.never();
}
