import type { JoinReply, Position, RosterEntry } from '#lib/protocol/catalogue.ts';
import { decodePositions } from '#lib/protocol/positionsFrame.ts';
import type { MemoryLink } from '../../gateway/memoryLink.ts';

/** What a client believes by what it was told: who is in the space, and where. */
export class ClientView {
  readonly roster = new Map<number, RosterEntry>();
  readonly places = new Map<number, Position>();

  constructor(reply: JoinReply, link: MemoryLink) {
    for (const entry of reply.roster) this.roster.set(entry.entity, entry);
    for (const update of link.received('/space', 'roster')) {
      if (update.isWhole) this.roster.clear();
      for (const entry of update.people) this.roster.set(entry.entity, entry);
      for (const entity of update.gone) this.roster.delete(entity);
    }
    const frames = link.frames.map(decodePositions);
    for (const { people } of [...link.received('/space', 'positions'), ...frames]) {
      for (const person of people) this.places.set(person.entity, person);
    }
  }

  /** Name, tile and whether the connection is lost, of everybody, in a form that compares. */
  summary(): string[] {
    return [...this.roster.values()]
      .map(({ entity, username, isReconnecting }) => {
        const place = this.places.get(entity);
        return `${username} at ${place?.x},${place?.y}${isReconnecting ? ' (away)' : ''}`;
      })
      .sort();
  }
}
