import type { Role } from '#lib/domain/access/roles.ts';
import { roleIn } from '#lib/domain/access/standing.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../../clock.ts';
import type { Ban, ChatMute, Space, Store, StoredStanding } from '../../persistence/ports.ts';
import { relationOf } from '../../space/entry.ts';
import { pairOf, partsOf } from '../keys.ts';
import { KeptReadings } from './KeptReadings.ts';

/** Why somebody may not chat in a space; `null` where they may, with their role. */
export type SpaceVerdict =
  | { readonly ok: true; readonly role: Role }
  | { readonly ok: false; readonly error: RefusedError; readonly isBanned: boolean };

export interface SpaceReadingsDeps {
  readonly store: Pick<Store, 'spaces' | 'bans' | 'chatModeration'>;
  readonly clock: Clock;
  readonly keptMs: number;
}

/** What was read of spaces: what somebody is in them, who is muted, what their chat refuses. */
export class SpaceReadings {
  readonly #deps: SpaceReadingsDeps;
  readonly #spaces: KeptReadings<Space | null>;
  readonly #standings: KeptReadings<StoredStanding | null>;
  readonly #mutes: KeptReadings<ChatMute | null>;
  readonly #filters: KeptReadings<{ term: string; action: 'refuse' | 'review' }[]>;

  constructor(deps: SpaceReadingsDeps) {
    this.#deps = deps;
    const { store, clock, keptMs } = deps;
    const ofSpace = { clock, keptMs, most: 10_000 };
    const ofPerson = { clock, keptMs, most: 50_000 };
    this.#spaces = new KeptReadings({ ...ofSpace, read: (id) => store.spaces.findById(id) });
    this.#filters = new KeptReadings({ ...ofSpace, read: (id) => store.chatModeration.filters(id) });
    this.#standings = new KeptReadings({
      ...ofPerson,
      read: (key) => store.spaces.standing(...partsOf(key), this.now()),
    });
    this.#mutes = new KeptReadings({
      ...ofPerson,
      read: (key) => store.chatModeration.findMute(...partsOf(key), this.now()),
    });
  }

  now(): string {
    return new Date(this.#deps.clock.nowMs()).toISOString();
  }

  /** What somebody is in a space as far as its chat is concerned. */
  async judge(userId: string, spaceId: string): Promise<SpaceVerdict> {
    const key = pairOf(spaceId, userId);
    const [space, standing] = await Promise.all([this.#spaces.get(spaceId), this.#standings.get(key)]);
    if (space === null || space.deletedAt !== null) return refused('not_found', 'there is no such space');
    if (standing === null) return refused('not_found', 'there is no such person');
    const role = roleIn(relationOf(standing, space));
    if (role === null && standing.isBanned) return refused('banned', 'you are banned from this space');
    if (role === null) return refused('forbidden', 'the space opens to members only');
    if (space.archivedAt !== null) return refused('space_archived', 'the space is archived');
    return { ok: true, role };
  }

  async isMuted(userId: string, spaceId: string): Promise<boolean> {
    const mute = await this.#mutes.get(pairOf(spaceId, userId));
    return mute !== null && (mute.until === null || mute.until > this.now());
  }

  filters(spaceId: string): Promise<{ term: string; action: 'refuse' | 'review' }[]> {
    return this.#filters.get(spaceId);
  }

  banOf(userId: string, spaceId: string): Promise<Ban | null> {
    return this.#deps.store.bans.find(spaceId, userId, this.now());
  }

  /** Nothing that was read is believed any more. */
  dropAll(): void {
    for (const readings of [this.#spaces, this.#standings, this.#mutes, this.#filters]) {
      readings.dropWhere(() => true);
    }
  }

  /** What was read of a space, of a person, or of a person in a space is out of date. */
  drop(spaceId: string | null, userId: string | null): void {
    const isMeant = (key: string): boolean => {
      const [space, user] = partsOf(key);
      return (spaceId === null || spaceId === space) && (userId === null || userId === user);
    };
    if (spaceId !== null && userId !== null) {
      this.#standings.drop(pairOf(spaceId, userId));
      this.#mutes.drop(pairOf(spaceId, userId));
      return;
    }
    this.#standings.dropWhere(isMeant);
    this.#mutes.dropWhere(isMeant);
    if (spaceId === null) return;
    this.#spaces.drop(spaceId);
    this.#filters.drop(spaceId);
  }
}

function refused(
  code: 'not_found' | 'banned' | 'forbidden' | 'space_archived',
  message: string,
): SpaceVerdict {
  return { ok: false, error: new RefusedError(code, message), isBanned: code === 'banned' };
}
