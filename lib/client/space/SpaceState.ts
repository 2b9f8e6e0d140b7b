import type { Role } from '#lib/domain/access/roles.ts';
import type { Stance } from '#lib/domain/grid.ts';
import type { Bubble, JoinReply, RosterEntry } from '#lib/protocol/catalogue.ts';
import type { SessionState } from '../session/SessionState.ts';

/** Where somebody else stands, as the server last said. */
export interface KnownStance extends Stance {
  readonly isMoving: boolean;
}

/** What the interface and the canvas read. Everything is replaced, nothing is changed in place. */
export interface SpaceState {
  readonly connection: SessionState;
  /** Null until the first join; name, address and lock follow when the space is edited. */
  readonly space: JoinReply['space'] | null;
  /** What I am here, as the server last said; null until the first join. What may be done is judged by it. */
  readonly role: Role | null;
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
  role: null,
  self: null,
  roster: new Map(),
  stances: new Map(),
  bubbles: [],
};

/** The bubble the own avatar is in, or null while alone. */
export function ownBubble(state: Pick<SpaceState, 'bubbles' | 'self'>): Bubble | null {
  const self = state.self;
  if (self === null) return null;
  return state.bubbles.find((bubble) => bubble.members.includes(self.entity)) ?? null;
}
