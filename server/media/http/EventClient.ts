import type { Clock } from '#server/clock.ts';
import type { Logger } from '#server/observability/Logger.ts';
import type { MediaEvent } from '../MediaPort.ts';
import { type EventLine, eventLineSchema } from './eventLines.ts';
import { Pauses } from './Pauses.ts';
import { textLines } from './textLines.ts';

export interface EventClientOptions {
  url: string;
  headers: Record<string, string>;
  clock: Clock;
  log: Logger;
  /** Longest silence in ms before the stream counts as broken. */
  silenceMs: number;
  /** Away this long in ms, the service's rooms are given up. */
  givenUpAfterMs: number;
  onEvent: (event: MediaEvent) => void;
  /** Events may have been missed: the service started anew, was away too long, or no longer has them. */
  onMissed: () => void;
  onConnected: () => void;
}

/** Pause before connecting again, in ms; doubles up to the longest. */
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** Hears the service's events, connects again by itself, and says when some may have been missed. */
export class EventClient {
  readonly #options: EventClientOptions;
  readonly #ending = new AbortController();
  readonly #pauses: Pauses;
  /** Where we are in whose events; null before the first stream and after giving up. */
  #heard: { instance: string; seq: number } | null = null;
  #isConnected = false;
  #cancelGivingUp: () => void = () => undefined;
  #wakeWaiting: () => void = () => undefined;
  #opened: Promise<void>;

  constructor(options: EventClientOptions) {
    this.#options = options;
    this.#pauses = new Pauses(options.clock);
    this.#opened = this.#nextOpening();
    this.#run().catch((err: unknown) => options.log.error({ err }, 'the stream of media events ended'));
  }

  /** Waits until the stream is open, `timeoutMs` at most; tells whether it is. */
  async isConnectedWithin(timeoutMs: number): Promise<boolean> {
    if (this.#isConnected) return true;
    const pause = this.#pauses.begin(timeoutMs);
    await Promise.race([this.#opened, pause.over]);
    pause.end();
    return this.#isConnected;
  }

  close(): void {
    this.#ending.abort();
    this.#cancelGivingUp();
    this.#pauses.close();
  }

  async #run(): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!this.#pauses.isClosed) {
      const wasConnected = await this.#connectOnce();
      pauseMs = wasConnected ? firstPauseMs : Math.min(longestPauseMs, pauseMs * 2);
      await this.#pauses.begin(pauseMs).over;
    }
  }

  /** One connection from its beginning to its end; tells whether it came about. */
  async #connectOnce(): Promise<boolean> {
    try {
      for await (const line of this.#lines()) this.#take(line);
    } catch (err) {
      if (!this.#pauses.isClosed) this.#options.log.warn({ err }, 'the stream of media events broke');
    }
    const wasConnected = this.#isConnected;
    this.#isConnected = false;
    if (wasConnected && !this.#pauses.isClosed) this.#disconnected();
    return wasConnected;
  }

  #disconnected(): void {
    const { clock, givenUpAfterMs, onMissed } = this.#options;
    this.#opened = this.#nextOpening();
    this.#cancelGivingUp = clock.after(givenUpAfterMs, () => {
      this.#heard = null;
      onMissed();
    });
  }

  async *#lines(): AsyncGenerator<EventLine> {
    const { headers, clock, silenceMs } = this.#options;
    const connection = new AbortController();
    const signal = AbortSignal.any([connection.signal, this.#ending.signal]);
    const silent = (): void => connection.abort(new Error(`nothing heard for ${silenceMs} ms`));
    let cancel = clock.after(silenceMs, silent);
    try {
      const response = await fetch(this.#address(), { headers, signal });
      if (!response.ok || response.body === null) throw new Error(`GET /events: ${response.status}`);
      for await (const text of textLines(response.body)) {
        cancel();
        cancel = clock.after(silenceMs, silent);
        yield eventLineSchema.parse(JSON.parse(text));
      }
    } finally {
      cancel();
      connection.abort();
    }
  }

  #address(): string {
    const { url } = this.#options;
    if (this.#heard === null) return `${url}/events`;
    return `${url}/events?instance=${this.#heard.instance}&after=${this.#heard.seq}`;
  }

  #take(line: EventLine): void {
    if (line.line === 'hello') this.#hello(line);
    if (line.line !== 'event' || this.#heard === null) return;
    this.#heard.seq = line.seq;
    this.#options.onEvent(line.event);
  }

  #hello({ instance, isComplete, seq }: Extract<EventLine, { line: 'hello' }>): void {
    this.#cancelGivingUp();
    const former = this.#heard;
    this.#heard = { instance, seq: isComplete && former !== null ? former.seq : seq };
    this.#isConnected = true;
    if (former !== null && !isComplete) this.#options.onMissed();
    this.#options.onConnected();
    this.#wakeWaiting();
  }

  #nextOpening(): Promise<void> {
    return new Promise((resolve) => {
      this.#wakeWaiting = resolve;
    });
  }
}
