import type { CallPlan } from '#lib/domain/callPlan.ts';
import type { Participant, ServerEvent, ServerPayload, Signal } from '#lib/protocol/catalogue.ts';
import type { CallMember, SessionOutbox } from './ports.ts';

/** What the people of one call are told, and in which words. It decides nothing. */
export class CallNews {
  readonly #callId: string;
  readonly #outbox: SessionOutbox;
  readonly #members: () => readonly CallMember[];

  /** `members` gives who takes part at the moment, programs included. */
  constructor(callId: string, outbox: SessionOutbox, members: () => readonly CallMember[]) {
    this.#callId = callId;
    this.#outbox = outbox;
    this.#members = members;
  }

  /** Another plan is in force: those of `newIds` are told that the call starts for them. */
  planned(plan: CallPlan, newIds: readonly string[]): void {
    const payload = this.#payloadOf(plan);
    for (const sessionId of this.#peopleIds()) {
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
    this.#start(sessionId, this.#payloadOf(plan));
    if (isSettled) this.#send(sessionId, 'video-call-settled', { callId: this.#callId, epoch: plan.epoch });
  }

  signal(from: string, to: string, epoch: number, data: Signal): void {
    this.#send(to, 'video-call-signaling', { callId: this.#callId, epoch, from, data });
  }

  mediaState(sessionId: string, state: { audio: boolean; video: boolean }): void {
    const payload = { callId: this.#callId, sessionId, ...state };
    for (const other of this.#peopleIds()) {
      if (other !== sessionId) this.#send(other, 'media-state', payload);
    }
  }

  #start(sessionId: string, payload: ServerPayload<'/space', 'video-call-plan'>): void {
    this.#send(sessionId, 'video-call-start', { ...payload, isProximityCall: true });
  }

  #payloadOf({ epoch, mode }: CallPlan): ServerPayload<'/space', 'video-call-plan'> {
    return { callId: this.#callId, epoch, mode, participants: this.#members().map(participantOf) };
  }

  #peopleIds(): string[] {
    return this.#members()
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
  const { userId, sessionId, username, x, y, cast, isResident, audio, video } = member;
  return { userId, sessionId, username, x, y, cast, isResident, audio, video };
}
