import { RefusedError } from '#lib/protocol/errors.ts';
import type { ControlCommand, ControlPort, LiveParticipant, LivePresence } from '../../cluster/ports.ts';
import { personViewOf } from '../../people/profile.ts';
import type { User } from '../../persistence/ports.ts';

/** A live part without sockets: who is inside is said by the test, and what it was told can be read. */
export class FakeLive implements ControlPort {
  readonly commands: ControlCommand[] = [];
  /** How often presence was asked for. */
  presenceQuestions = 0;
  isAway = false;
  readonly #inside = new Map<string, LiveParticipant[]>();

  /** Puts people into a space. */
  enter(spaceId: string, ...people: User[]): void {
    const entered = people.map(
      (user): LiveParticipant => ({ person: personViewOf(user), role: 'guest', x: 1, y: 2, isInCall: false }),
    );
    this.#inside.set(spaceId, [...this.#in(spaceId), ...entered]);
  }

  /** The kinds of commands so far, and forgets them. */
  takeKinds(): string[] {
    return this.commands.splice(0).map(({ kind }) => kind);
  }

  async presence(spaceIds: string[], limit: number): Promise<Record<string, LivePresence>> {
    this.#refuseIfAway();
    this.presenceQuestions += 1;
    const presenceOf = (id: string): LivePresence => {
      const people = this.#in(id).map(({ person }) => person);
      return { count: people.length, people: people.slice(0, limit) };
    };
    return Object.fromEntries(spaceIds.map((id) => [id, presenceOf(id)]));
  }

  async participants(spaceId: string): Promise<LiveParticipant[]> {
    this.#refuseIfAway();
    return this.#in(spaceId);
  }

  async apply(command: ControlCommand): Promise<{ reached: number }> {
    this.#refuseIfAway();
    if (command.kind === 'mute' || command.kind === 'move' || command.kind === 'remove') {
      const isInside = this.#in(command.spaceId).some(({ person }) => person.id === command.userId);
      if (!isInside) throw new RefusedError('not_found', 'They are not inside.');
    }
    this.commands.push(command);
    return { reached: 'spaceId' in command ? this.#in(command.spaceId).length : 0 };
  }

  #in(spaceId: string): LiveParticipant[] {
    return this.#inside.get(spaceId) ?? [];
  }

  #refuseIfAway(): void {
    if (this.isAway) throw new RefusedError('unavailable', 'The realtime server is away.');
  }
}
