import { v7 as uuidv7 } from 'uuid';
import type { JoinReply } from '#lib/protocol/catalogue.ts';
import { RefusedError, type WireError } from '#lib/protocol/errors.ts';
import { ManualClock } from '../../clock.ts';
import { MemoryLink } from '../../gateway/memoryLink.ts';
import type { SessionIdentity } from '../../gateway/Session.ts';
import { SessionRegistry } from '../../gateway/SessionRegistry.ts';
import { SignIns } from '../../gateway/SignIns.ts';
import { RecordingLogger } from '../../gateway/testing/RecordingLogger.ts';
import { createMemoryStore } from '../../persistence/memory/createMemoryStore.ts';
import type { NewSpace, Store } from '../../persistence/ports.ts';
import { LiveControl } from '../LiveControl.ts';
import type { Move } from '../moveJudge.ts';
import { SpaceDirectory } from '../SpaceDirectory.ts';
import type { SpaceSettings } from '../settings.ts';
import { MemoryChat } from './MemoryChat.ts';
import { mapFromText } from './mapFromText.ts';
import { newSpace } from './newSpace.ts';
import { RecordingCalls } from './RecordingCalls.ts';

/** A tab of somebody, as its connection within the test process. */
export interface Tab {
  readonly identity: SessionIdentity;
  readonly link: MemoryLink;
  readonly reply: JoinReply;
}

const castOf = (): string => 'mira';

export const officeText = `
####################
#s.................#
#s.......#.........#
#........#...oo....#
#........#.........#
#..................#
####################
`;

/** One space on a clock that is turned by hand, with a store in memory and calls that only take note. */
export class SpaceHarness {
  readonly clock = new ManualClock(Date.UTC(2026, 0, 1));
  readonly sessions = new SessionRegistry();
  readonly calls = new RecordingCalls();
  readonly chat = new MemoryChat();
  readonly store: Store;
  readonly directory: SpaceDirectory;
  readonly signIns: SignIns;
  readonly control: LiveControl;
  readonly logger = new RecordingLogger();
  readonly space: NewSpace;

  constructor(
    options: {
      mapText?: string;
      hasResident?: boolean;
      settings?: Partial<SpaceSettings>;
      store?: Store;
      space?: Partial<NewSpace>;
    } = {},
  ) {
    this.store = options.store ?? createMemoryStore();
    this.space = newSpace({ hasResident: options.hasResident ?? false, ...options.space });
    this.directory = new SpaceDirectory({
      store: this.store,
      loadMap: () => Promise.resolve(mapFromText(options.mapText ?? officeText)),
      sessions: this.sessions,
      calls: this.calls,
      chat: this.chat,
      clock: this.clock,
      logger: this.logger,
      residentName: 'Robin',
      castOf,
      settings: options.settings ?? {},
    });
    const { directory: spaces, sessions, store, clock } = this;
    this.signIns = new SignIns({ store, clock });
    this.control = new LiveControl({ spaces, sessions, signIns: this.signIns, store, castOf });
  }

  /** A person of the store. */
  async newPerson(username: string): Promise<{ userId: string; username: string }> {
    await this.#ensureSpace();
    const userId = uuidv7();
    await this.store.users.createGuest({ id: userId, name: username });
    return { userId, username };
  }

  /** Joins with a new tab, or with a session that was there before. */
  async join(
    person: { userId: string; username: string },
    options: {
      sessionId?: string;
      speaksFrames?: boolean;
      loginId?: string;
      tokenId?: string;
      audio?: boolean;
    } = {},
  ): Promise<Tab> {
    await this.#ensureSpace();
    const sessionId = options.sessionId ?? uuidv7();
    const { loginId = null, tokenId = null, audio } = options;
    const identity = { ...person, sessionId, spaceId: this.space.id, loginId, tokenId };
    const link = new MemoryLink({ speaksFrames: options.speaksFrames ?? false });
    this.sessions.attach(identity, link);
    const reply = await this.directory.join(identity, { spaceId: this.space.id, audio });
    return { identity, link, reply };
  }

  /** Somebody new joins. */
  async arrive(username: string): Promise<Tab> {
    return this.join(await this.newPerson(username));
  }

  /** The tab's connection breaks. */
  drop({ identity, link }: Tab): void {
    if (this.sessions.detach(identity.sessionId, link)) this.directory.lost(identity);
  }

  /** Makes a move; gives back why it was refused, or null. */
  move({ identity }: Tab, move: Move): WireError | null {
    try {
      this.directory.spaceOf(identity).move(identity.sessionId, move);
      return null;
    } catch (error) {
      if (error instanceof RefusedError) return error.toWire();
      throw error;
    }
  }

  /** Walks straight to a tile at walking speed, sideways first. Fails when something stands in the way. */
  walk(tab: Tab, from: { x: number; y: number }, to: { x: number; y: number }): void {
    let { x, y } = from;
    while (x !== to.x || y !== to.y) {
      if (x !== to.x) x += Math.sign(to.x - x);
      else y += Math.sign(to.y - y);
      this.clock.advance(1_000 / 6);
      const refusal = this.move(tab, { x, y, more: x !== to.x || y !== to.y });
      if (refusal !== null) throw new Error(`${refusal.code} at ${x},${y}`);
    }
    this.clock.advance(100);
  }

  async #ensureSpace(): Promise<void> {
    const stored = await this.store.spaces.findById(this.space.id);
    if (stored === null) await this.store.spaces.ensure(this.space);
  }
}
