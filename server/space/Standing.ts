import { roleIn } from '#lib/domain/access/standing.ts';
import type { SessionEndReason } from '#lib/protocol/closeReasons.ts';
import type { Clock } from '../clock.ts';
import type { EndWords } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { Ban, Space, Store, StoredStanding } from '../persistence/ports.ts';
import { accountOf, relationOf } from './entry.ts';
import type { People } from './People.ts';
import type { Person } from './Person.ts';
import type { RosterFeed } from './RosterFeed.ts';
import { Turns } from './Turns.ts';

export interface StandingDeps {
  readonly space: Space;
  readonly store: Pick<Store, 'spaces' | 'bans'>;
  readonly people: People;
  readonly sessions: SessionRegistry;
  readonly roster: RosterFeed;
  readonly clock: Clock;
  /** Ends somebody's session and takes them out of the space. */
  readonly dismiss: (person: Person, reason: SessionEndReason, words?: EndWords) => void;
  /** Whether the space has a resident changed. */
  readonly setResident: (hasResident: boolean) => void;
}

/**
 * Who may be in the space, and as what: the space's stored form and everybody's role, from the moment they are let in.
 * It reads again when it is told that something changed; who may not stay leaves at once.
 */
export class Standing {
  readonly #deps: StandingDeps;
  readonly #turns = new Turns();
  #space: Space;

  constructor(deps: StandingDeps) {
    this.#deps = deps;
    this.#space = deps.space;
  }

  /** The space as it was read last. */
  get space(): Space {
    return this.#space;
  }

  /** The space as the first who comes in read it: opening it may have taken a while. */
  renew(space: Space): void {
    if (space.version > this.#space.version) this.#replace(space);
  }

  /** Judges somebody anew. Returns how many sessions were told something; nothing happens for somebody who is not here. */
  judge(userId: string): Promise<number> {
    return this.#turns.run(userId, () => this.#judge(userId));
  }

  /**
   * The space as it is stored now (`null`: not at all). One that was closed is left by everybody; who was let in by a
   * former visibility may have to leave; a smaller capacity or a lock sends nobody out.
   */
  async adopt(space: Space | null): Promise<number> {
    if (space === null || space.deletedAt !== null || space.archivedAt !== null) return this.#closeToAll();
    const former = this.#space;
    if (space.version < former.version) return 0;
    this.#replace(space);
    const told = isShownOtherwise(former, space) ? this.#tellAll(space) : 0;
    if (former.visibility === space.visibility) return told;
    const judged = await Promise.all(this.#deps.people.real().map(({ userId }) => this.judge(userId)));
    return Math.max(told, judged.filter((count) => count > 0).length);
  }

  #replace(space: Space): void {
    const { hasResident } = this.#space;
    this.#space = space;
    if (space.hasResident !== hasResident) this.#deps.setResident(space.hasResident);
  }

  async #judge(userId: string): Promise<number> {
    const { people, store } = this.#deps;
    const person = people.ofUser(userId);
    if (person === undefined || person.isResident) return 0;
    const stored = await store.spaces.standing(this.#space.id, userId, this.#now());
    const role = stored === null ? null : roleIn(relationOf(stored, this.#space));
    const ban = role === null && stored?.isBanned === true ? await this.#banOf(userId) : null;
    if (people.ofUser(userId) !== person) return 0;
    if (stored === null || role === null) return this.#sendOut(person, stored, ban);
    person.account = accountOf(stored);
    if (person.role === role) return 0;
    person.role = role;
    this.#deps.roster.markChanged(person);
    this.#deps.sessions.send(person.sessionId, '/space', 'standing', { role });
    return 1;
  }

  #sendOut(person: Person, stored: StoredStanding | null, ban: Ban | null): number {
    const { dismiss } = this.#deps;
    if (stored === null) dismiss(person, 'signed_out');
    else if (stored.isBanned) dismiss(person, 'banned', wordsOf(ban));
    else dismiss(person, 'space_closed');
    return 1;
  }

  #closeToAll(): number {
    const people = this.#deps.people.real();
    for (const person of people) this.#deps.dismiss(person, 'space_closed');
    return people.length;
  }

  #tellAll({ name, slug, isLocked }: Space): number {
    const people = this.#deps.people.real();
    for (const { sessionId } of people) {
      this.#deps.sessions.send(sessionId, '/space', 'space-changed', { name, slug, isLocked });
    }
    return people.length;
  }

  #banOf(userId: string): Promise<Ban | null> {
    return this.#deps.store.bans.find(this.#space.id, userId, this.#now());
  }

  #now(): string {
    return new Date(this.#deps.clock.nowMs()).toISOString();
  }
}

function isShownOtherwise(before: Space, now: Space): boolean {
  return before.name !== now.name || before.slug !== now.slug || before.isLocked !== now.isLocked;
}

function wordsOf(ban: Ban | null): EndWords {
  if (ban === null) return {};
  return ban.expiresAt === null ? { detail: ban.reason } : { detail: ban.reason, until: ban.expiresAt };
}
