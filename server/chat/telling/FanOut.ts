import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { StoredEntry } from '../../persistence/ports.ts';
import type { ChatAccess, ChatPeople } from '../context.ts';
import type { Broadcast, ChatLink } from '../ports.ts';
import type { Audience, Seat } from './Audience.ts';
import { type EntryView, isHideable, namedInEntries, toLiveEntry, toStockMessage } from './entryViews.ts';

export interface FanOutDeps {
  readonly audience: Audience;
  readonly access: Pick<ChatAccess, 'separatedFrom'>;
  readonly people: ChatPeople;
  readonly broadcast: Broadcast;
}

/** Those among the seats who get exactly the same. */
interface Group {
  readonly separated: ReadonlySet<string>;
  readonly since: number;
  readonly seats: Seat[];
}

/** Sends entries of a room to whoever listens to it now, each distinct form once. */
export class FanOut {
  readonly #deps: FanOutDeps;

  constructor(deps: FanOutDeps) {
    this.#deps = deps;
  }

  /** Entries of one room, in order. Who may hear them is looked up in the moment in which they are sent. */
  async deliver(roomId: string, stored: readonly StoredEntry[]): Promise<void> {
    const authors = [...new Set(stored.filter(isHideable).map(({ userId }) => userId))];
    for (;;) {
      const separations = await this.#separations(authors);
      const people = await this.#people(stored);
      const reviews = this.#deps.audience.inRoom(roomId).flatMap(({ review }) => review ?? []);
      if (reviews.length === 0) {
        this.#send(roomId, stored, separations, people);
        return;
      }
      await Promise.all(reviews);
    }
  }

  /** For each author those who are separated from them. */
  async #separations(authors: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const sets = await Promise.all(authors.map((author) => this.#deps.access.separatedFrom(author)));
    return new Map(authors.map((author, index) => [author, sets[index] ?? new Set<string>()]));
  }

  async #people(stored: readonly StoredEntry[]): Promise<Map<string, PersonView>> {
    const named = namedInEntries(stored.map((entry) => toLiveEntry(entry, new Set())));
    const views = await this.#deps.people.views(named);
    return new Map(views.map((view) => [view.id, view]));
  }

  #send(
    roomId: string,
    stored: readonly StoredEntry[],
    separations: ReadonlyMap<string, ReadonlySet<string>>,
    people: ReadonlyMap<string, PersonView>,
  ): void {
    for (const group of this.#groups(roomId, separations, stored[0]?.seq ?? 0)) {
      const seen = stored.filter(({ seq }) => seq > group.since);
      const entries = seen.map((entry) => toLiveEntry(entry, group.separated));
      const links = group.seats.map(({ link }) => link);
      this.#sendEntries(
        links.filter((link) => link.speaksEntries),
        roomId,
        entries,
        people,
      );
      this.#sendStock(
        links.filter((link) => !link.speaksEntries),
        roomId,
        entries,
        people,
      );
    }
  }

  #groups(roomId: string, separations: ReadonlyMap<string, ReadonlySet<string>>, firstSeq: number): Group[] {
    const groups = new Map<string, Group>();
    for (const seat of this.#deps.audience.inRoom(roomId)) {
      const { userId } = seat.identity;
      const since = Math.max(seat.rooms.get(roomId) ?? 0, firstSeq - 1);
      const separated = [...separations].filter(([, others]) => others.has(userId)).map(([author]) => author);
      const key = `${since}:${separated.join()}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { separated: new Set(separated), since, seats: [seat] });
      else group.seats.push(seat);
    }
    return [...groups.values()];
  }

  #sendEntries(
    links: readonly ChatLink[],
    roomId: string,
    entries: EntryView[],
    people: ReadonlyMap<string, PersonView>,
  ): void {
    if (links.length === 0 || entries.length === 0) return;
    const named = [...new Set(namedInEntries(entries))].flatMap((id) => people.get(id) ?? []);
    this.#deps.broadcast(links, 'room-events', { roomId, entries, people: named });
  }

  /** Clients that know SPEC's own events only get messages by them, and the rest by the newer one. */
  #sendStock(
    links: readonly ChatLink[],
    roomId: string,
    entries: readonly EntryView[],
    people: ReadonlyMap<string, PersonView>,
  ): void {
    if (links.length === 0) return;
    for (const entry of entries) {
      if (entry.kind === 'message') {
        const { message } = entry;
        this.#deps.broadcast(links, 'receive-message', toStockMessage(message, people.get(message.userId)));
      } else {
        this.#sendEntries(links, roomId, [entry], people);
      }
    }
  }
}
