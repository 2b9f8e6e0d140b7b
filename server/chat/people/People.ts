import { castFor } from '#lib/domain/cast.ts';
import type { PersonView } from '#lib/protocol/rest/common.ts';
import type { Clock } from '../../clock.ts';
import { Gathered } from '../../Gathered.ts';
import type { Store } from '../../persistence/ports.ts';
import type { ChatPeople } from '../context.ts';

interface Known {
  readonly view: PersonView;
  readonly atMs: number;
}

export interface PeopleDeps {
  readonly store: Pick<Store, 'users'>;
  readonly clock: Clock;
  readonly keptMs: number;
}

/** Most names of one question. */
const askedMost = 1_000;

/** Most names that are kept; the longest known go first. */
const keptMost = 20_000;

/** How people are shown, from what was read lately; unknown ones are read in one question. */
export class People implements ChatPeople {
  readonly #deps: PeopleDeps;
  readonly #asked: Gathered<string, PersonView>;
  readonly #known = new Map<string, Known>();
  /** Counts the drops, so that a reading that was overtaken by one is not kept. */
  #drops = 0;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
    this.#asked = new Gathered({ ask: (ids) => this.#ask(ids), most: askedMost });
  }

  async views(userIds: readonly string[]): Promise<PersonView[]> {
    const wanted = [...new Set(userIds)];
    const freshMs = this.#deps.clock.nowMs() - this.#deps.keptMs;
    const missing = wanted.filter((id) => (this.#known.get(id)?.atMs ?? Number.NEGATIVE_INFINITY) <= freshMs);
    const read = missing.length === 0 ? new Map<string, PersonView>() : await this.#read(missing);
    return wanted.map((id) => read.get(id) ?? this.#known.get(id)?.view ?? nameless(id));
  }

  async view(userId: string): Promise<PersonView> {
    const [view] = await this.views([userId]);
    return view ?? nameless(userId);
  }

  /** The name or figure of somebody has changed. */
  drop(userId: string): void {
    this.#drops += 1;
    this.#known.delete(userId);
  }

  async #read(ids: string[]): Promise<Map<string, PersonView>> {
    const drops = this.#drops;
    const views = await Promise.all(ids.map((id) => this.#asked.get(id)));
    const atMs = this.#deps.clock.nowMs();
    const read = new Map(views.map((view) => [view.id, view]));
    if (drops === this.#drops) for (const [id, view] of read) this.#keep(id, { view, atMs });
    return read;
  }

  async #ask(ids: readonly string[]): Promise<PersonView[]> {
    const rows = await this.#deps.store.users.findNames([...new Set(ids)]);
    const read = new Map(
      rows.map(({ id, name, cast, isDeleted }) => [
        id,
        { id, name: isDeleted ? '' : name, cast: cast ?? castFor(id) },
      ]),
    );
    return ids.map((id) => read.get(id) ?? nameless(id));
  }

  #keep(id: string, known: Known): void {
    this.#known.delete(id);
    this.#known.set(id, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > keptMost && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** Somebody of whom nothing is known but the id. */
const nameless = (id: string): PersonView => ({ id, name: '', cast: castFor(id) });
