import { v7 as uuidv7 } from 'uuid';
import type { Grid } from '#lib/domain/grid.ts';
import {
  emptyProximity,
  nextProximity,
  type ProximityRules,
  type ProximityState,
} from '#lib/domain/proximity.ts';
import type { Bubble } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import type { CallGroup, CallService } from '../call/ports.ts';
import type { Blocks } from './Blocks.ts';
import type { People } from './People.ts';
import { callMemberOf, nearPersonOf, type Person } from './Person.ts';
import type { RoomCalls } from './RoomCalls.ts';
import type { SpaceChat } from './SpaceChat.ts';

/** What an update of the bubbles brought. */
export interface BubbleUpdate {
  /** All bubbles, when they are not the ones of the last update, else null. */
  readonly bubbles: readonly Bubble[] | null;
  /** People whose call state changed. */
  readonly changed: readonly Person[];
  /** When the outcome could change though nobody moves, in ms, or null. */
  readonly nextCheckMs: number | null;
}

export interface BubbleKeeperDeps {
  readonly spaceId: string;
  readonly people: People;
  readonly grid: Grid;
  readonly rules: ProximityRules;
  readonly calls: CallService;
  readonly blocks: Blocks;
  readonly roomCalls: RoomCalls;
  readonly chat: Pick<SpaceChat, 'bubblesChanged'>;
}

/**
 * Who stands together: asks `lib/domain/proximity`, gives new bubbles their ids, and tells the calls and the chat. Whoever
 * is in the call of a chatroom stands with nobody; their call is told with the bubbles.
 */
export class BubbleKeeper {
  readonly #deps: BubbleKeeperDeps;
  readonly #people: People;
  readonly #blocks: Blocks;
  readonly #reasons = new Map<string, CallEndReason>();
  #state: ProximityState = emptyProximity;
  #bubbles: readonly Bubble[] = [];
  #toldCalls = '';
  #toldChat = '[]';

  constructor(deps: BubbleKeeperDeps) {
    this.#deps = deps;
    this.#people = deps.people;
    this.#blocks = deps.blocks;
  }

  get bubbles(): readonly Bubble[] {
    return this.#bubbles;
  }

  /** The bubble somebody stands in, if any. */
  bubbleOf(person: Person): Bubble | undefined {
    return this.#bubbles.find((bubble) => bubble.members.includes(person.entity));
  }

  /** Whoever's call ends by the next update because of this person hears this reason. */
  explain(person: Person, reason: CallEndReason): void {
    for (const entity of this.bubbleOf(person)?.members ?? []) {
      const member = this.#people.ofEntity(entity);
      if (member !== undefined) this.#reasons.set(member.sessionId, reason);
    }
  }

  /** The person leaves the others of the bubble by hand: they do not meet again before they were out of range once. */
  keepApart(person: Person): void {
    const others = (this.bubbleOf(person)?.members ?? []).filter((entity) => entity !== person.entity);
    const pairs = others.map((other) => ({
      a: Math.min(person.entity, other),
      b: Math.max(person.entity, other),
    }));
    this.#state = { ...this.#state, apart: [...this.#state.apart, ...pairs] };
    this.explain(person, 'user_ended');
  }

  /** Groups people anew by where they stand now, and tells the calls what that means. */
  update(nowMs: number): BubbleUpdate {
    const people = this.#people.all().map(nearPersonOf);
    const { grid, rules } = this.#deps;
    const separated = this.#blocks.among(this.#people.all()).map(([p, q]) => ({ a: p.entity, b: q.entity }));
    const absent = this.#inRoomCalls();
    const result = nextProximity({ people, grid, rules, separated, absent, last: this.#state, nowMs });
    const bubbles = result.state.bubbles.map(({ key, members }) => {
      const id = key ?? uuidv7();
      return { id, members: [...members], isFull: result.fullKeys.has(id) };
    });
    this.#state = {
      ...result.state,
      bubbles: bubbles.map(({ id, members }) => ({ key: id, members })),
    };
    const isChanged = JSON.stringify(bubbles) !== JSON.stringify(this.#bubbles);
    this.#bubbles = bubbles;
    const changed = this.#markCalls(absent);
    this.#tellCalls();
    this.#tellChat();
    return { bubbles: isChanged ? bubbles : null, changed, nextCheckMs: result.nextCheckMs };
  }

  /** Entity numbers of those who are in the call of a chatroom. */
  #inRoomCalls(): ReadonlySet<number> {
    const calls = this.#deps.roomCalls.all();
    return new Set(calls.flatMap(({ people }) => [...people].map((person) => person.entity)));
  }

  #markCalls(inRoomCalls: ReadonlySet<number>): Person[] {
    const inCall = new Set([...inRoomCalls, ...this.#bubbles.flatMap((bubble) => bubble.members)]);
    const changed = this.#people.all().filter((person) => person.isInCall !== inCall.has(person.entity));
    for (const person of changed) person.isInCall = !person.isInCall;
    return changed;
  }

  /** Only when something changed that a call is about; where people stand is no news to it. */
  #tellCalls(): void {
    const { calls, spaceId, roomCalls } = this.#deps;
    const groups = [
      ...this.#bubbles.map(({ id, members }) => this.#groupOf(id, null, this.#peopleOf(members))),
      ...roomCalls.all().map(({ id, roomId, people }) => this.#groupOf(id, roomId, [...people])),
    ];
    const told = JSON.stringify(groups.map(newsOf));
    const reasons = new Map([...this.#reasons, ...roomCalls.takeReasons()]);
    if (told !== this.#toldCalls) calls.applyGroups(spaceId, groups, reasons);
    this.#toldCalls = told;
    this.#reasons.clear();
  }

  #groupOf(id: string, roomId: string | null, people: readonly Person[]): CallGroup {
    const separated = this.#blocks
      .among(people)
      .map(([p, q]): [string, string] => [p.sessionId, q.sessionId]);
    return { id, roomId, members: people.map(callMemberOf), separated };
  }

  /** The chat knows people, not programs: a bubble with the resident alone is no company to write to. */
  #tellChat(): void {
    const { chat, spaceId } = this.#deps;
    const bubbles = this.#bubbles
      .map(({ id, members }) => ({
        id,
        userIds: realOf(this.#peopleOf(members)).map(({ userId }) => userId),
      }))
      .filter(({ userIds }) => userIds.length > 1);
    const told = JSON.stringify(bubbles);
    if (told !== this.#toldChat) chat.bubblesChanged(spaceId, bubbles);
    this.#toldChat = told;
  }

  #peopleOf(members: readonly number[]): Person[] {
    return members.flatMap((entity) => this.#people.ofEntity(entity) ?? []);
  }
}

function realOf(people: readonly Person[]): Person[] {
  return people.filter((person) => !person.isResident);
}

function newsOf({ id, members, separated }: CallGroup): unknown {
  return [id, members.map(({ sessionId, username, cast }) => [sessionId, username, cast]), separated];
}
