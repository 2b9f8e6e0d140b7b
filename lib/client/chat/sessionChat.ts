import { afterEnd, type SessionEndReason } from '#lib/protocol/closeReasons.ts';
import { createAlarm } from '../session/alarm.ts';
import { backoffMs } from '../session/backoff.ts';
import { createListeners } from '../session/listeners.ts';
import { RequestError } from '../session/RequestError.ts';
import type { SessionState } from '../session/SessionState.ts';
import type { SpaceSession } from '../session/SpaceSession.ts';
import type { ChatSignaling } from './ChatSignaling.ts';

export interface SessionChatOptions {
  readonly session: Pick<SpaceSession, 'request' | 'on' | 'onState' | 'openChat' | 'onChatClosed'>;
  readonly random?: () => number;
}

type Status =
  | { readonly kind: 'away' }
  | { readonly kind: 'connected'; readonly userId: string }
  | { readonly kind: 'ended'; readonly reason: string };

/** The chat on a space's own connection: opened after each join, closed with it. */
export function createSessionChat({ session, random = Math.random }: SessionChatOptions): ChatSignaling {
  const connectListeners = createListeners<string>();
  const lossListeners = createListeners<void>();
  const endListeners = createListeners<string>();
  const nextTry = createAlarm();
  let status: Status = { kind: 'away' };
  /** The live session; null while there is none. */
  let live: Extract<SessionState, { kind: 'live' }> | null = null;

  function follow(state: SessionState): void {
    if (state.kind === 'live') {
      live = state;
      void open(state, 1);
      return;
    }
    live = null;
    nextTry.clear();
    if (state.kind === 'ended') end(state.reason);
    else lose();
  }

  async function open(mine: Extract<SessionState, { kind: 'live' }>, attempt: number): Promise<void> {
    try {
      await session.openChat();
      if (live !== mine) return;
      status = { kind: 'connected', userId: mine.userId };
      connectListeners.tell(mine.userId);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (live !== mine) return;
      if (error.isTransient) tryAgain(mine, attempt);
      else end(error.code);
    }
  }

  function tryAgain(mine: Extract<SessionState, { kind: 'live' }>, attempt: number): void {
    nextTry.set(backoffMs(attempt, random()), () => void open(mine, attempt + 1));
  }

  function lose(): void {
    if (status.kind === 'away') return;
    status = { kind: 'away' };
    lossListeners.tell();
  }

  function end(reason: string): void {
    if (status.kind === 'ended' && status.reason === reason) return;
    status = { kind: 'ended', reason };
    endListeners.tell(reason);
  }

  function closed(): void {
    if (status.kind === 'ended') return;
    lose();
    if (live !== null) tryAgain(live, 1);
  }

  function heardEnd(reason: SessionEndReason): void {
    if (afterEnd[reason] !== 'reconnect') end(reason);
  }

  const subscriptions = [
    session.on('/chat', 'chat-end', ({ reason }) => heardEnd(reason)),
    session.onChatClosed(closed),
    session.onState(follow),
  ];

  return {
    async request(event, payload) {
      if (status.kind !== 'connected') throw RequestError.offline(event);
      return session.request('/chat', event, payload);
    },
    on: (event, handler) => session.on('/chat', event, handler),
    onConnected(handler) {
      const unsubscribe = connectListeners.add(handler);
      if (status.kind === 'connected') handler(status.userId);
      return unsubscribe;
    },
    onLost: lossListeners.add,
    onEnd: endListeners.add,
    close() {
      live = null;
      nextTry.clear();
      for (const unsubscribe of subscriptions) unsubscribe();
      connectListeners.clear();
      lossListeners.clear();
      endListeners.clear();
    },
  };
}
