import { becomes } from './conditions.ts';
import type { HistoryEvent, View } from './History.ts';
import { Line } from './Line.ts';
import type { MortalServer } from './MortalServer.ts';
import { Owner } from './Owner.ts';
import { Participant } from './Participant.ts';
import { randomOf } from './plan.ts';
import type { SeededTalk } from './seedTalk.ts';

/** How long somebody who arrives may take to be connected, in ms; the machine may be busy. */
const arrivalMs = 10_000;

/** The people of a run by their numbers, the rooms they are in, and all that they observe. */
export class Crowd {
  readonly events: HistoryEvent[] = [];
  readonly #talk: SeededTalk;
  readonly #server: MortalServer;
  readonly #seed: number;
  readonly #owner: Owner;
  readonly #present: (Participant | null)[];
  readonly #members: readonly Set<number>[];

  constructor(talk: SeededTalk, server: MortalServer, seed: number) {
    this.#talk = talk;
    this.#server = server;
    this.#seed = seed;
    this.#owner = new Owner(server, talk.people[0]?.id ?? '');
    this.#present = talk.people.map(() => null);
    this.#members = talk.roomIds.map(() => new Set(talk.people.keys()));
  }

  get everybody(): Participant[] {
    return this.#present.filter((one) => one !== null);
  }

  /** People, those who have not come yet included. */
  get size(): number {
    return this.#present.length;
  }

  /** Connections that were cut so far, those that a kill ended included. */
  get cuts(): number {
    return this.everybody.reduce((sum, { line }) => sum + line.cuts, 0);
  }

  /** `null`: they have not come yet. */
  one(who: number): Participant | null {
    return this.#present[who] ?? null;
  }

  roomId(room: number): string {
    const roomId = this.#talk.roomIds[room];
    if (roomId === undefined) throw new Error(`There is no room ${room}.`);
    return roomId;
  }

  /** Somebody opens the page and looks at all their rooms. */
  async arrive(who: number): Promise<void> {
    const line = await Line.open(() => this.#server.port);
    const one = new Participant({
      ...{ line, person: this.#person(who), spaceId: this.#talk.spaceId, roomIds: this.#talk.roomIds },
      ticketSecret: this.#server.ticketSecret,
      note: (event) => void this.events.push(event),
      random: randomOf(this.#seed * 1_000 + who),
    });
    this.#present[who] = one;
    await becomes(() => this.#server.port === null || one.isLive, arrivalMs);
    one.look();
  }

  /** Who is there and a member of the room sends. */
  send(who: number, room: number, words: string): void {
    if (this.#members[room]?.has(who) === true) this.one(who)?.send(this.roomId(room), words);
  }

  /** Everybody at once, each with words of their own. */
  sendAll(room: number, words: string): void {
    for (const who of this.#present.keys()) this.send(who, room, `${words}${who}`);
  }

  /** Who is there and a member of the room sends as a stock client. */
  sendPlainly(who: number, room: number, words: string): void {
    if (this.#members[room]?.has(who) === true) this.one(who)?.sendPlainly(this.roomId(room), words);
  }

  async remove(who: number, room: number): Promise<void> {
    const roomId = this.roomId(room);
    const { id: person } = this.#person(who);
    this.#members[room]?.delete(who);
    await this.#owner.remove(roomId, person);
    const lastSeq = await this.#owner.lastSeq(roomId);
    this.events.push({ kind: 'removed', person, roomId, lastSeq });
  }

  async readmit(who: number, room: number): Promise<void> {
    const roomId = this.roomId(room);
    const { id: person } = this.#person(who);
    this.events.push({ kind: 'readmitted', person, roomId });
    await this.#owner.readmit(roomId, person);
    this.#members[room]?.add(who);
  }

  /** Waits until everybody is connected and nothing of theirs is under way. Returns whether it came so. */
  calmDown(withinMs: number): Promise<boolean> {
    return becomes(() => this.everybody.every(({ isLive, isIdle }) => isLive && isIdle), withinMs);
  }

  /** Waits until every page shows its rooms up to their ends. Returns whether it came so. */
  async catchUp(withinMs: number): Promise<boolean> {
    const ends = await Promise.all(this.#talk.roomIds.map((roomId) => this.#owner.lastSeq(roomId)));
    return await becomes(() => {
      for (const one of this.everybody) one.look();
      return this.#places().every(({ one, room, roomId }) => one.showsAllOf(roomId, ends[room] ?? 0));
    }, withinMs);
  }

  async views(): Promise<View[]> {
    return await Promise.all(this.#places().map(({ one, roomId }) => one.view(roomId)));
  }

  async close(): Promise<void> {
    await Promise.all(this.everybody.map((one) => one.close()));
  }

  /** Who is there, in each room that is theirs. */
  #places(): { one: Participant; room: number; roomId: string }[] {
    return this.#members.flatMap((members, room) =>
      [...members].flatMap((who) => {
        const one = this.one(who);
        return one === null ? [] : [{ one, room, roomId: this.roomId(room) }];
      }),
    );
  }

  #person(who: number): SeededTalk['people'][number] {
    const person = this.#talk.people[who];
    if (person === undefined) throw new Error(`There is no person ${who}.`);
    return person;
  }
}
