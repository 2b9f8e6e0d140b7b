import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '../clock.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { Store } from '../persistence/ports.ts';
import { profileOf, type Visitor } from './entry.ts';

export interface DoorDeps {
  readonly store: Pick<Store, 'spaces' | 'users' | 'blocks'>;
  readonly clock: Clock;
  /** The drawn figure of a person who chose none. */
  readonly castOf: (userId: string) => string;
}

/** Looks up who stands at the door. It decides nothing: `entry.ts` does, when everything is known. */
export class Door {
  readonly #deps: DoorDeps;

  constructor(deps: DoorDeps) {
    this.#deps = deps;
  }

  /** Throws `RefusedError`: `not_found` when there is no such space, `unauthorized` for somebody who does not exist. */
  async read({ spaceId, userId }: Pick<SessionIdentity, 'spaceId' | 'userId'>): Promise<Visitor> {
    const { store, clock, castOf } = this.#deps;
    const now = new Date(clock.nowMs()).toISOString();
    const [space, standing, user, blockParties] = await Promise.all([
      store.spaces.findById(spaceId),
      store.spaces.standing(spaceId, userId, now),
      store.users.findById(userId),
      store.blocks.partiesOf(userId),
    ]);
    if (space === null) throw new RefusedError('not_found', 'there is no such space');
    if (standing === null || user === null) {
      throw new RefusedError('unauthorized', 'the person does not exist any more');
    }
    return { space, standing, profile: profileOf(user, castOf), blockParties };
  }
}
