import '../rest/strictCsp.ts';
import type { JoinReply, ServerPayload } from '#lib/protocol/catalogue.ts';
import { afterEnd } from '#lib/protocol/closeReasons.ts';
import type { RestClient } from '../rest/createRestClient.ts';
import { createAlarm } from './alarm.ts';
import { backoffMs } from './backoff.ts';
import { type Connection, type OpenConnection, openConnection } from './connection.ts';
import { type ConnectOutcome, connectOnce } from './connectOnce.ts';
import { createInbox } from './inbox.ts';
import { createListeners } from './listeners.ts';
import { browserPageLife, noPageLife, type PageLife } from './pageLife.ts';
import { RequestError } from './RequestError.ts';
import { parseReply } from './replies.ts';
import type { SessionState, WaitReason } from './SessionState.ts';
import type { SpaceSession } from './SpaceSession.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface SpaceSessionOptions {
  readonly spaceId: string;
  /** Minted by the tab and kept across reconnects: a UUID. */
  readonly sessionId: string;
  readonly rest: Pick<RestClient, 'ticket'>;
  /** Own microphone and camera as they are now; told to the server with every join. */
  readonly mediaState?: () => { readonly audio: boolean; readonly video: boolean };
  /** Origin of the realtime server when the ticket names none; default the page's own. */
  readonly origin?: string;
  /** How long an answer may take, in ms. */
  readonly timeoutMs?: number;
  readonly open?: OpenConnection;
  readonly pageLife?: PageLife;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly warn?: (text: string) => void;
}

/** How long a closed door is left alone before it is tried again, in ms. */
export const waitAtDoorMs = 15_000;

/** Makes a session that is not connected yet: subscribe first, then `start()`. */
export function createSpaceSession(options: SpaceSessionOptions): SpaceSession {
  const {
    timeoutMs = 10_000,
    origin = globalThis.location?.origin ?? '',
    mediaState = () => ({ audio: false, video: false }),
    open = openConnection,
    pageLife = 'window' in globalThis ? browserPageLife(window) : noPageLife,
    now = Date.now,
    random = Math.random,
    warn = (text: string) => console.warn(text),
  } = options;
  const subscriptions = createSubscriptions(warn);
  const stateListeners = createListeners<SessionState>();
  const joinListeners = createListeners<JoinReply>();
  const chatListeners = createListeners<void>();
  const nextTry = createAlarm();
  const pageSubscriptions = [
    pageLife.onWake(() => nextTry.ringNow()),
    pageLife.onHide(() => hide()),
    pageLife.onReturn(() => showAgain()),
  ];
  let state: SessionState = { kind: 'connecting' };
  let connection: Connection | null = null;
  /** Raised whenever what is under way becomes void; late answers of an older life are dropped. */
  let life = 0;
  let isStarted = false;
  /** Whether it was the page's going away that ended the session. */
  let isHidden = false;
  let isClosed = false;

  function setState(next: SessionState): void {
    state = next;
    stateListeners.tell(next);
  }

  function start(): void {
    if (isStarted || isClosed) return;
    isStarted = true;
    if (state.kind !== 'connecting') setState({ kind: 'connecting' });
    void attempt();
  }

  async function attempt(): Promise<void> {
    const mine = ++life;
    const inbox = createInbox((message) =>
      subscriptions.deliver(message.namespace, message.event, message.payload),
    );
    const outcome = await connectOnce({
      spaceId: options.spaceId,
      sessionId: options.sessionId,
      rest: options.rest,
      open,
      origin,
      timeoutMs,
      mediaState,
      onMessage: (namespace, event, payload) => mine === life && inbox.push({ namespace, event, payload }),
      onClosed: () => mine === life && lost(),
      onChatClosed: () => mine === life && chatListeners.tell(),
    });
    if (mine !== life) {
      if (outcome.kind === 'joined') outcome.connection.close();
      return;
    }
    settle(outcome);
    inbox.open();
  }

  function settle(outcome: ConnectOutcome): void {
    if (outcome.kind === 'joined') enter(outcome);
    else if (outcome.kind === 'retry') scheduleRetry(outcome.isAtOnce);
    else if (outcome.kind === 'wait') waitAtDoor(outcome.reason);
    else end({ kind: 'ended', reason: outcome.reason, code: outcome.error?.code ?? null });
  }

  function enter(outcome: Extract<ConnectOutcome, { kind: 'joined' }>): void {
    connection = outcome.connection;
    joinListeners.tell(outcome.reply);
    const { sessionId, userId } = outcome.reply.self;
    setState({ kind: 'live', sessionId, userId, iceServers: outcome.iceServers });
  }

  /** The connection went away by itself. */
  function lost(): void {
    if (state.kind === 'ended') return;
    connection = null;
    scheduleRetry(false);
  }

  function scheduleRetry(isAtOnce: boolean): void {
    const attemptsMade = state.kind === 'reconnecting' ? state.attempt : 0;
    const sinceMs = state.kind === 'reconnecting' ? state.sinceMs : now();
    // A stale ticket is worth one immediate try; a server that keeps refusing gets the usual pauses.
    const waitMs = isAtOnce && attemptsMade === 0 ? 0 : backoffMs(attemptsMade + 1, random());
    life += 1;
    setState({ kind: 'reconnecting', attempt: attemptsMade + 1, sinceMs });
    tryIn(waitMs);
  }

  function waitAtDoor(reason: WaitReason): void {
    life += 1;
    setState({ kind: 'waiting', reason, retryAtMs: now() + waitAtDoorMs });
    tryIn(waitAtDoorMs);
  }

  function tryIn(delayMs: number): void {
    nextTry.set(delayMs, () => void attempt());
  }

  function end(next: Extract<SessionState, { kind: 'ended' }>): void {
    drop();
    setState(next);
  }

  function drop(): void {
    life += 1;
    isStarted = false;
    nextTry.clear();
    connection?.close();
    connection = null;
  }

  function ended({ reason, detail, until }: ServerPayload<'/space', 'session-end'>): void {
    if (afterEnd[reason] === 'reconnect') {
      connection?.close();
      lost();
    } else if (reason === 'banned') {
      end({ kind: 'ended', reason, code: null, ban: { detail: detail ?? '', until: until ?? null } });
    } else end({ kind: 'ended', reason, code: null });
  }

  function takeBack(): void {
    if (state.kind === 'ended') start();
    else if (state.kind === 'waiting') nextTry.ringNow();
  }

  function leave(): void {
    if (state.kind === 'ended' || isClosed) return;
    connection?.emit('/space', 'leave', {});
    end({ kind: 'ended', reason: 'left', code: null });
  }

  function hide(): void {
    isHidden = state.kind !== 'ended';
    leave();
  }

  /** A page that ended for another reason stays ended when the back button brings it back. */
  function showAgain(): void {
    if (isHidden) takeBack();
    isHidden = false;
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    for (const unsubscribe of pageSubscriptions) unsubscribe();
    drop();
    stateListeners.clear();
    joinListeners.clear();
    chatListeners.clear();
  }

  subscriptions.on('/space', 'session-end', ended);

  return {
    spaceId: options.spaceId,
    sessionId: options.sessionId,
    state: () => state,
    start,
    takeBack,
    leave,
    close,
    async request(namespace, event, payload) {
      if (connection === null || state.kind !== 'live') throw RequestError.offline(event);
      return parseReply(namespace, event, await connection.request(namespace, event, payload, timeoutMs));
    },
    send(namespace, event, payload) {
      if (state.kind === 'live') connection?.emit(namespace, event, payload);
    },
    on: subscriptions.on,
    onState(handler) {
      const unsubscribe = stateListeners.add(handler);
      handler(state);
      return unsubscribe;
    },
    onJoined: joinListeners.add,
    async openChat() {
      if (connection === null || state.kind !== 'live') throw RequestError.offline('chat');
      await connection.openChat();
    },
    onChatClosed: chatListeners.add,
  };
}
