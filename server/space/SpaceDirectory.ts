import type { Subject } from '#lib/domain/access/permissions.ts';
import type { ClientPayload, JoinReply } from '#lib/protocol/catalogue.ts';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { TiledMap } from '#lib/protocol/tiledMap.ts';
import type { SessionLifecycle } from '../gateway/Admission.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { Store } from '../persistence/ports.ts';
import { Door } from './Door.ts';
import type { Visitor } from './entry.ts';
import { LiveSpace, type LiveSpaceDeps } from './LiveSpace.ts';
import { Readings } from './Readings.ts';
import { RoomCallDoor } from './RoomCallDoor.ts';
import type { SpaceChat } from './SpaceChat.ts';
import { defaultSpaceSettings, type SpaceSettings } from './settings.ts';
import { VisitLog } from './VisitLog.ts';

type Passed = Pick<LiveSpaceDeps, 'sessions' | 'calls' | 'clock' | 'logger' | 'residentName'>;

export interface SpaceDirectoryDeps extends Passed {
  readonly store: Pick<Store, 'spaces' | 'users' | 'bans' | 'blocks' | 'audit' | 'positions'>;
  readonly chat: SpaceChat;
  /** The drawn figure of a person who chose none. */
  readonly castOf: (userId: string) => string;
  /** Reads the Tiled map of a space; rejects when there is none. */
  readonly loadMap: (mapUrl: string) => Promise<TiledMap>;
  readonly settings?: Partial<SpaceSettings>;
}

/** An open space, or one that is just being opened. */
interface Entry {
  readonly opening: Promise<LiveSpace>;
  live: LiveSpace | null;
  /** Joins under way; the space stays open for them. */
  joins: number;
}

/** The spaces that are open on this server: opened by the first join, closed when the last person has left. */
export class SpaceDirectory implements SessionLifecycle {
  readonly #deps: SpaceDirectoryDeps;
  readonly #settings: SpaceSettings;
  readonly #door: Door;
  readonly #visits: VisitLog;
  /** The way into the calls of chatrooms. */
  readonly roomCalls: RoomCallDoor;
  readonly #readings = new Readings();
  readonly #open = new Map<string, Entry>();
  readonly #closing = new Map<string, Promise<void>>();
  #isClosed = false;

  constructor(deps: SpaceDirectoryDeps) {
    this.#deps = deps;
    this.#settings = { ...defaultSpaceSettings, ...deps.settings };
    this.#door = new Door(deps);
    this.roomCalls = new RoomCallDoor({
      desk: deps.chat,
      calls: deps.calls,
      spaceOf: (identity) => this.spaceOf(identity),
      live: (spaceId) => this.live(spaceId),
      all: () => this.all(),
    });
    this.#visits = new VisitLog({ audit: deps.store.audit, clock: deps.clock, logger: deps.logger });
  }

  /** How many spaces are open or closing. */
  get count(): number {
    return this.#open.size + this.#closing.size;
  }

  /**
   * Lets a session into its space. Throws `RefusedError`: what the door says (`not_found`, `unauthorized`, `banned`,
   * `space_full` …), or `unavailable` while the server stops.
   */
  async join(identity: SessionIdentity, payload: ClientPayload<'/space', 'join'>): Promise<JoinReply> {
    const { spaceId, userId } = identity;
    const entry = await this.#enter(spaceId);
    try {
      const live = await entry.opening;
      const saved = live.has(userId) ? null : await live.lastPlace(userId);
      const read = (): Promise<Visitor> => this.#door.read(identity);
      // Without await the place would be given back before it was taken.
      return await this.#readings.use(identity, read, (visitor) => {
        if (this.#isClosed) throw new RefusedError('unavailable', 'the server is stopping');
        return live.admit(identity, payload, visitor, saved);
      });
    } finally {
      entry.joins -= 1;
      this.#closeIfIdle(spaceId, entry);
    }
  }

  /** What somebody is here now: the answer to every question about their rights in the space. */
  subjectOf({ spaceId, sessionId }: SessionIdentity): Subject {
    const person = this.live(spaceId)?.ofSession(sessionId);
    return person === undefined ? { account: 'anonymous', role: null } : person;
  }

  /** A space while it is open. */
  live(spaceId: string): LiveSpace | null {
    return this.#open.get(spaceId)?.live ?? null;
  }

  /** Every open space, by its id. */
  all(): ReadonlyMap<string, LiveSpace> {
    const live = [...this.#open].map(([spaceId, entry]) => [spaceId, entry.live] as const);
    return new Map(live.flatMap(([spaceId, space]) => (space === null ? [] : [[spaceId, space]])));
  }

  /** Something changed in the store: joins under way that it concerns read again what they had read. */
  noteChange(change: { spaceId?: string; userId?: string }): void {
    this.#readings.void(change);
  }

  /** The open space a session says it is in. Throws `RefusedError` `not_joined`. */
  spaceOf(identity: SessionIdentity): LiveSpace {
    const live = this.live(identity.spaceId);
    if (live === null) throw new RefusedError('not_joined', 'the space is not open');
    return live;
  }

  /** The session leaves for good; its connection is closed by the gateway once the answer is out. */
  leave(identity: SessionIdentity): void {
    this.#deps.sessions.forget(identity.sessionId);
    this.spaceOf(identity).leave(identity.sessionId, 'user_disconnected');
  }

  lost(identity: SessionIdentity): void {
    this.live(identity.spaceId)?.lose(identity);
  }

  depart(identity: SessionIdentity): void {
    this.#deps.sessions.end(identity.sessionId, 'left');
    this.live(identity.spaceId)?.leave(identity.sessionId, 'user_disconnected');
  }

  /** The sign-in or token behind a session has ended: it ends wherever it is, on its way in too. */
  signOut(identity: SessionIdentity): void {
    this.#deps.sessions.end(identity.sessionId, 'signed_out');
    this.live(identity.spaceId)?.leave(identity.sessionId, 'removed');
  }

  /** Closes every space: sessions end with `server_shutdown`, positions and visits are saved. Idempotent. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const [spaceId, entry] of this.#open) this.#startClosing(spaceId, entry);
    await Promise.all(this.#closing.values());
    this.roomCalls.close();
    await this.#visits.idle();
  }

  async #enter(spaceId: string): Promise<Entry> {
    for (
      let closing = this.#closing.get(spaceId);
      closing !== undefined;
      closing = this.#closing.get(spaceId)
    ) {
      await closing;
    }
    if (this.#isClosed) throw new RefusedError('unavailable', 'the server is stopping');
    const entry = this.#open.get(spaceId) ?? this.#startOpening(spaceId);
    entry.joins += 1;
    return entry;
  }

  #startOpening(spaceId: string): Entry {
    const entry: Entry = {
      opening: this.#load(spaceId, () => this.#closeIfIdle(spaceId, entry)),
      live: null,
      joins: 0,
    };
    this.#open.set(spaceId, entry);
    entry.opening.then(
      (live) => {
        entry.live = live;
      },
      // Whoever waits for the space hears why; the next join tries again.
      () => this.#open.delete(spaceId),
    );
    return entry;
  }

  async #load(spaceId: string, onEmpty: () => void): Promise<LiveSpace> {
    const { store, loadMap, sessions, calls, chat, clock, logger, residentName } = this.#deps;
    const space = await store.spaces.findById(spaceId);
    if (space === null || space.deletedAt !== null)
      throw new RefusedError('not_found', 'there is no such space');
    const map = await loadMap(space.mapUrl);
    logger.info({ spaceId }, 'space opened');
    const passed = { store, sessions, calls, chat, clock, logger, residentName };
    return new LiveSpace({
      ...passed,
      space,
      map,
      visits: this.#visits,
      settings: this.#settings,
      onEmpty,
    });
  }

  #closeIfIdle(spaceId: string, entry: Entry): void {
    if (entry.joins > 0 || entry.live?.isEmpty !== true || this.#open.get(spaceId) !== entry) return;
    this.#startClosing(spaceId, entry);
  }

  #startClosing(spaceId: string, entry: Entry): void {
    this.#open.delete(spaceId);
    const closing = closeWhenOpen(entry).finally(() => {
      this.#closing.delete(spaceId);
      this.#deps.logger.info({ spaceId }, 'space closed');
    });
    this.#closing.set(spaceId, closing);
  }
}

export function createSpaceDirectory(deps: SpaceDirectoryDeps): SpaceDirectory {
  return new SpaceDirectory(deps);
}

async function closeWhenOpen(entry: Entry): Promise<void> {
  const [opened] = await Promise.allSettled([entry.opening]);
  if (opened?.status === 'fulfilled') await opened.value.close();
}
