import type { Stance } from '#lib/domain/grid.ts';
import type { Bubble, JoinReply, RosterEntry } from '#lib/protocol/catalogue.ts';
import type { SessionState } from '../session/SessionState.ts';

/** Where somebody else stands, as the server last said. */
export interface KnownStance extends Stance {
  readonly isMoving: boolean;
}

/** Somebody in the space: who they are, and where, as far as this page may know. */
export interface Person {
  readonly who: RosterEntry;
  /** Null while the person is in a zone this page hears nothing of. */
  readonly stance: KnownStance | null;
  readonly isSelf: boolean;
}

/** What the interface and the canvas read. Everything is replaced, nothing is changed in place. */
export interface SpaceState {
  readonly connection: SessionState;
  /** Null until the first join. */
  readonly space: JoinReply['space'] | null;
  readonly self: { readonly entity: number; readonly userId: string; readonly sessionId: string } | null;
  /** Who is in the space, by entity. Changes at most once a second. */
  readonly roster: ReadonlyMap<number, RosterEntry>;
  /** Where they stand, by entity; the own avatar as predicted. Changes with every step in view. */
  readonly stances: ReadonlyMap<number, KnownStance>;
  readonly bubbles: readonly Bubble[];
}

export const emptySpaceState: SpaceState = {
  connection: { kind: 'connecting' },
  space: null,
  self: null,
  roster: new Map(),
  stances: new Map(),
  bubbles: [],
};

/** Everybody in the space, the own avatar first, then by name. */
export function peopleOf(state: Pick<SpaceState, 'roster' | 'stances' | 'self'>): readonly Person[] {
  const people = [...state.roster.values()].map((who) => ({
    who,
    stance: state.stances.get(who.entity) ?? null,
    isSelf: who.entity === state.self?.entity,
  }));
  return people.sort(
    (a, b) =>
      Number(b.isSelf) - Number(a.isSelf) ||
      a.who.username.localeCompare(b.who.username) ||
      a.who.entity - b.who.entity,
  );
}

/** The bubble the own avatar is in, or null while alone. */
export function ownBubble(state: Pick<SpaceState, 'bubbles' | 'self'>): Bubble | null {
  const self = state.self;
  if (self === null) return null;
  return state.bubbles.find((bubble) => bubble.members.includes(self.entity)) ?? null;
}
