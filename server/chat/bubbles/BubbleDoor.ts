import type { Clock } from '../../clock.ts';
import type { ChatBubble } from '../ports.ts';
import type { Audience } from '../telling/Audience.ts';
import type { OwnNews } from '../telling/Newsroom.ts';
import type { Streams } from '../telling/Streams.ts';
import type { BubbleRooms } from './BubbleRooms.ts';

export interface BubbleDoorDeps {
  readonly audience: Audience;
  readonly bubbles: BubbleRooms;
  readonly streams: Streams;
  readonly clock: Clock;
  /** Bubbles are this process's own: their news go no further. */
  readonly carryOut: (news: OwnNews) => void;
}

/** Lets people into the rooms of bubbles and out of them, as they walk. All of it happens in one turn. */
export class BubbleDoor {
  readonly #deps: BubbleDoorDeps;

  constructor(deps: BubbleDoorDeps) {
    this.#deps = deps;
  }

  apply(spaceId: string, bubbles: readonly ChatBubble[]): void {
    const at = new Date(this.#deps.clock.nowMs()).toISOString();
    const { came, left, gone } = this.#deps.bubbles.apply(spaceId, bubbles, at);
    for (const { roomId, userId } of left) this.#letOut(spaceId, roomId, userId);
    for (const roomId of gone) this.#deps.carryOut({ kind: 'room-gone', roomId, spaceId });
    for (const { roomId, userId, since } of came) this.#letIn(spaceId, roomId, userId, since);
  }

  #letIn(spaceId: string, roomId: string, userId: string, since: number): void {
    const { audience, carryOut, streams } = this.#deps;
    for (const seat of audience.ofUser(userId, spaceId)) {
      seat.left.delete(roomId);
      streams.listen(seat, roomId, since, since);
    }
    carryOut({ kind: 'member-added', roomId, spaceId, userId });
  }

  #letOut(spaceId: string, roomId: string, userId: string): void {
    this.#deps.carryOut({ kind: 'member-removed', roomId, spaceId, userId });
  }
}
