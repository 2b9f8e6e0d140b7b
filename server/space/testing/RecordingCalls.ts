import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { CallBubble, CallService } from '../../call/ports.ts';

/** Calls without media: keeps what the space told it, and relays nothing. */
export class RecordingCalls implements CallService {
  bubbles: readonly CallBubble[] = [];
  readonly updates: { bubbles: readonly CallBubble[]; reasons: ReadonlyMap<string, CallEndReason> }[] = [];
  readonly resumed: string[] = [];
  readonly muted: string[] = [];
  readonly mediaStates = new Map<string, { audio: boolean; video: boolean }>();

  applyBubbles(_spaceId: string, bubbles: CallBubble[], reasons: ReadonlyMap<string, CallEndReason>): void {
    this.bubbles = structuredClone(bubbles);
    this.updates.push({ bubbles: this.bubbles, reasons });
  }

  resume(sessionId: string): void {
    this.resumed.push(sessionId);
  }

  signal(fromSessionId: string, { callId, to }: { callId: string; to: string }): void {
    this.#requireCall(fromSessionId, callId);
    this.#requireCall(to, callId);
  }

  ready(sessionId: string, { callId }: { callId: string }): void {
    this.#requireCall(sessionId, callId);
  }

  pathFailed(sessionId: string, { callId }: { callId: string }): void {
    this.#requireCall(sessionId, callId);
  }

  setMediaState(sessionId: string, state: { audio: boolean; video: boolean }): void {
    this.mediaStates.set(sessionId, state);
  }

  mute(sessionId: string): void {
    this.muted.push(sessionId);
  }

  callOf(sessionId: string): string | null {
    const isIn = (bubble: CallBubble): boolean => bubble.members.some((one) => one.sessionId === sessionId);
    return this.bubbles.find(isIn)?.id ?? null;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #requireCall(sessionId: string, callId: string): void {
    if (this.callOf(sessionId) !== callId) throw new RefusedError('not_in_call', 'not a member of that call');
  }
}
