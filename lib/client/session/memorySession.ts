import type { ClientEvent, ClientPayload, JoinReply, Namespace } from '#lib/protocol/catalogue.ts';
import { createMemorySignaling, type MemoryServer, type MemorySignaling } from './memorySignaling.ts';
import type { SessionState } from './SessionState.ts';
import type { SpaceSession } from './SpaceSession.ts';

/** A session in memory: a `MemorySignaling` that can also be joined and sends what needs no answer. */
export interface MemorySession extends Pick<MemorySignaling, 'flush' | 'subscriptionCount'> {
  readonly session: Pick<SpaceSession, 'on' | 'onState' | 'onJoined' | 'send' | 'state' | 'request'>;
  readonly server: MemoryServer;
  /** Messages that needed no answer, oldest first. */
  readonly sent: readonly { readonly event: string; readonly payload: unknown }[];
  /** The server answers a join; heard at once. */
  join(reply: JoinReply): void;
}

export function createMemorySession(): MemorySession {
  let state: SessionState = { kind: 'connecting' };
  const { client, server, flush, subscriptionCount } = createMemorySignaling(state);
  const joinHandlers = new Set<(reply: JoinReply) => void>();
  const sent: { event: string; payload: unknown }[] = [];
  client.onState((next) => {
    state = next;
  });

  function send<N extends Namespace, E extends ClientEvent<N>>(
    _namespace: N,
    event: E,
    payload: ClientPayload<N, E>,
  ): void {
    if (state.kind === 'live') sent.push({ event, payload });
  }

  return {
    session: {
      on: client.on,
      onState: client.onState,
      request: client.request,
      state: () => state,
      send,
      onJoined(handler) {
        joinHandlers.add(handler);
        return () => joinHandlers.delete(handler);
      },
    },
    server,
    sent,
    flush,
    subscriptionCount: () => subscriptionCount() - 1 + joinHandlers.size,
    join(reply) {
      for (const handler of [...joinHandlers]) handler(reply);
      const { sessionId, userId } = reply.self;
      server.setState({ kind: 'live', sessionId, userId, iceServers: [] });
    },
  };
}
