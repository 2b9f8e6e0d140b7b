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
import type { CallBubble, CallService } from '../call/ports.ts';
import type { Blocks } from './Blocks.ts';
import type { People } from './People.ts';
import { callMemberOf, nearPersonOf, type Person } from './Person.ts';

/** What an update of the bubbles brought. */
export interface BubbleUpdate {
  /** All bubbles, when they are not the ones of the last update, else null. */
  readonly bubbles: readonly Bubble[] | null;
  /** People whose call state changed. */
  readonly changed: readonly Person[];
  /** When the outcome could change though nobody moves, in ms, or null. */
  readonly nextCheckMs: number | null;
}

/** Who stands together: asks `lib/domain/proximity`, gives new bubbles their ids, and tells the calls. */
export class BubbleKeeper {
  readonly #spaceId: string;
  readonly #people: People;
  readonly #grid: Grid;
  readonly #rules: ProximityRules;
  readonly #calls: CallService;
  readonly #blocks: Blocks;
  readonly #reasons = new Map<string, CallEndReason>();
  #state: ProximityState = emptyProximity;
  #bubbles: readonly Bubble[] = [];
  #toldCalls = '';

  constructor(deps: {
    spaceId: string;
    people: People;
    grid: Grid;
    rules: ProximityRules;
    calls: CallService;
    blocks: Blocks;
  }) {
    this.#spaceId = deps.spaceId;
    this.#people = deps.people;
    this.#grid = deps.grid;
    this.#rules = deps.rules;
    this.#calls = deps.calls;
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
    const [grid, rules, last] = [this.#grid, this.#rules, this.#state];
    const separated = this.#blocks.among(this.#people.all()).map(([p, q]) => ({ a: p.entity, b: q.entity }));
    const result = nextProximity({ people, grid, rules, separated, last, nowMs });
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
    const changed = this.#markCalls();
    this.#tellCalls();
    return { bubbles: isChanged ? bubbles : null, changed, nextCheckMs: result.nextCheckMs };
  }

  #markCalls(): Person[] {
    const inCall = new Set(this.#bubbles.flatMap((bubble) => bubble.members));
    const changed = this.#people.all().filter((person) => person.isInCall !== inCall.has(person.entity));
    for (const person of changed) person.isInCall = !person.isInCall;
    return changed;
  }

  /** Only when something changed that a call is about; where people stand is no news to it. */
  #tellCalls(): void {
    const bubbles = this.#callBubbles();
    const told = JSON.stringify(bubbles.map(newsOf));
    if (told !== this.#toldCalls) this.#calls.applyBubbles(this.#spaceId, bubbles, new Map(this.#reasons));
    this.#toldCalls = told;
    this.#reasons.clear();
  }

  #callBubbles(): CallBubble[] {
    return this.#bubbles.map(({ id, members }) => {
      const people = members.flatMap((entity) => this.#people.ofEntity(entity) ?? []);
      const separated = this.#blocks.among(people);
      const sessions = separated.map(([p, q]): [string, string] => [p.sessionId, q.sessionId]);
      return { id, members: people.map(callMemberOf), separated: sessions };
    });
  }
}

function newsOf({ id, members, separated }: CallBubble): unknown {
  return [id, members.map(({ sessionId, username, cast }) => [sessionId, username, cast]), separated];
}
