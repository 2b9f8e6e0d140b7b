import { v7 as uuidv7 } from 'uuid';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { RoomCallDesk } from '../chat/ports.ts';
import type { People } from './People.ts';
import { type Person, viewOf } from './Person.ts';

/** The call of a chatroom, from the first who comes to the last who leaves. */
export interface RoomCall {
  readonly id: string;
  readonly roomId: string;
  readonly people: ReadonlySet<Person>;
}

interface OpenCall extends RoomCall {
  readonly people: Set<Person>;
}

export interface RoomCallsDeps {
  readonly people: People;
  readonly desk: Pick<RoomCallDesk, 'roomCallChanged'>;
  /** Most people in one call. */
  readonly capacity: number;
  readonly requestTick: () => void;
}

/**
 * Who of a space is in the call of which chatroom; one at a time. Whether they may be is asked before. The calls are told
 * of it with the bubbles, the chat by `tell`.
 */
export class RoomCalls {
  readonly #deps: RoomCallsDeps;
  readonly #byRoom = new Map<string, OpenCall>();
  readonly #byPerson = new Map<Person, OpenCall>();
  #reasons = new Map<string, CallEndReason>();
  #told = new Map<string, string>();

  constructor(deps: RoomCallsDeps) {
    this.#deps = deps;
  }

  all(): readonly RoomCall[] {
    return [...this.#byRoom.values()];
  }

  /** The room's call somebody is in, if any. */
  of(person: Person): RoomCall | undefined {
    return this.#byPerson.get(person);
  }

  /**
   * Puts the person of a session into the room's call, out of another room's if need be. Asking twice changes nothing.
   * Throws `RefusedError`: `not_joined`, `conflict` when the call is full.
   *
   * @returns the call's id.
   */
  join(sessionId: string, roomId: string): string {
    const person = this.#deps.people.ofSession(sessionId);
    if (person === undefined) throw new RefusedError('not_joined', 'this session is not in the space');
    const call = this.#byRoom.get(roomId) ?? { id: uuidv7(), roomId, people: new Set<Person>() };
    if (call.people.has(person)) return call.id;
    if (call.people.size >= this.#deps.capacity) {
      throw new RefusedError('conflict', `this call is full: ${this.#deps.capacity} people are in it`);
    }
    this.#remove(person);
    call.people.add(person);
    this.#byRoom.set(roomId, call);
    this.#byPerson.set(person, call);
    this.#deps.requestTick();
    return call.id;
  }

  /** The person of a session leaves the call of whatever room they are in. Leaving twice is leaving once. */
  leaveBySession(sessionId: string): void {
    const person = this.#deps.people.ofSession(sessionId);
    if (person !== undefined) this.leave(person, 'user_ended');
  }

  leave(person: Person, reason: CallEndReason): void {
    if (!this.#remove(person)) return;
    this.#reasons.set(person.sessionId, reason);
    this.#deps.requestTick();
  }

  /** Somebody may no longer be in the call of a room; `null`: nobody may. */
  rightLost(roomId: string, userId: string | null): void {
    for (const person of [...(this.#byRoom.get(roomId)?.people ?? [])]) {
      if (userId === null || person.userId === userId) this.leave(person, 'removed');
    }
  }

  /** Why people left since this was last asked, by session. */
  takeReasons(): ReadonlyMap<string, CallEndReason> {
    const reasons = this.#reasons;
    this.#reasons = new Map();
    return reasons;
  }

  /** Tells the chat where other people are in a call than it was last told, or the same by other names. */
  tell(): void {
    const now = new Map<string, string>();
    for (const { roomId, people } of this.#byRoom.values()) {
      const views = [...people].map(viewOf);
      now.set(roomId, JSON.stringify(views));
      if (now.get(roomId) !== this.#told.get(roomId)) this.#deps.desk.roomCallChanged(roomId, views);
    }
    for (const roomId of this.#told.keys()) {
      if (!now.has(roomId)) this.#deps.desk.roomCallChanged(roomId, []);
    }
    this.#told = now;
  }

  #remove(person: Person): boolean {
    const call = this.#byPerson.get(person);
    if (call === undefined) return false;
    this.#byPerson.delete(person);
    call.people.delete(person);
    if (call.people.size === 0) this.#byRoom.delete(call.roomId);
    return true;
  }
}
