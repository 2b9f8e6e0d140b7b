import { inTurns } from '../support/inTurns.ts';
import { ChatClient } from './ChatClient.ts';
import type { ChatServer } from './ChatServer.ts';
import type { Crowd, Member } from './crowd.ts';

/** Handshakes at a time where it is not the storm that is measured. */
const calmConnects = 20;

/** The clients of one server, and what they see while it is being looked at. */
export class Crew {
  readonly clients: readonly ChatClient[];
  /** Ages of messages at their receivers, in ms. */
  ages: number[] = [];
  /** Times until acknowledgements, in ms. */
  acknowledgements: number[] = [];
  refusals = 0;
  #isWatching = false;
  #isBusy = false;

  constructor({ url }: ChatServer, { spaceId }: Pick<Crowd, 'spaceId'>, members: readonly Member[]) {
    const onMessage = (ageMs: number): void => {
      if (this.#isWatching) this.ages.push(ageMs);
    };
    this.clients = members.map((member) => new ChatClient({ url, spaceId, member, onMessage }));
  }

  get holes(): number {
    return this.clients.reduce((sum, { holes }) => sum + holes, 0);
  }

  connect(): Promise<void> {
    return inTurns(this.clients, calmConnects, (client) => client.connect());
  }

  cut(): void {
    for (const client of this.clients) client.cut();
  }

  /** From the next connection on the clients use another server of the same database. */
  moveTo({ url }: ChatServer): void {
    for (const client of this.clients) client.url = url;
  }

  /** From now on what comes is written down. */
  watch(): void {
    this.ages = [];
    this.acknowledgements = [];
    this.refusals = 0;
    this.#isWatching = true;
  }

  unwatch(): void {
    this.#isWatching = false;
  }

  /** Everybody sends, and sends again as soon as it is acknowledged. Returns what ends it, after the last answer. */
  sendWithoutPause(): () => Promise<void> {
    this.#isBusy = true;
    const ended = Promise.all(
      this.clients.map(async (client) => {
        while (this.#isBusy) await this.#send(client);
      }),
    );
    return async () => {
      this.#isBusy = false;
      await ended;
    };
  }

  /** So many messages per second for so long, in turns by all, however long the answers take. */
  async offer(perS: number, durationMs: number): Promise<void> {
    const startedMs = performance.now();
    const answers: Promise<void>[] = [];
    const total = Math.round((perS * durationMs) / 1_000);
    while (answers.length < total) {
      const due = Math.min(total, Math.floor(((performance.now() - startedMs) * perS) / 1_000));
      while (answers.length < due) {
        const client = this.clients[answers.length % this.clients.length];
        if (client !== undefined) answers.push(this.#send(client));
      }
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await Promise.all(answers);
  }

  async #send(client: ChatClient): Promise<void> {
    try {
      const tookMs = await client.send();
      if (this.#isWatching) this.acknowledgements.push(tookMs);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.refusals += 1;
    }
  }
}
