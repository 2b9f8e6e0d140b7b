import type { CallPlan } from '#lib/domain/callPlan.ts';
import type { Participant, ServerEvent, ServerPayload, Signal } from '#lib/protocol/catalogue.ts';
import type { CallMember, MediaState, SessionOutbox } from './ports.ts';

/** Of whom the news are. */
export interface Audience {
  /** Who takes part at the moment, programs included. */
  members(): readonly CallMember[];
  /** Whether two sessions do not exist for each other. */
  areSeparated(a: string, b: string): boolean;
}

/**
 * What the people of one call are told, and in which words. It decides nothing. Nobody is told of somebody they are
 * separated from.
 */
export class CallNews {
  readonly #callId: string;
  readonly #roomId: string | null;
  readonly #outbox: SessionOutbox;
  readonly #audience: Audience;

  constructor(call: { id: string; roomId: string | null }, outbox: SessionOutbox, audience: Audience) {
    this.#callId = call.id;
    this.#roomId = call.roomId;
    this.#outbox = outbox;
    this.#audience = audience;
  }

  /** Another plan is in force: those of `newIds` are told that the call starts for them. */
  planned(plan: CallPlan, newIds: readonly string[]): void {
    for (const sessionId of this.#peopleIds()) {
      const payload = this.#payloadFor(sessionId, plan);
      if (newIds.includes(sessionId)) this.#start(sessionId, payload);
      else this.#send(sessionId, 'video-call-plan', payload);
    }
  }

  settled({ epoch }: CallPlan): void {
    const payload = { callId: this.#callId, epoch };
    for (const sessionId of this.#peopleIds()) this.#send(sessionId, 'video-call-settled', payload);
  }

  /** Somebody's connection is back: whatever they may have missed of the plan. */
  resumed(sessionId: string, plan: CallPlan, isSettled: boolean): void {
    this.#start(sessionId, this.#payloadFor(sessionId, plan));
    if (isSettled) this.#send(sessionId, 'video-call-settled', { callId: this.#callId, epoch: plan.epoch });
  }

  signal(from: string, to: string, epoch: number, data: Signal): void {
    this.#send(to, 'video-call-signaling', { callId: this.#callId, epoch, from, data });
  }

  mediaState(sessionId: string, state: MediaState): void {
    const payload = { callId: this.#callId, sessionId, ...state };
    for (const other of this.#peopleIds()) {
      const hears = other !== sessionId && !this.#audience.areSeparated(other, sessionId);
      if (hears) this.#send(other, 'media-state', payload);
    }
  }

  #start(sessionId: string, payload: ServerPayload<'/space', 'video-call-plan'>): void {
    const roomId = this.#roomId;
    this.#send(sessionId, 'video-call-start', { ...payload, isProximityCall: roomId === null, roomId });
  }

  #payloadFor(sessionId: string, { epoch, mode }: CallPlan): ServerPayload<'/space', 'video-call-plan'> {
    const visible = this.#audience
      .members()
      .filter((member) => !this.#audience.areSeparated(sessionId, member.sessionId));
    return { callId: this.#callId, epoch, mode, participants: visible.map(participantOf) };
  }

  #peopleIds(): string[] {
    return this.#audience
      .members()
      .filter((member) => !member.isResident)
      .map((member) => member.sessionId);
  }

  #send<E extends ServerEvent<'/space'>>(
    sessionId: string,
    event: E,
    payload: ServerPayload<'/space', E>,
  ): void {
    this.#outbox.send(sessionId, '/space', event, payload);
  }
}

function participantOf(member: CallMember): Participant {
  const { userId, sessionId, username, x, y, cast, isResident, audio, video, screen } = member;
  return { userId, sessionId, username, x, y, cast, isResident, audio, video, screen };
}
