import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Tile } from '#lib/domain/geometry.ts';
import type { Grid, Stance } from '#lib/domain/grid.ts';
import type { Position, Positions } from '#lib/protocol/catalogue.ts';
import type { SpaceSession } from '../session/SpaceSession.ts';
import { createMotion, type Motion } from './motion.ts';
import {
  confirmMove,
  correctMove,
  hasJumped,
  type Prediction,
  predictMove,
  putElsewhere,
  startPrediction,
} from './prediction.ts';
import {
  afterBubbles,
  afterJoin,
  afterPositions,
  afterRoster,
  afterSpaceChanged,
  afterStanding,
  withOwnStance,
} from './reduce.ts';
import { emptySpaceState, type SpaceState } from './SpaceState.ts';

/** A space as this page knows it: the state to read, everybody's motion, and the own steps. */
export interface SpaceStore extends Pick<StoreApi<SpaceState>, 'getState' | 'subscribe'> {
  readonly motion: Motion;
  /** Names the walkable grid once the map is read; until then the own avatar stays where it is. */
  setGrid(grid: Grid): void;
  /**
   * Takes one own step at once and sends it; `hasMore` says that a key is held or a path remains. A step onto the own tile is a stop.
   * Returns false when the grid forbids it or there is no live connection.
   */
  move(to: Tile, hasMore: boolean): boolean;
  /** The own avatar as predicted, or null before the first join. */
  ownStance(): Stance | null;
  /** Plain data of everything, for tests and fault reports. */
  snapshot(): SpaceSnapshot;
  destroy(): void;
}

export interface SpaceSnapshot {
  readonly connection: SpaceState['connection'];
  readonly self: (Stance & { readonly entity: number }) | null;
  readonly unconfirmedSteps: number;
  readonly people: readonly { entity: number; username: string; x: number; y: number }[];
  readonly bubbles: readonly (readonly number[])[];
}

export interface SpaceStoreOptions {
  readonly session: Pick<SpaceSession, 'on' | 'onState' | 'onJoined' | 'send' | 'state'>;
  /** Monotonic clock of the page, in ms. */
  readonly now?: () => number;
}

/** Makes the store of one space session. It subscribes at once; `destroy` ends that. */
export function createSpaceStore({ session, now = () => performance.now() }: SpaceStoreOptions): SpaceStore {
  const store = createStore<SpaceState>(() => emptySpaceState);
  const motion = createMotion();
  let grid: Grid | null = null;
  let prediction: Prediction | null = null;
  let isMoving = false;

  function showSelf(next: Prediction): void {
    prediction = next;
    store.setState(withOwnStance(store.getState(), { ...next.stance, isMoving }));
  }

  function reconcile(next: Prediction): void {
    const self = store.getState().self;
    if (prediction === null || self === null) return;
    if (hasJumped(prediction, next)) motion.moveSelf(self.entity, next.stance, next.stance.facing, now());
    const isNews = hasJumped(prediction, next) || prediction.stance.facing !== next.stance.facing;
    if (isNews) showSelf(next);
    else prediction = next;
  }

  function hearOwn(position: Position): void {
    if (prediction === null || grid === null) return;
    const { x, y, facing, seq } = position;
    reconcile(confirmMove(prediction, grid, { x, y, facing }, seq));
  }

  function hearPositions(frame: Positions): void {
    const self = store.getState().self;
    store.setState(afterPositions(store.getState(), frame));
    for (const position of frame.people) {
      if (position.entity === self?.entity) hearOwn(position);
      else motion.see(position.entity, position, position.facing, now());
    }
    forgetUnseen();
  }

  function forgetUnseen(): void {
    const { stances } = store.getState();
    for (const entity of motion.entities()) if (!stances.has(entity)) motion.forget(entity);
  }

  const subscriptions = [
    session.onState((connection) => store.setState({ connection })),
    session.onJoined((reply) => {
      const { entity, x, y, facing } = reply.self;
      motion.clear();
      motion.setSpeed(reply.space.speedTilesPerS);
      motion.moveSelf(entity, { x, y }, facing, now());
      prediction = startPrediction({ x, y, facing }, prediction?.lastSeq);
      isMoving = false;
      store.setState(afterJoin(store.getState(), reply));
    }),
    session.on('/space', 'positions', hearPositions),
    session.on('/space', 'roster', (news) => {
      store.setState(afterRoster(store.getState(), news));
      forgetUnseen();
    }),
    session.on('/space', 'bubbles', ({ bubbles }) => store.setState(afterBubbles(store.getState(), bubbles))),
    session.on('/space', 'correction', ({ seq, x, y, facing }) => {
      if (prediction === null || grid === null) return;
      reconcile(correctMove(prediction, grid, { x, y, facing }, seq));
    }),
    session.on('/space', 'moved', ({ x, y, facing }) => {
      if (prediction === null) return;
      isMoving = false;
      reconcile(putElsewhere(prediction, { x, y, facing }));
    }),
    session.on('/space', 'standing', (news) => store.setState(afterStanding(store.getState(), news))),
    session.on('/space', 'space-changed', (news) =>
      store.setState(afterSpaceChanged(store.getState(), news)),
    ),
  ];

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    motion,
    setGrid(next) {
      grid = next;
    },
    move(to, hasMore) {
      const self = store.getState().self;
      if (prediction === null || grid === null || self === null || session.state().kind !== 'live')
        return false;
      const next = predictMove(prediction, grid, to);
      if (next === null) return false;
      isMoving = hasMore;
      session.send('/space', 'move', { x: to.x, y: to.y, seq: next.lastSeq, more: hasMore });
      motion.stepSelf(self.entity, to, next.stance.facing, now());
      showSelf(next);
      return true;
    },
    ownStance: () => prediction?.stance ?? null,
    snapshot: () => snapshotOf(store.getState(), prediction),
    destroy() {
      for (const unsubscribe of subscriptions) unsubscribe();
    },
  };
}

function snapshotOf(state: SpaceState, prediction: Prediction | null): SpaceSnapshot {
  const self = state.self;
  return {
    connection: state.connection,
    self: self === null || prediction === null ? null : { entity: self.entity, ...prediction.stance },
    unconfirmedSteps: prediction?.pending.length ?? 0,
    people: [...state.stances].map(([entity, { x, y }]) => ({
      entity,
      username: state.roster.get(entity)?.username ?? '',
      x,
      y,
    })),
    bubbles: state.bubbles.map((bubble) => bubble.members),
  };
}
