import { residentIdentity } from '#lib/domain/resident.ts';
import { zoneOf } from '#lib/domain/zones.ts';
import type { Bubble, ClientPayload, JoinReply } from '#lib/protocol/catalogue.ts';
import type { CallEndReason, SessionEndReason } from '#lib/protocol/closeReasons.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { TiledMap } from '#lib/protocol/tiledMap.ts';
import type { CallService } from '../call/ports.ts';
import type { Clock } from '../clock.ts';
import type { EndWords, SessionIdentity } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { Logger } from '../observability/Logger.ts';
import type { SavedPosition, Space, Store } from '../persistence/ports.ts';
import type { SwitchedState } from './Devices.ts';
import type { Visitor } from './entry.ts';
import { joinReplyOf } from './joinReply.ts';
import { createKeepers, type Keepers } from './keepers.ts';
import type { Moderation } from './Moderation.ts';
import type { Move } from './moveJudge.ts';
import type { Person, Profile } from './Person.ts';
import type { RoomCalls } from './RoomCalls.ts';
import type { SpaceChat } from './SpaceChat.ts';
import type { Standing } from './Standing.ts';
import type { SpaceSettings } from './settings.ts';
import { Ticker } from './Ticker.ts';
import type { VisitLog } from './VisitLog.ts';

export interface LiveSpaceDeps {
  readonly space: Space;
  readonly map: TiledMap;
  readonly store: Pick<Store, 'spaces' | 'bans' | 'positions'>;
  readonly sessions: SessionRegistry;
  readonly calls: CallService;
  readonly chat: Pick<SpaceChat, 'roomCallChanged' | 'bubblesChanged'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly settings: SpaceSettings;
  readonly residentName: string;
  readonly visits: VisitLog;
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
  readonly #ticker: Ticker;
  readonly #keep: Keepers;

  constructor(deps: LiveSpaceDeps) {
    this.#deps = deps;
    this.#logger = deps.logger.child({ spaceId: deps.space.id });
    this.#ticker = new Ticker(deps.clock, deps.settings.tickMs, () => this.#tick());
    this.#keep = createKeepers(deps, {
      requestTick: () => this.#ticker.request(),
      dismiss: (person, reason, words) => this.dismiss(person, reason, words),
      setResident: (hasResident) => this.#setResident(hasResident),
    });
    this.#setResident(deps.space.hasResident);
  }

  /** Who may be here, and as what. */
  get standing(): Standing {
    return this.#keep.standing;
  }

  /** What moderators do to people here. */
  get moderation(): Moderation {
    return this.#keep.moderation;
  }

  /** Who is in the call of which chatroom. */
  get roomCalls(): RoomCalls {
    return this.#keep.roomCalls;
  }

  /** Whether nobody but the resident is here. */
  get isEmpty(): boolean {
    return this.#keep.people.real().length === 0;
  }

  /** The real people here, the resident left out. */
  people(): readonly Person[] {
    return this.#keep.people.real();
  }

  /** Somebody by the session that speaks for them. */
  ofSession(sessionId: string): Person | undefined {
    return this.#keep.people.ofSession(sessionId);
  }

  has(userId: string): boolean {
    return this.#keep.people.ofUser(userId) !== undefined;
  }

  /** Where a person stood last; `null` when that is unknown or cannot be read now. */
  lastPlace(userId: string): Promise<SavedPosition | null> {
    return this.#keep.saver.find(userId);
  }

  /**
   * Lets a session in: a newcomer at their last place or a spawn point, somebody who is here already (lost connection,
   * reload, another tab) on the tile they stand on. Another session of the same person is ended with `taken_over`.
   * Throws `RefusedError` for somebody who may not come in.
   */
  admit(
    identity: SessionIdentity,
    payload: ClientPayload<'/space', 'join'>,
    visitor: Visitor,
    saved: SavedPosition | null,
  ): JoinReply {
    const { person, isNew, isReturn } = this.#keep.arrivals.admit(identity, visitor, saved);
    this.#keep.devices.arrived(person, payload, isReturn);
    this.#ticker.request();
    this.#logger.debug({ sessionId: identity.sessionId, isNew }, 'session joined');
    return joinReplyOf(person, {
      space: visitor.space,
      rules: this.#deps.settings.rules,
      speedTilesPerS: this.#keep.speedTilesPerS,
      people: this.#keep.people.all(),
      bubbles: this.#keep.bubbles.bubbles,
      isFirstVisit: isNew && saved === null,
    });
  }

  /** Applies a move, or corrects the client and throws `RefusedError` (`blocked_tile`, `too_fast`, `not_joined`). */
  move(sessionId: string, move: Move): void {
    this.#keep.steps.take(this.#personOf(sessionId), move);
  }

  /** Leaves a call by hand. Throws `RefusedError` `not_in_call` when the session is not in it. */
  endCall(sessionId: string, callId: string): void {
    const person = this.#personOf(sessionId);
    if (this.#keep.roomCalls.of(person)?.id === callId) {
      this.#keep.roomCalls.leave(person, 'user_ended');
      return;
    }
    if (this.#keep.bubbles.bubbleOf(person)?.id !== callId) {
      throw new RefusedError('not_in_call', 'this session is not in that call');
    }
    this.#keep.bubbles.keepApart(person);
    this.#ticker.request();
  }

  setMediaState(sessionId: string, state: SwitchedState): void {
    this.#keep.devices.switched(this.#personOf(sessionId), state);
  }

  /** Somebody goes by another name, figure or status than before. Returns whether they are here and that is news. */
  show(userId: string, profile: Profile): boolean {
    const person = this.#keep.people.ofUser(userId);
    if (person === undefined || JSON.stringify(person.profile) === JSON.stringify(profile)) return false;
    person.profile = profile;
    this.#keep.roster.markChanged(person);
    this.#ticker.request();
    return true;
  }

  /** Everybody whom somebody blocks or who blocks them. Returns whether they are here and that is news. */
  separate(userId: string, blockParties: readonly string[]): boolean {
    const person = this.#keep.people.ofUser(userId);
    if (person === undefined || !this.#keep.blocks.set(userId, blockParties)) return false;
    this.#keep.bubbles.explain(person, 'user_ended');
    this.#ticker.request();
    return true;
  }

  /** Ends somebody's session and takes them out; their call goes on without them at once. */
  dismiss(person: Person, reason: SessionEndReason, words: EndWords = {}): void {
    this.#deps.sessions.end(person.sessionId, reason, words);
    this.leave(person.sessionId, 'removed');
  }

  /** The session's connection is gone: the place is kept for the grace time. Nothing happens for unknown sessions. */
  lose(identity: SessionIdentity): void {
    const { sessionId } = identity;
    const person = this.#keep.people.ofSession(sessionId);
    if (person === undefined) return;
    this.#keep.seats.keep(person, identity, () => this.leave(sessionId, 'user_disconnected'));
    this.#logger.debug({ sessionId }, 'connection lost; the place is kept');
    this.#keep.feed.forgetSession(sessionId);
    this.#keep.roster.markChanged(person);
    this.#keep.steps.place(person, person.stance, false);
  }

  /** Takes the person of this session out of the space. Nothing happens for unknown sessions. */
  leave(sessionId: string, reason: CallEndReason): void {
    const person = this.#keep.people.ofSession(sessionId);
    if (person === undefined) return;
    this.#logger.debug({ sessionId, reason }, 'person left');
    this.#keep.bubbles.explain(person, reason);
    this.#keep.roomCalls.leave(person, reason);
    this.#keep.people.remove(person);
    this.#keep.blocks.forget(person.userId);
    this.#keep.feed.forgetPerson(person);
    this.#keep.seats.leave(sessionId);
    if (!person.isResident) this.#deps.visits.left(this.#deps.space.id, person.userId, reason);
    this.#keep.roster.markGone(person);
    this.#ticker.request();
    if (this.isEmpty && !person.isResident) this.#deps.onEmpty();
  }

  /** Ends everybody's session with `server_shutdown` and saves all positions. Idempotent. */
  async close(): Promise<void> {
    for (const person of this.#keep.people.real()) {
      this.#deps.sessions.end(person.sessionId, 'server_shutdown');
      this.#keep.bubbles.explain(person, 'server_shutdown');
      this.#keep.roomCalls.leave(person, 'server_shutdown');
      this.#keep.people.remove(person);
      this.#deps.visits.left(this.#deps.space.id, person.userId, 'server_shutdown');
    }
    this.#ticker.close();
    this.#keep.roster.close();
    this.#keep.bubbles.update(this.#deps.clock.nowMs());
    this.#keep.roomCalls.tell();
    await this.#keep.saver.close();
  }

  #personOf(sessionId: string): Person {
    const person = this.#keep.people.ofSession(sessionId);
    if (person === undefined) throw new RefusedError('not_joined', 'this session is not in the space');
    return person;
  }

  /** The program of the space comes or goes. */
  #setResident(hasResident: boolean): void {
    if (!hasResident) {
      this.leave(residentIdentity.sessionId, 'proximity_lost');
      return;
    }
    const resident = this.#keep.places.addResident(this.#deps.residentName);
    if (resident === null) return;
    this.#keep.roster.markChanged(resident);
    this.#keep.feed.markMoved(resident, zoneOf(resident.stance));
    this.#ticker.request();
  }

  #tick(): void {
    const nowMs = this.#deps.clock.nowMs();
    const isBehind = this.#keep.feed.flush();
    const { bubbles, changed, nextCheckMs } = this.#keep.bubbles.update(nowMs);
    if (bubbles !== null) this.#sendBubbles(bubbles);
    for (const person of changed) this.#keep.roster.markChanged(person);
    this.#keep.roomCalls.tell();
    this.#keep.seats.resumeCalls();
    this.#keep.devices.remind();
    if (isBehind) this.#ticker.request();
    if (nextCheckMs !== null) this.#ticker.request(nextCheckMs);
  }

  #sendBubbles(bubbles: readonly Bubble[]): void {
    for (const { sessionId } of this.#keep.people.all()) {
      this.#deps.sessions.send(sessionId, '/space', 'bubbles', { bubbles: [...bubbles] });
    }
  }
}
