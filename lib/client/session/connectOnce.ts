import type { JoinReply, Namespace } from '#lib/protocol/catalogue.ts';
import type { IceServer } from '#lib/protocol/rest/realtime.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { RestClient } from '../rest/createRestClient.ts';
import { RestError, retryOfRest } from '../rest/RestError.ts';
import type { Connection, OpenConnection } from './connection.ts';
import { RequestError } from './RequestError.ts';
import { parseReply } from './replies.ts';
import type { SessionEnding, WaitReason } from './SessionState.ts';

export interface ConnectOptions {
  readonly spaceId: string;
  readonly sessionId: string;
  readonly rest: Pick<RestClient, 'ticket'>;
  readonly open: OpenConnection;
  /** Origin used when the ticket names none. */
  readonly origin: string;
  readonly timeoutMs: number;
  readonly mediaState: () => { readonly audio: boolean; readonly video: boolean };
  readonly onMessage: (namespace: Namespace, event: string, payload: unknown) => void;
  readonly onClosed: (reason: string) => void;
  readonly onChatClosed: () => void;
}

/** What one attempt came to. */
export type ConnectOutcome =
  | {
      readonly kind: 'joined';
      readonly connection: Connection;
      readonly reply: JoinReply;
      readonly iceServers: readonly IceServer[];
    }
  /** Trying again may help; `isAtOnce` when only a fresh ticket is needed. */
  | { readonly kind: 'retry'; readonly isAtOnce: boolean }
  /** The space lets nobody in for now. */
  | { readonly kind: 'wait'; readonly reason: WaitReason }
  | {
      readonly kind: 'final';
      readonly reason: SessionEnding;
      readonly error: RestError | RequestError | null;
    };

/** One attempt from ticket to join. Expected failures come back as an outcome; anything thrown is a bug. */
export async function connectOnce(options: ConnectOptions): Promise<ConnectOutcome> {
  try {
    const ticket = await options.rest.ticket(options.spaceId, options.sessionId);
    if (ticket.protocol !== PROTOCOL_VERSION) return { kind: 'final', reason: 'reload_needed', error: null };
    const connection = await options.open({
      url: ticket.url === '' ? options.origin : ticket.url,
      spaceId: options.spaceId,
      token: ticket.ticket,
      timeoutMs: options.timeoutMs,
      onMessage: options.onMessage,
      onClosed: options.onClosed,
      onChatClosed: options.onChatClosed,
    });
    const reply = await join(connection, options);
    return { kind: 'joined', connection, reply, iceServers: ticket.iceServers };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function join(connection: Connection, options: ConnectOptions): Promise<JoinReply> {
  const payload = { spaceId: options.spaceId, ...options.mediaState() };
  try {
    const answer = await connection.request('/space', 'join', payload, options.timeoutMs);
    const reply = parseReply('/space', 'join', answer);
    await connection.openMedia();
    return reply;
  } catch (error) {
    connection.close();
    throw error;
  }
}

function outcomeOf(error: unknown): ConnectOutcome {
  if (!(error instanceof RestError || error instanceof RequestError)) throw error;
  if (error.code === 'protocol_mismatch') return { kind: 'final', reason: 'reload_needed', error };
  if (error.code === 'space_full' || error.code === 'space_locked')
    return { kind: 'wait', reason: error.code };
  if (error instanceof RestError) {
    return retryOfRest(error) === 'later'
      ? { kind: 'retry', isAtOnce: false }
      : { kind: 'final', reason: 'refused', error };
  }
  const isTicketStale = error.code === 'ticket_expired' || error.code === 'ticket_used';
  return error.isTransient
    ? { kind: 'retry', isAtOnce: isTicketStale }
    : { kind: 'final', reason: 'refused', error };
}
