import type { Stance } from '#lib/domain/grid.ts';
import { gridFromTiled, speedOf } from '#lib/domain/tiled.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { EndWords } from '../gateway/Session.ts';
import { Arrivals } from './Arrivals.ts';
import { Blocks } from './Blocks.ts';
import { BubbleKeeper } from './BubbleKeeper.ts';
import { Devices } from './Devices.ts';
import type { LiveSpaceDeps } from './LiveSpace.ts';
import { Moderation } from './Moderation.ts';
import { People } from './People.ts';
import type { Person } from './Person.ts';
import { Places } from './Places.ts';
import { PositionFeed } from './PositionFeed.ts';
import { PositionSaver } from './PositionSaver.ts';
import { RoomCalls } from './RoomCalls.ts';
import { RosterFeed } from './RosterFeed.ts';
import { Seats } from './Seats.ts';
import { Standing } from './Standing.ts';
import { Steps } from './Steps.ts';

/** What the keepers of a space ask of it. */
export interface SpaceEffects {
  /** Something changed that the next tick sends or groups anew. */
  readonly requestTick: () => void;
  /** Ends somebody's session and takes them out of the space. */
  readonly dismiss: (person: Person, reason: SessionEndReason, words?: EndWords) => void;
  /** Whether the space has a resident changed. */
  readonly setResident: (hasResident: boolean) => void;
}

/** The parts of a live space, each with one thing to keep true. They begin and end with it. */
export interface Keepers {
  readonly speedTilesPerS: number;
  readonly people: People;
  readonly places: Places;
  readonly arrivals: Arrivals;
  readonly seats: Seats;
  readonly steps: Steps;
  readonly devices: Devices;
  readonly blocks: Blocks;
  readonly bubbles: BubbleKeeper;
  readonly roomCalls: RoomCalls;
  readonly standing: Standing;
  readonly moderation: Moderation;
  readonly feed: PositionFeed;
  readonly roster: RosterFeed;
  readonly saver: PositionSaver;
}

/** Makes the keepers of a space and gives each what it needs of the others. */
export function createKeepers(deps: LiveSpaceDeps, effects: SpaceEffects): Keepers {
  const { map, settings, sessions, clock, calls, chat, store, space, visits } = deps;
  const { rules, snapshotMs, graceMs, rosterMs } = settings;
  const [people, blocks, grid] = [new People(), new Blocks(), gridFromTiled(map)];
  const speedTilesPerS = speedOf(map) ?? settings.speedTilesPerS;
  const logger = deps.logger.child({ spaceId: space.id });
  const feed = new PositionFeed(people, sessions, grid);
  const roster = new RosterFeed(people, sessions, clock, rosterMs);
  const seats = new Seats({ people, sessions, calls, clock, graceMs });
  const { requestTick } = effects;
  const roomCalls = new RoomCalls({ people, desk: chat, capacity: rules.capacity, requestTick });
  const together = { people, grid, rules, calls, blocks, roomCalls, chat };
  const bubbles = new BubbleKeeper({ spaceId: space.id, ...together });
  const repository = store.positions;
  const saver = new PositionSaver({ spaceId: space.id, repository, clock, logger, snapshotMs });
  const steps = new Steps({ grid, speedTilesPerS, sessions, feed, saver, clock, onMoved: requestTick });
  const places = new Places({ people, map, grid, stepRules: steps.rules, clock });
  const standing = new Standing({ space, store, people, sessions, roster, clock, ...effects });
  const devices = new Devices({ calls, sessions });
  const place = (person: Person, stance: Stance): void => steps.place(person, stance, false);
  const { dismiss } = effects;
  const moderation = new Moderation({ people, sessions, devices, grid, clock, dismiss, place });
  const around = { people, sessions, standing, blocks, places, seats, feed, roster, saver, visits };
  const arrivals = new Arrivals(around);
  return { speedTilesPerS, steps, devices, bubbles, roomCalls, moderation, arrivals, ...around };
}
