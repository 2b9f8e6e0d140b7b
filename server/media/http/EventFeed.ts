import type { ServerResponse } from 'node:http';
import { v4 } from 'uuid';
import type { Clock } from '#server/clock.ts';
import type { MediaEvent, MediaPort } from '../MediaPort.ts';
import type { EventLine } from './eventLines.ts';

/** How many events are kept for clients that come back. */
const keptEvents = 1_000;
/** A client this far behind, in bytes, is cut off; it comes back and asks for what it missed. */
const longestQueueBytes = 1_000_000;

/** The service's end of `GET /events`: numbers what happens, keeps the latest, writes it to all who listen. */
export class EventFeed {
  readonly #instance = v4();
  readonly #clock: Clock;
  readonly #aliveMs: number;
  readonly #listeners = new Set<ServerResponse>();
  readonly #unsubscribe: () => void;
  #kept: { seq: number; event: MediaEvent }[] = [];
  #seq = 0;
  #stopAlive: () => void;

  /** @param aliveMs pause in ms between the signs of life */
  constructor(port: MediaPort, clock: Clock, aliveMs: number) {
    this.#clock = clock;
    this.#aliveMs = aliveMs;
    this.#unsubscribe = port.subscribe((event) => this.#add(event));
    this.#stopAlive = this.#aliveLater();
  }

  /** Starts a stream: `instance` and `after` are what the client heard last, null when it is new. */
  open(response: ServerResponse, instance: string | null, after: number | null): void {
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    const missed = this.#kept.filter(({ seq }) => after !== null && seq > after);
    const isComplete = instance === this.#instance && after !== null && missed.length === this.#seq - after;
    write(response, { line: 'hello', instance: this.#instance, isComplete, seq: this.#seq });
    if (isComplete) for (const { seq, event } of missed) write(response, { line: 'event', seq, event });
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  close(): void {
    this.#unsubscribe();
    this.#stopAlive();
    for (const response of this.#listeners) response.destroy();
    this.#listeners.clear();
  }

  #add(event: MediaEvent): void {
    this.#seq += 1;
    this.#kept = [...this.#kept, { seq: this.#seq, event }].slice(-keptEvents);
    this.#tell({ line: 'event', seq: this.#seq, event });
  }

  #tell(line: EventLine): void {
    for (const response of this.#listeners) write(response, line);
  }

  #aliveLater(): () => void {
    return this.#clock.after(this.#aliveMs, () => {
      this.#tell({ line: 'alive' });
      this.#stopAlive = this.#aliveLater();
    });
  }
}

function write(response: ServerResponse, line: EventLine): void {
  if (response.writableLength > longestQueueBytes) response.destroy();
  else response.write(`${JSON.stringify(line)}\n`);
}
