import type * as z from 'zod/mini';
import { chatFromClient, chatFromServer } from './chat/socket.ts';
import type { ClientMessage, ServerMessage } from './define.ts';
import { mediaFromClient, mediaFromServer } from './media.ts';
import { spaceFromClient, spaceFromServer } from './space.ts';

/** The whole wire: namespace → direction → message. Gateway and client derive every signature from it. */
export const catalogue = {
  '/space': { fromClient: spaceFromClient, fromServer: spaceFromServer },
  '/media': { fromClient: mediaFromClient, fromServer: mediaFromServer },
  '/chat': { fromClient: chatFromClient, fromServer: chatFromServer },
} as const;

export type Catalogue = typeof catalogue;
export type Namespace = keyof Catalogue;

export type ClientEvent<N extends Namespace> = keyof Catalogue[N]['fromClient'] & string;
export type ServerEvent<N extends Namespace> = keyof Catalogue[N]['fromServer'] & string;

/** Payload of a client message, as parsed. */
export type ClientPayload<N extends Namespace, E extends ClientEvent<N>> =
  Catalogue[N]['fromClient'][E] extends ClientMessage<infer P, z.ZodMiniType> ? z.infer<P> : never;

/** Reply to a client message when it was accepted. */
export type ClientReply<N extends Namespace, E extends ClientEvent<N>> =
  Catalogue[N]['fromClient'][E] extends ClientMessage<z.ZodMiniType, infer R> ? z.infer<R> : never;

/** Payload of a server message. */
export type ServerPayload<N extends Namespace, E extends ServerEvent<N>> =
  Catalogue[N]['fromServer'][E] extends ServerMessage<infer P> ? z.infer<P> : never;

export type JoinReply = ClientReply<'/space', 'join'>;
export type RosterEntry = JoinReply['roster'][number];
export type Bubble = JoinReply['bubbles'][number];
export type Position = ServerPayload<'/space', 'positions'>['people'][number];
export type Positions = ServerPayload<'/space', 'positions'>;
export type CallStart = ServerPayload<'/space', 'video-call-start'>;
export type CallPlan = ServerPayload<'/space', 'video-call-plan'>;
export type Participant = CallPlan['participants'][number];
export type Signal = ClientPayload<'/space', 'video-call-signaling'>['data'];
