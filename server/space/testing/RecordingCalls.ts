import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { CallGroup, CallService, MediaState } from '../../call/ports.ts';

/** Calls without media: keeps what the space told it, and relays nothing. */
export class RecordingCalls implements CallService {
  groups: readonly CallGroup[] = [];
  readonly updates: { groups: readonly CallGroup[]; reasons: ReadonlyMap<string, CallEndReason> }[] = [];
  readonly resumed: string[] = [];
  readonly muted: string[] = [];
  readonly mediaStates = new Map<string, MediaState>();
  readonly #timeoutListeners = new Set<(spaceId: string, sessionId: string) => void>();

  /** The groups that are bubbles. */
  get bubbles(): readonly CallGroup[] {
    return this.groups.filter(({ roomId }) => roomId === null);
  }

  applyGroups(_spaceId: string, groups: CallGroup[], reasons: ReadonlyMap<string, CallEndReason>): void {
    this.groups = structuredClone(groups);
    this.updates.push({ groups: this.groups, reasons });
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

  setMediaState(sessionId: string, state: MediaState): void {
    this.mediaStates.set(sessionId, state);
  }

  mute(sessionId: string): void {
    this.muted.push(sessionId);
  }

  callOf(sessionId: string): string | null {
    const isIn = (group: CallGroup): boolean => group.members.some((one) => one.sessionId === sessionId);
    return this.groups.find(isIn)?.id ?? null;
  }

  onSetupTimedOut(listener: (spaceId: string, sessionId: string) => void): () => void {
    this.#timeoutListeners.add(listener);
    return () => {
      this.#timeoutListeners.delete(listener);
    };
  }

  /** Somebody got no path into their call in time. */
  timeOut(spaceId: string, sessionId: string): void {
    for (const listener of this.#timeoutListeners) listener(spaceId, sessionId);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #requireCall(sessionId: string, callId: string): void {
    if (this.callOf(sessionId) !== callId) throw new RefusedError('not_in_call', 'not a member of that call');
  }
}
