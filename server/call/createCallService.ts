import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { Handlers } from '../gateway/handlers.ts';
import type { MediaPort } from '../media/MediaPort.ts';
import { Call, type CallContext, type CallOwner, nobody } from './Call.ts';
import { createMediaHandlers } from './mediaHandlers.ts';
import type { CallGroup, CallService, MediaState, SessionOutbox } from './ports.ts';
import { RecentEnds } from './RecentEnds.ts';
import { type CallSettings, defaultCallSettings } from './settings.ts';

export interface CallServiceOptions {
  media: MediaPort;
  outbox: SessionOutbox;
  clock: Clock;
  log: Logger;
  settings?: Partial<CallSettings>;
}

/** The calls of this server; `mediaHandlers` answers `/media` for the gateway. */
export function createCallService(
  options: CallServiceOptions,
): CallService & { mediaHandlers: Handlers<'/media'> } {
  const settings = { ...defaultCallSettings, ...options.settings };
  return new CallDirectory({ ...options, settings });
}

/** Which calls there are and who is in which. What is true of a call is the `Call`'s own matter. */
class CallDirectory implements CallService, CallOwner {
  readonly mediaHandlers: Handlers<'/media'>;
  readonly #context: CallContext;
  readonly #calls = new Map<string, Call>();
  readonly #callOfSession = new Map<string, Call>();
  readonly #recentEnds: RecentEnds;
  readonly #timeoutListeners = new Set<(spaceId: string, sessionId: string) => void>();
  readonly #unsubscribe: () => void;
  #isClosed = false;

  constructor(context: CallContext) {
    this.#context = context;
    this.#recentEnds = new RecentEnds(context.clock, context.settings.endKeptMs);
    this.mediaHandlers = createMediaHandlers((sessionId) => this.#callOfSession.get(sessionId) ?? null);
    this.#unsubscribe = context.media.subscribe((event) => {
      for (const call of this.#calls.values()) call.media?.handle(event);
    });
  }

  applyGroups(spaceId: string, groups: CallGroup[], reasons: ReadonlyMap<string, CallEndReason>): void {
    if (this.#isClosed) return;
    const byId = new Map(groups.map((group) => [group.id, group]));
    const isInACall = new Set(groups.flatMap((group) => group.members.map((member) => member.sessionId)));
    const reasonOf = (leavers: readonly string[]) => {
      const shared = leavers
        .map((sessionId) => reasons.get(sessionId))
        .find((reason) => reason !== undefined);
      return (sessionId: string): CallEndReason =>
        reasons.get(sessionId) ?? (isInACall.has(sessionId) ? 'moved' : (shared ?? 'proximity_lost'));
    };
    const former = [...this.#calls.values()].filter((call) => call.spaceId === spaceId);
    for (const call of former) call.letGo(byId.get(call.id) ?? nobody, reasonOf);
    for (const call of former.filter(({ id }) => !byId.has(id))) this.#drop(call);
    for (const group of groups) this.#carryOut(this.#calls.get(group.id) ?? this.#open(group, spaceId));
  }

  resume(sessionId: string): void {
    const end = this.#recentEnds.of(sessionId);
    if (end !== null) this.#context.outbox.send(sessionId, '/space', 'video-call-end', end);
    this.#callOfSession.get(sessionId)?.resume(sessionId);
  }

  signal(from: string, message: Parameters<CallService['signal']>[1]): void {
    this.#own(from, message.callId).signal(from, message.to, message.epoch, message.data);
  }

  ready(sessionId: string, { callId, epoch }: { callId: string; epoch: number }): void {
    this.#own(sessionId, callId).ready(sessionId, epoch);
  }

  pathFailed(sessionId: string, { callId, epoch }: { callId: string; epoch: number }): void {
    this.#own(sessionId, callId).pathFailed(sessionId, epoch);
  }

  setMediaState(sessionId: string, state: MediaState): void {
    this.#callOfSession.get(sessionId)?.setMediaState(sessionId, state);
  }

  mute(sessionId: string): void {
    this.#callOfSession.get(sessionId)?.mute(sessionId);
  }

  callOf(sessionId: string): string | null {
    return this.#callOfSession.get(sessionId)?.id ?? null;
  }

  onSetupTimedOut(listener: (spaceId: string, sessionId: string) => void): () => void {
    this.#timeoutListeners.add(listener);
    return () => {
      this.#timeoutListeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#unsubscribe();
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    const ends = await Promise.allSettled(calls.map((call) => call.end('server_shutdown')));
    for (const end of ends) {
      if (end.status === 'rejected')
        this.#context.log.warn({ err: end.reason }, 'the SFU room was not closed');
    }
    this.#recentEnds.clear();
    this.#timeoutListeners.clear();
  }

  ended(sessionId: string, callId: string, reason: CallEndReason): void {
    if (this.#callOfSession.get(sessionId)?.id === callId) this.#callOfSession.delete(sessionId);
    this.#recentEnds.remember(sessionId, { callId, reason });
    this.#context.outbox.send(sessionId, '/space', 'video-call-end', { callId, reason });
  }

  setupTimedOut(call: Call, sessionId: string): void {
    this.#context.log.warn({ callId: call.id }, 'somebody got no path into the call');
    call.putOut(sessionId);
    for (const listener of this.#timeoutListeners) listener(call.spaceId, sessionId);
  }

  #open(group: CallGroup, spaceId: string): Call {
    const { id, roomId } = group;
    const call = new Call({ id, roomId }, spaceId, this.#context, this);
    this.#calls.set(id, call);
    call.letGo(group, () => () => 'proximity_lost');
    this.#context.log.info({ callId: id, spaceId, roomId }, 'call opened');
    return call;
  }

  #carryOut(call: Call): void {
    call.carryOut();
    for (const sessionId of call.sessionIds) {
      if (this.#callOfSession.get(sessionId) === call) continue;
      this.#callOfSession.set(sessionId, call);
      this.#recentEnds.forget(sessionId);
    }
  }

  #drop(call: Call): void {
    this.#calls.delete(call.id);
    this.#context.log.info({ callId: call.id }, 'call ended');
    call
      .end('proximity_lost')
      .catch((err: unknown) => this.#context.log.warn({ err }, 'the SFU room was not closed'));
  }

  #own(sessionId: string, callId: string): Call {
    const call = this.#callOfSession.get(sessionId);
    if (call?.id !== callId) throw new RefusedError('not_in_call', 'you are not in this call');
    return call;
  }
}
