import { zoneOf } from '#lib/domain/zones.ts';
import type { Bubble, JoinReply, Positions, RosterEntry, ServerPayload } from '#lib/protocol/catalogue.ts';
import type { KnownStance, SpaceState } from './SpaceState.ts';

/** The state after a join: everything known before belongs to another life of the space. */
export function afterJoin(state: SpaceState, reply: JoinReply): SpaceState {
  const { entity, userId, sessionId, x, y, facing } = reply.self;
  return {
    ...state,
    space: reply.space,
    self: { entity, userId, sessionId },
    role: reply.self.role,
    roster: new Map(reply.roster.map((person) => [person.entity, person])),
    stances: new Map([[entity, { x, y, facing, isMoving: false }]]),
    bubbles: reply.bubbles,
  };
}

export function afterRoster(state: SpaceState, news: ServerPayload<'/space', 'roster'>): SpaceState {
  const roster = new Map<number, RosterEntry>(news.isWhole ? [] : state.roster);
  for (const person of news.people) roster.set(person.entity, person);
  for (const entity of news.gone) roster.delete(entity);
  const stances = new Map([...state.stances].filter(([entity]) => isKnown(state, roster, entity)));
  return { ...state, roster, stances };
}

/** The own avatar and those of the roster stay; positions may run ahead of the roster, so newcomers wait for it. */
function isKnown(before: SpaceState, roster: ReadonlyMap<number, RosterEntry>, entity: number): boolean {
  return entity === before.self?.entity || roster.has(entity) || !before.roster.has(entity);
}

/** Applies one zone's positions to everybody but the own avatar, which is predicted. */
export function afterPositions(state: SpaceState, frame: Positions): SpaceState {
  const stances = new Map<number, KnownStance>(state.stances);
  const named = new Set(frame.people.map((person) => person.entity));
  if (frame.isWhole) {
    for (const [entity, stance] of state.stances) {
      if (zoneOf(stance) === frame.zone && !named.has(entity)) stances.delete(entity);
    }
  }
  for (const { entity, x, y, facing, isMoving } of frame.people)
    stances.set(entity, { x, y, facing, isMoving });
  return { ...state, stances: keepSelf(state, stances) };
}

function keepSelf(before: SpaceState, stances: Map<number, KnownStance>): Map<number, KnownStance> {
  const self = before.self === null ? undefined : before.stances.get(before.self.entity);
  if (before.self !== null && self !== undefined) stances.set(before.self.entity, self);
  return stances;
}

/** The space was edited: its name, its address, its lock. */
export function afterSpaceChanged(
  state: SpaceState,
  { name, slug, isLocked }: ServerPayload<'/space', 'space-changed'>,
): SpaceState {
  if (state.space === null) return state;
  return { ...state, space: { ...state.space, name, slug, isLocked } };
}

export function afterStanding(state: SpaceState, { role }: ServerPayload<'/space', 'standing'>): SpaceState {
  return { ...state, role };
}

export function afterBubbles(state: SpaceState, bubbles: readonly Bubble[]): SpaceState {
  return { ...state, bubbles };
}

export function withOwnStance(state: SpaceState, stance: KnownStance): SpaceState {
  if (state.self === null) return state;
  return { ...state, stances: new Map(state.stances).set(state.self.entity, stance) };
}
