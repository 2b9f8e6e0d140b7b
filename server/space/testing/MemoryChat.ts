import { RefusedError } from '#lib/protocol/errors.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { ChatBubble } from '../../chat/ports.ts';
import type { SpaceChat } from '../SpaceChat.ts';

/** A chat that lets everybody into the calls of its rooms, unless a test says otherwise, and keeps what it is told. */
export class MemoryChat implements SpaceChat {
  /** Names in each room's call, as last told. */
  readonly inCall = new Map<string, readonly string[]>();
  bubbles: readonly ChatBubble[] = [];
  readonly #refused = new Set<string>();
  readonly #listeners = new Set<(roomId: string, userId: string | null) => void>();
  #beforeAnswer: () => void = () => undefined;

  async requireCall(userId: string, _spaceId: string, roomId: string): Promise<void> {
    const isRefused = this.#refused.has(`${roomId} ${userId}`);
    await Promise.resolve();
    const before = this.#beforeAnswer;
    this.#beforeAnswer = () => undefined;
    before();
    if (isRefused) throw new RefusedError('not_found', 'there is no such room');
  }

  onCallRightLost(listener: (roomId: string, userId: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  roomCallChanged(roomId: string, people: PersonView[]): void {
    this.inCall.set(
      roomId,
      people.map((person) => person.name),
    );
  }

  bubblesChanged(_spaceId: string, bubbles: readonly ChatBubble[]): void {
    this.bubbles = structuredClone(bubbles);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** From now on somebody, or with `null` everybody who is in it, may not be in the call of a room. */
  takeRight(roomId: string, userId: string | null): void {
    if (userId !== null) this.#refused.add(`${roomId} ${userId}`);
    for (const listener of [...this.#listeners]) listener(roomId, userId);
  }

  /** Something happens while the next question is being answered. */
  beforeNextAnswer(task: () => void): void {
    this.#beforeAnswer = task;
  }
}
