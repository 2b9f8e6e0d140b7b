import * as z from 'zod/mini';
import { mediaIdSchema } from '#lib/protocol/common.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import { appDataSchema, directionSchema, mediaKindSchema } from '#lib/protocol/media.ts';
import type { MediaPort } from '../MediaPort.ts';
import { nameSchema } from './eventLines.ts';

/** A request as the handler has taken it apart: the parts of its path and the fields of its body, together. */
type Fields = Record<string, unknown>;

export interface Route {
  readonly method: string;
  /** Parts of the path; those with a colon are parameters. */
  readonly parts: readonly string[];
  /** @throws RefusedError `bad_request` for fields of a wrong shape, and what the port throws */
  readonly run: (port: MediaPort, fields: Fields) => Promise<unknown>;
}

const jsonObject = z.record(z.string().check(z.maxLength(64)), z.unknown());
const room = { roomId: nameSchema };
const transport = { ...room, transportId: mediaIdSchema };
const producer = { ...room, producerId: mediaIdSchema };
const consumer = { ...room, consumerId: mediaIdSchema };
const layer = z.int().check(z.minimum(0), z.maximum(7));

/** The media service's HTTP API: SPEC §2's routes with their exact paths, and those for the rest of the port. */
export const routes: readonly Route[] = [
  route('GET', '/rooms/:roomId/router-rtp-capabilities', z.object(room), (port, { roomId }) =>
    port.routerRtpCapabilities(roomId),
  ),
  route(
    'POST',
    '/rooms/:roomId/transports',
    z.object({ ...room, peerId: nameSchema, direction: directionSchema }),
    (port, request) => port.createTransport(request),
  ),
  route(
    'POST',
    '/rooms/:roomId/transports/:transportId/connect',
    z.object({ ...transport, dtlsParameters: jsonObject }),
    (port, request) => port.connectTransport(request),
  ),
  route('POST', '/rooms/:roomId/transports/:transportId/restart-ice', z.object(transport), (port, request) =>
    port.restartIce(request),
  ),
  route(
    'POST',
    '/rooms/:roomId/transports/:transportId/produce',
    z.object({ ...transport, kind: mediaKindSchema, rtpParameters: jsonObject, appData: appDataSchema }),
    (port, request) => port.produce(request),
  ),
  route(
    'POST',
    '/rooms/:roomId/transports/:transportId/consume',
    z.object({ ...transport, producerId: mediaIdSchema, rtpCapabilities: jsonObject }),
    (port, request) => port.consume(request),
  ),
  route('DELETE', '/rooms/:roomId/transports/:transportId', z.object(transport), (port, request) =>
    port.closeTransport(request),
  ),
  route(
    'PUT',
    '/rooms/:roomId/producers/:producerId/paused',
    z.object({ ...producer, isPaused: z.boolean() }),
    (port, request) => port.setProducerPaused(request),
  ),
  route('DELETE', '/rooms/:roomId/producers/:producerId', z.object(producer), (port, request) =>
    port.closeProducer(request),
  ),
  route(
    'PUT',
    '/rooms/:roomId/consumers/:consumerId/paused',
    z.object({ ...consumer, isPaused: z.boolean() }),
    (port, request) => port.setConsumerPaused(request),
  ),
  route(
    'PUT',
    '/rooms/:roomId/consumers/:consumerId/preferred-layers',
    z.object({ ...consumer, spatialLayer: layer, temporalLayer: z.optional(layer) }),
    (port, request) => port.setPreferredLayers(request),
  ),
  route('DELETE', '/rooms/:roomId/consumers/:consumerId', z.object(consumer), (port, request) =>
    port.closeConsumer(request),
  ),
  route(
    'DELETE',
    '/rooms/:roomId/peers/:peerId',
    z.object({ ...room, peerId: nameSchema }),
    (port, request) => port.closePeer(request),
  ),
  route('DELETE', '/rooms/:roomId', z.object(room), (port, { roomId }) => port.closeRoom(roomId)),
  route('GET', '/stats', z.object({}), (port) => port.stats()),
];

/** The route for a path and what its parameters are there. @throws RefusedError `not_found` */
export function matchRoute(method: string, path: string): { route: Route; params: Fields } {
  const parts = path.split('/').slice(1);
  for (const candidate of routes) {
    const params = candidate.method === method ? paramsOf(candidate.parts, parts) : null;
    if (params !== null) return { route: candidate, params };
  }
  throw new RefusedError('not_found', 'no such route');
}

function route<T extends z.ZodMiniType>(
  method: string,
  path: string,
  schema: T,
  ask: (port: MediaPort, request: z.infer<T>) => Promise<unknown>,
): Route {
  const run = async (port: MediaPort, fields: Fields): Promise<unknown> => {
    const result = schema.safeParse(fields);
    if (result.success) return ask(port, result.data);
    const issue = result.error.issues[0];
    throw new RefusedError('bad_request', issue?.message ?? 'malformed request', issue?.path.join('.'));
  };
  return { method, parts: path.split('/').slice(1), run };
}

function paramsOf(pattern: readonly string[], parts: readonly string[]): Fields | null {
  if (pattern.length !== parts.length) return null;
  const params: Fields = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index];
    if (expected.startsWith(':')) params[expected.slice(1)] = part;
    else if (expected !== part) return null;
  }
  return params;
}
