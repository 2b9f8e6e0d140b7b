import type { CallService } from '../call/ports.ts';
import type { RoomCallDesk } from '../chat/ports.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { LiveSpace } from './LiveSpace.ts';

export interface RoomCallDoorDeps {
  readonly desk: RoomCallDesk;
  readonly calls: Pick<CallService, 'onSetupTimedOut'>;
  /** Throws `RefusedError` `not_joined`. */
  readonly spaceOf: (identity: SessionIdentity) => LiveSpace;
  readonly live: (spaceId: string) => LiveSpace | null;
  readonly all: () => ReadonlyMap<string, LiveSpace>;
}

/** Lets people into the calls of chatrooms when the chat says that they may, and takes them out when they no longer may. */
export class RoomCallDoor {
  readonly #deps: RoomCallDoorDeps;
  readonly #unsubscribe: readonly (() => void)[];
  /** How often somebody lost a right: an answer of the chat from before that may be out of date. */
  #losses = 0;

  constructor(deps: RoomCallDoorDeps) {
    this.#deps = deps;
    this.#unsubscribe = [
      deps.desk.onCallRightLost((roomId, userId) => this.#rightLost(roomId, userId)),
      // Who got no path would otherwise stay in a call in which they hear nobody, deaf to those beside them as well.
      deps.calls.onSetupTimedOut((spaceId, sessionId) => {
        deps.live(spaceId)?.roomCalls.leaveBySession(sessionId);
      }),
    ];
  }

  /** Throws `RefusedError`: `not_joined`, `conflict` when the call is full, and what the chat says. */
  async join(identity: SessionIdentity, roomId: string): Promise<{ callId: string }> {
    const { desk, spaceOf } = this.#deps;
    const { userId, spaceId, sessionId } = identity;
    spaceOf(identity);
    let losses: number;
    do {
      losses = this.#losses;
      await desk.requireCall(userId, spaceId, roomId);
    } while (losses !== this.#losses);
    return { callId: spaceOf(identity).roomCalls.join(sessionId, roomId) };
  }

  leave(identity: SessionIdentity): void {
    this.#deps.spaceOf(identity).roomCalls.leaveBySession(identity.sessionId);
  }

  close(): void {
    for (const end of this.#unsubscribe) end();
  }

  #rightLost(roomId: string, userId: string | null): void {
    this.#losses += 1;
    for (const live of this.#deps.all().values()) live.roomCalls.rightLost(roomId, userId);
  }
}
