import type { ControlCommand } from '../../cluster/ports.ts';
import { type EndedSignIn, endsSession } from '../../gateway/SignIns.ts';
import type { Store } from '../../persistence/ports.ts';
import type { Access } from '../access/Access.ts';
import type { RoomCalls } from '../calls/RoomCalls.ts';
import type { People } from '../people/People.ts';
import type { Audience } from '../telling/Audience.ts';
import type { Seating } from './Seating.ts';

export interface HeedingDeps {
  readonly store: Pick<Store, 'spaces'>;
  readonly access: Access;
  readonly audience: Audience;
  readonly calls: RoomCalls;
  readonly people: People;
  readonly seating: Seating;
}

/** Carries out for the chat what the web part says of people and spaces. Each returns how many connections it ended. */
export class Heeding {
  readonly #deps: HeedingDeps;
  /** Versions of the spaces as they were when everybody in them was last judged. */
  readonly #versions = new Map<string, number>();

  constructor(deps: HeedingDeps) {
    this.#deps = deps;
  }

  async heed(command: ControlCommand): Promise<number> {
    switch (command.kind) {
      case 'standing-changed':
        return await this.#standing(command.spaceId, command.userId);
      case 'space-changed':
        return await this.#space(command.spaceId);
      case 'person-changed':
        this.#deps.people.drop(command.userId);
        return 0;
      case 'blocks-changed':
        await this.#deps.access.renewSeparations(command.userId);
        return 0;
      case 'signed-out':
      case 'token-revoked':
        return this.#signedOut(command);
      case 'mute':
      case 'move':
      case 'remove':
      case 'announce':
        return 0;
    }
  }

  async #standing(spaceId: string, userId: string): Promise<number> {
    const { access, audience, calls, seating } = this.#deps;
    const about = { spaceId, userId, roomId: null };
    access.drop(about);
    const ended = await seating.review(audience.ofUser(userId, spaceId));
    await calls.review(about);
    return ended;
  }

  /** Archived, deleted, open to fewer: everybody is judged anew, unless it is the space that they were judged by. */
  async #space(spaceId: string): Promise<number> {
    const { access, audience, calls, seating, store } = this.#deps;
    const space = await store.spaces.findById(spaceId);
    const version = space?.version ?? 0;
    if (this.#versions.get(spaceId) === version) return 0;
    const about = { spaceId, userId: null, roomId: null };
    access.drop(about);
    const ended = await seating.review(audience.inSpace(spaceId));
    await calls.review(about);
    if (audience.inSpace(spaceId).length > 0) this.#versions.set(spaceId, version);
    else this.#versions.delete(spaceId);
    return ended;
  }

  #signedOut(ended: EndedSignIn): number {
    const { audience, seating } = this.#deps;
    const seats = audience.ofUser(ended.userId).filter(({ identity }) => endsSession(ended, identity));
    for (const seat of seats) seating.end(seat, { reason: 'signed_out' });
    return seats.length;
  }
}
