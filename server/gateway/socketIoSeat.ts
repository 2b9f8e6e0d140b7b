import type { Socket } from 'socket.io';
import type { Namespace } from '#lib/protocol/catalogue.ts';
import type { WireError } from '#lib/protocol/errors.ts';
import type { Connection } from './Connection.ts';
import type { Dispatcher, Outcome } from './Dispatcher.ts';
import type { SocketIoLink } from './SocketIoLink.ts';

/** A connection's place at the gateway; one that only chats has no way for `/media`. */
export interface Seat {
  readonly connection: Connection;
  readonly link: SocketIoLink | null;
}

/** Seats by connection, whichever namespaces it has opened. */
export type Seats = WeakMap<Socket['client'], Seat>;

type Acknowledge = (answer: unknown) => void;

/** Gives everything that a namespace of a connection says to the dispatcher. */
export function listen(
  socket: Socket,
  namespace: Namespace,
  connection: Connection,
  dispatcher: Dispatcher,
): void {
  socket.onAny(async (event: unknown, ...args: unknown[]) => {
    const last = args.at(-1);
    const acknowledge = typeof last === 'function' ? (last as Acknowledge) : null;
    const payload = args[0] === acknowledge ? undefined : args[0];
    const outcome = await dispatcher.dispatch(connection, namespace, event, payload);
    if (outcome.kind === 'refused' && acknowledge === null) {
      const problem = { event: String(event).slice(0, 64), error: outcome.error };
      if (namespace === '/chat') socket.emit('chat-problem', problem);
      else connection.link.send('/space', 'problem', problem);
      return;
    }
    answer(outcome, acknowledge, connection);
  });
}

function answer(outcome: Outcome, acknowledge: Acknowledge | null, connection: Connection): void {
  if (outcome.kind === 'silent') return;
  acknowledge?.(outcome.kind === 'reply' ? outcome.reply : { error: outcome.error });
  if (outcome.kind === 'reply' && outcome.hasLeft) connection.link.end('left');
}

/** What a namespace refuses a handshake with: the client finds the error in `data`. */
export function refusal(error: WireError): Error & { data: WireError } {
  return Object.assign(new Error(error.message), { data: error });
}
