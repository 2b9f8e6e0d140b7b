import { RefusedError } from '#lib/protocol/errors.ts';
import type { ControlCommand, ControlPort, LiveParticipant, LivePresence } from '../cluster/ports.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import { type EndedSignIn, endsSession, type SignIns } from '../gateway/SignIns.ts';
import type { Store } from '../persistence/ports.ts';
import { profileOf } from './entry.ts';
import type { LiveSpace } from './LiveSpace.ts';
import { participantOf, viewOf } from './Person.ts';
import type { SpaceDirectory } from './SpaceDirectory.ts';
import { Turns } from './Turns.ts';

export interface LiveControlDeps {
  readonly spaces: SpaceDirectory;
  readonly sessions: SessionRegistry;
  readonly signIns: SignIns;
  readonly store: Pick<Store, 'spaces' | 'users' | 'blocks'>;
  /** The drawn figure of a person who chose none. */
  readonly castOf: (userId: string) => string;
}

type Command<Kind extends ControlCommand['kind']> = Extract<ControlCommand, { kind: Kind }>;

/** The control port where the spaces are: carries the web part's commands out on the live people of this process. */
export class LiveControl implements ControlPort {
  readonly #deps: LiveControlDeps;
  readonly #turns = new Turns();

  constructor(deps: LiveControlDeps) {
    this.#deps = deps;
  }

  presence(spaceIds: string[], limit: number): Promise<Record<string, LivePresence>> {
    const answers = spaceIds.map((spaceId): [string, LivePresence] => {
      const people = this.#deps.spaces.live(spaceId)?.people() ?? [];
      return [spaceId, { count: people.length, people: people.slice(0, limit).map(viewOf) }];
    });
    return Promise.resolve(Object.fromEntries(answers));
  }

  participants(spaceId: string): Promise<LiveParticipant[]> {
    const people = this.#deps.spaces.live(spaceId)?.people() ?? [];
    return Promise.resolve(people.map(participantOf));
  }

  async apply(command: ControlCommand): Promise<{ reached: number }> {
    return { reached: await this.#carryOut(command) };
  }

  /** What joins under way have read is noted as out of date before anything is read here. */
  async #carryOut(command: ControlCommand): Promise<number> {
    const { spaces } = this.#deps;
    switch (command.kind) {
      case 'standing-changed':
        spaces.noteChange({ spaceId: command.spaceId, userId: command.userId });
        return (await spaces.live(command.spaceId)?.standing.judge(command.userId)) ?? 0;
      case 'space-changed':
        spaces.noteChange({ spaceId: command.spaceId });
        return this.#turns.run(command.spaceId, () => this.#readSpace(command.spaceId));
      case 'person-changed':
        spaces.noteChange({ userId: command.userId });
        return this.#turns.run(command.userId, () => this.#readPerson(command.userId));
      case 'blocks-changed':
        spaces.noteChange({ userId: command.userId });
        return this.#turns.run(command.userId, () => this.#readBlocks(command.userId));
      case 'signed-out':
      case 'token-revoked':
        return this.#endSignIn(command);
      case 'announce':
        return spaces.live(command.spaceId)?.moderation.announce(command) ?? 0;
      default:
        return this.#moderate(command);
    }
  }

  async #readSpace(spaceId: string): Promise<number> {
    const live = this.#deps.spaces.live(spaceId);
    if (live === null) return 0;
    return live.standing.adopt(await this.#deps.store.spaces.findById(spaceId));
  }

  /** Somebody who was deleted is signed out by another command. */
  async #readPerson(userId: string): Promise<number> {
    if (!this.#isAnywhere(userId)) return 0;
    const user = await this.#deps.store.users.findById(userId);
    if (user === null) return 0;
    const profile = profileOf(user, this.#deps.castOf);
    return this.#countSpaces((live) => live.show(userId, profile));
  }

  async #readBlocks(userId: string): Promise<number> {
    if (!this.#isAnywhere(userId)) return 0;
    const parties = await this.#deps.store.blocks.partiesOf(userId);
    return this.#countSpaces((live) => live.separate(userId, parties));
  }

  #endSignIn(ended: EndedSignIn): number {
    const { signIns, sessions, spaces } = this.#deps;
    signIns.remember(ended);
    const identities = sessions.identitiesOf(ended.userId).filter((identity) => endsSession(ended, identity));
    for (const identity of identities) spaces.signOut(identity);
    return identities.length;
  }

  #moderate(command: Command<'mute' | 'move' | 'remove'>): number {
    const { moderation } = this.#requireLive(command.spaceId);
    if (command.kind === 'mute') moderation.mute(command.userId, command.by);
    else if (command.kind === 'move') moderation.move(command.userId, command, command.by);
    else moderation.remove(command.userId);
    return 1;
  }

  #requireLive(spaceId: string): LiveSpace {
    const live = this.#deps.spaces.live(spaceId);
    if (live === null) throw new RefusedError('not_found', 'nobody is in the space');
    return live;
  }

  #isAnywhere(userId: string): boolean {
    return [...this.#deps.spaces.all().values()].some((live) => live.has(userId));
  }

  #countSpaces(change: (live: LiveSpace) => boolean): number {
    return [...this.#deps.spaces.all().values()].filter(change).length;
  }
}
