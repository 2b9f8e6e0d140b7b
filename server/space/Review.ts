import type { Clock } from '../clock.ts';
import type { ControlPort } from '../cluster/ports.ts';
import type { ChatSeats } from '../gateway/chat/ChatSeats.ts';
import type { SessionIdentity } from '../gateway/Session.ts';
import type { SessionRegistry } from '../gateway/SessionRegistry.ts';
import type { SignIns } from '../gateway/SignIns.ts';
import type { Logger } from '../observability/Logger.ts';
import type { SpaceDirectory } from './SpaceDirectory.ts';

export interface ReviewDeps {
  readonly spaces: SpaceDirectory;
  readonly sessions: SessionRegistry;
  readonly signIns: SignIns;
  /** Who chats without standing in a space. */
  readonly chatSeats: Pick<ChatSeats, 'alone'>;
  readonly control: Pick<ControlPort, 'apply'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How often each open space and everybody in it is looked at again, in ms. */
const roundMs = 15_000;
/** A round is spread over ticks of this length, in ms. */
const tickMs = 1_000;
/** Most people a tick; with more than 300 people a round takes longer, so that it never asks the database too much. */
const mostPerTick = 20;

/**
 * Looks at all live people again and again: what the store says of their standing, their sign-in, their name and their
 * blocks. So a command that was lost, or a ban or a token that came to its end, is noticed within a round.
 */
export class Review {
  readonly #deps: ReviewDeps;
  #waiting: (() => Promise<unknown>)[] = [];
  #ticksLeft = 0;
  #cancel: (() => void) | null = null;
  #isClosed = false;

  constructor(deps: ReviewDeps) {
    this.#deps = deps;
  }

  start(): void {
    if (this.#isClosed) return;
    this.#cancel = this.#deps.clock.after(tickMs, () => {
      void this.#tick().finally(() => this.start());
    });
  }

  /** Looks at nobody any more. Idempotent. */
  close(): void {
    this.#isClosed = true;
    this.#cancel?.();
  }

  async #tick(): Promise<void> {
    if (this.#waiting.length === 0 && this.#ticksLeft <= 0) this.#beginRound();
    const share = Math.ceil(this.#waiting.length / Math.max(1, this.#ticksLeft));
    this.#ticksLeft -= 1;
    const now = this.#waiting.splice(0, Math.min(mostPerTick, share));
    const results = await Promise.allSettled(now.map((look) => look()));
    const failure = results.find((result) => result.status === 'rejected');
    if (failure === undefined) return;
    this.#deps.logger.warn({ error: failure.reason }, 'live people could not be looked at again');
  }

  #beginRound(): void {
    this.#ticksLeft = roundMs / tickMs;
    const { spaces, control } = this.#deps;
    const chatters = this.#deps.chatSeats.alone().map((chatter) => () => this.#lookAtChatter(chatter));
    const inside = [...spaces.all()].flatMap(([spaceId, live]) => [
      () => control.apply({ kind: 'space-changed', spaceId }),
      ...live.people().map(
        ({ userId, sessionId }) =>
          () =>
            this.#look(spaceId, userId, sessionId),
      ),
    ]);
    this.#waiting = [...inside, ...chatters];
  }

  async #lookAtChatter({ identity, end }: ReturnType<ChatSeats['alone']>[number]): Promise<void> {
    if (!(await this.#deps.signIns.isValid(identity))) {
      end({ reason: 'signed_out' });
      return;
    }
    const { spaceId, userId } = identity;
    await this.#deps.control.apply({ kind: 'standing-changed', spaceId, userId });
    await this.#deps.control.apply({ kind: 'blocks-changed', userId });
  }

  async #look(spaceId: string, userId: string, sessionId: string): Promise<void> {
    const { control, sessions, signIns, spaces } = this.#deps;
    const identity: SessionIdentity | undefined = sessions.get(sessionId)?.identity;
    if (identity !== undefined && !(await signIns.isValid(identity))) {
      spaces.signOut(identity);
      return;
    }
    await control.apply({ kind: 'standing-changed', spaceId, userId });
    await control.apply({ kind: 'person-changed', userId });
    await control.apply({ kind: 'blocks-changed', userId });
  }
}
