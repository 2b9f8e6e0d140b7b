import type { Grid, Stance } from '#lib/domain/grid.ts';
import { gridFromTiled, speedOf } from '#lib/domain/tiled.ts';
import { type BucketRules, stepRules } from '#lib/domain/tokenBucket.ts';
import { zoneOf } from '#lib/domain/zones.ts';
import type { ClientPayload, JoinReply } from '#lib/protocol/catalogue.ts';
import type { CallEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { TiledMap } from '#lib/protocol/tiledMap.ts';
import type { CallService } from '../call/ports.ts';
import type { Clock } from '../clock.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { Logger } from '../observability/Logger.ts';
import type { PositionRepository, SavedPosition, Space } from '../persistence/ports.ts';
import { BubbleKeeper } from './BubbleKeeper.ts';
import { joinReplyOf } from './joinReply.ts';
import { judgeMove, type Move } from './moveJudge.ts';
import { People } from './People.ts';
import type { Person } from './Person.ts';
import { Places } from './Places.ts';
import { PositionFeed } from './PositionFeed.ts';
import { PositionSaver } from './PositionSaver.ts';
import { RosterFeed } from './RosterFeed.ts';
import { Seats } from './Seats.ts';
import type { SpaceSettings } from './settings.ts';
import { Ticker } from './Ticker.ts';

export interface LiveSpaceDeps {
  readonly space: Space;
  readonly map: TiledMap;
  readonly positions: PositionRepository;
  readonly sessions: SessionRegistry;
  readonly calls: CallService;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: SpaceSettings;
  readonly residentName: string;
  /** The drawn figure of a person. */
  readonly castOf: (userId: string) => string;
  /** The last real person has left. */
  readonly onEmpty: () => void;
}

/**
 * One space while people are in it. It owns who stands where; the rules are in `lib/domain`, and each effect has its
 * own keeper. Everything here happens at once; only saving and closing take time.
 */
export class LiveSpace {
  readonly #deps: LiveSpaceDeps;
  readonly #logger: Logger;
  readonly #grid: Grid;
  readonly #speedTilesPerS: number;
  readonly #stepRules: BucketRules;
  readonly #people = new People();
  readonly #places: Places;
  readonly #seats: Seats;
  readonly #feed: PositionFeed;
  readonly #roster: RosterFeed;
  readonly #bubbles: BubbleKeeper;
  readonly #saver: PositionSaver;
  readonly #ticker: Ticker;

  constructor(deps: LiveSpaceDeps) {
    const { map, settings, sessions, clock, calls } = deps;
    const spaceId = deps.space.id;
    const logger = deps.logger.child({ spaceId });
    this.#deps = deps;
    this.#logger = logger;
    this.#grid = gridFromTiled(map);
    this.#speedTilesPerS = speedOf(map) ?? settings.speedTilesPerS;
    this.#stepRules = stepRules(this.#speedTilesPerS);
    this.#feed = new PositionFeed(this.#people, sessions, this.#grid);
    this.#roster = new RosterFeed(this.#people, sessions, clock, settings.rosterMs);
    this.#ticker = new Ticker(clock, settings.tickMs, () => this.#tick());
    const [people, grid, { rules, snapshotMs, graceMs }] = [this.#people, this.#grid, settings];
    this.#places = new Places({ people, map, grid, stepRules: this.#stepRules, clock, castOf: deps.castOf });
    this.#seats = new Seats({ people, sessions, calls, clock, graceMs });
    this.#bubbles = new BubbleKeeper({ spaceId, people, grid, rules, calls });
    this.#saver = new PositionSaver({ spaceId, repository: deps.positions, clock, logger, snapshotMs });
    if (deps.space.hasResident) this.#places.addResident(deps.residentName);
  }

  /** Whether nobody but the resident is here. */
  get isEmpty(): boolean {
    return this.#people.real().length === 0;
  }

  /** Names of the real people here, the resident left out. */
  names(): string[] {
    return this.#people.real().map((person) => person.username);
  }

  has(userId: string): boolean {
    return this.#people.ofUser(userId) !== undefined;
  }

  /** Where a person stood last; `null` when that is unknown or cannot be read now. */
  lastPlace(userId: string): Promise<SavedPosition | null> {
    return this.#saver.find(userId);
  }

  /**
   * Lets a session in: a newcomer at their last place or a spawn point, somebody who is here already (lost connection,
   * reload, another tab) on the tile they stand on. Another session of the same person is ended with `taken_over`.
   */
  admit(
    identity: SessionIdentity,
    payload: ClientPayload<'/space', 'join'>,
    saved: SavedPosition | null,
  ): JoinReply {
    const { sessionId } = identity;
    if (this.#deps.sessions.linkOf(sessionId) === null) {
      throw new RefusedError('unavailable', 'the connection was lost while joining');
    }
    const present = this.#people.ofUser(identity.userId);
    const person = present ?? this.#places.add(identity, saved);
    if (present === undefined) this.#saver.markChanged(person.userId, person.stance);
    else {
      this.#feed.forgetSession(present.sessionId);
      this.#seats.take(present, identity);
    }
    this.#hearMediaState(person, payload);
    this.#feed.forgetSession(sessionId);
    this.#feed.markMoved(person, zoneOf(person.stance));
    this.#roster.markChanged(person);
    this.#ticker.request();
    this.#logger.debug({ sessionId, isNew: present === undefined }, 'session joined');
    return joinReplyOf(person, {
      space: this.#deps.space,
      rules: this.#deps.settings.rules,
      speedTilesPerS: this.#speedTilesPerS,
      people: this.#people.all(),
      bubbles: this.#bubbles.bubbles,
    });
  }

  /** Applies a move, or corrects the client and throws `RefusedError` (`blocked_tile`, `too_fast`, `not_joined`). */
  move(sessionId: string, move: Move): void {
    const person = this.#personOf(sessionId);
    const verdict = judgeMove(this.#grid, person, move, this.#stepRules, this.#deps.clock.nowMs());
    if (!verdict.ok) {
      const { x, y, facing } = person.stance;
      const correction = { seq: move.seq ?? person.seq, x, y, facing, error: verdict.error.toWire() };
      this.#deps.sessions.send(sessionId, '/space', 'correction', correction);
      throw verdict.error;
    }
    person.stepBucket = verdict.bucket;
    person.seq = move.seq ?? person.seq;
    this.#place(person, verdict.stance, move.more === true);
  }

  /** Leaves a call by hand. Throws `RefusedError` `not_in_call` when the session is not in it. */
  endCall(sessionId: string, callId: string): void {
    const person = this.#personOf(sessionId);
    if (this.#bubbles.bubbleOf(person)?.id !== callId) {
      throw new RefusedError('not_in_call', 'this session is not in that call');
    }
    this.#bubbles.keepApart(person);
    this.#ticker.request();
  }

  setMediaState(sessionId: string, state: { audio: boolean; video: boolean }): void {
    this.#hearMediaState(this.#personOf(sessionId), state);
  }

  /** The session's connection is gone: the place is kept for the grace time. Nothing happens for unknown sessions. */
  lose(identity: SessionIdentity): void {
    const { sessionId } = identity;
    const person = this.#people.ofSession(sessionId);
    if (person === undefined) return;
    this.#seats.keep(person, identity, () => this.leave(sessionId, 'user_disconnected'));
    this.#logger.debug({ sessionId }, 'connection lost; the place is kept');
    this.#feed.forgetSession(sessionId);
    this.#roster.markChanged(person);
    this.#place(person, person.stance, false);
  }

  /** Takes the person of this session out of the space. Nothing happens for unknown sessions. */
  leave(sessionId: string, reason: CallEndReason): void {
    const person = this.#people.ofSession(sessionId);
    if (person === undefined) return;
    this.#logger.debug({ sessionId, reason }, 'person left');
    this.#bubbles.explain(person, reason);
    this.#people.remove(person);
    this.#feed.forgetPerson(person);
    this.#seats.leave(sessionId);
    this.#roster.markGone(person);
    this.#ticker.request();
    if (this.isEmpty) this.#deps.onEmpty();
  }

  /** Ends everybody's session with `server_shutdown` and saves all positions. Idempotent. */
  async close(): Promise<void> {
    for (const person of this.#people.real()) {
      this.#deps.sessions.end(person.sessionId, 'server_shutdown');
      this.#bubbles.explain(person, 'server_shutdown');
      this.#people.remove(person);
    }
    this.#ticker.close();
    this.#roster.close();
    this.#bubbles.update(this.#deps.clock.nowMs());
    await this.#saver.close();
  }

  #personOf(sessionId: string): Person {
    const person = this.#people.ofSession(sessionId);
    if (person === undefined) throw new RefusedError('not_joined', 'this session is not in the space');
    return person;
  }

  /** What a tab says of its devices, also when it comes back: its call hears of it at once. */
  #hearMediaState(person: Person, state: { audio?: boolean | undefined; video?: boolean | undefined }): void {
    const { audio = person.audio, video = person.video } = state;
    if (audio === person.audio && video === person.video) return;
    person.audio = audio;
    person.video = video;
    this.#deps.calls.setMediaState(person.sessionId, { audio, video });
  }

  #place(person: Person, stance: Stance, isMoving: boolean): void {
    const fromZone = zoneOf(person.stance);
    const hasMoved = stance.x !== person.stance.x || stance.y !== person.stance.y;
    person.stance = stance;
    person.isMoving = isMoving;
    this.#feed.markMoved(person, fromZone);
    if (hasMoved) this.#saver.markChanged(person.userId, stance);
    this.#ticker.request();
  }

  #tick(): void {
    const nowMs = this.#deps.clock.nowMs();
    const isBehind = this.#feed.flush();
    const { bubbles, changed, nextCheckMs } = this.#bubbles.update(nowMs);
    if (bubbles !== null) this.#sendBubbles();
    for (const person of changed) this.#roster.markChanged(person);
    this.#seats.resumeCalls();
    if (isBehind) this.#ticker.request();
    if (nextCheckMs !== null) this.#ticker.request(nextCheckMs);
  }

  #sendBubbles(): void {
    const bubbles = [...this.#bubbles.bubbles];
    for (const { sessionId } of this.#people.all()) {
      this.#deps.sessions.send(sessionId, '/space', 'bubbles', { bubbles });
    }
  }
}
