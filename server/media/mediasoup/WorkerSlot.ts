import { createWorker, type types } from 'mediasoup';
import type { Clock } from '#server/clock.ts';
import type { Logger } from '#server/observability/Logger.ts';
import { type ListenIp, listenInfosOf, portsToTry } from './listen.ts';

export interface WorkerSettings {
  /** Path of the worker's binary; mediasoup's own when left out. */
  workerBin?: string | undefined;
  /** How many worker processes. */
  workers: number;
  listenIps: readonly ListenIp[];
  /** Range of UDP and TCP ports; worker i takes `portMin + i` when it is free. */
  portMin: number;
  portMax: number;
  log: Logger;
  clock: Clock;
}

/** A running worker process and the sockets its rooms share. */
export interface LiveWorker {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  readonly port: number;
}

/** Pauses before a new start, in ms: at once the first time, then doubling. */
const firstPauseMs = 200;
const longestPauseMs = 10_000;
/** A worker that lived this long in ms was well: the next pause starts over. */
const wellAfterMs = 30_000;

type SlotState =
  | { readonly kind: 'starting'; readonly settled: Promise<void> }
  | { readonly kind: 'live'; readonly live: LiveWorker; readonly sinceMs: number }
  | { readonly kind: 'pausing'; readonly cancel: () => void }
  | { readonly kind: 'closed' };

/** Keeps one worker process running: starts it, and starts it again when it dies, until closed. */
export class WorkerSlot {
  readonly index: number;
  readonly #settings: WorkerSettings;
  readonly #log: Logger;
  readonly #onDied: (live: LiveWorker) => void;
  readonly #isPortFree: (port: number) => boolean;
  #state: SlotState;
  #failures = 0;

  /** `isPortFree` tells whether no sister holds or wants the port; `onDied` hears of a worker that was live. */
  constructor(
    index: number,
    settings: WorkerSettings,
    isPortFree: (port: number) => boolean,
    onDied: (live: LiveWorker) => void,
  ) {
    this.index = index;
    this.#settings = settings;
    this.#log = settings.log.child({ worker: index });
    this.#isPortFree = isPortFree;
    this.#onDied = onDied;
    this.#state = { kind: 'starting', settled: this.#start() };
  }

  get live(): LiveWorker | null {
    return this.#state.kind === 'live' ? this.#state.live : null;
  }

  /** Settles when the start under way has come to an end, well or badly; null when none is under way. */
  get starting(): Promise<void> | null {
    return this.#state.kind === 'starting' ? this.#state.settled : null;
  }

  close(): void {
    const state = this.#state;
    this.#state = { kind: 'closed' };
    if (state.kind === 'live') state.live.worker.close();
    if (state.kind === 'pausing') state.cancel();
  }

  async #start(): Promise<void> {
    try {
      const live = await this.#startWorker();
      if (this.#state.kind === 'closed') return live.worker.close();
      this.#state = { kind: 'live', live, sinceMs: this.#settings.clock.nowMs() };
      live.worker.on('died', () => this.#died(live));
      this.#log.info({ pid: live.worker.pid, port: live.port }, 'media worker started');
    } catch (err) {
      this.#log.error({ err }, 'media worker did not start');
      this.#failures += 1;
      this.#startLater();
    }
  }

  async #startWorker(): Promise<LiveWorker> {
    const { workerBin } = this.#settings;
    const worker = await createWorker(workerBin === undefined ? {} : { workerBin });
    try {
      return { worker, ...(await this.#listen(worker)) };
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  /** Binds the first port that is free for every address over UDP and TCP. */
  async #listen(worker: types.Worker): Promise<{ server: types.WebRtcServer; port: number }> {
    const { listenIps, workers, portMin, portMax } = this.#settings;
    let lastError: unknown = new Error(`no port between ${portMin} and ${portMax}`);
    const own = portMin + this.index;
    for (const port of portsToTry(own, portMin + workers, portMax)) {
      if (port !== own && !this.#isPortFree(port)) continue;
      try {
        const server = await worker.createWebRtcServer({ listenInfos: listenInfosOf(listenIps, port) });
        if (port !== own) this.#log.warn({ wanted: own, port }, 'media port is taken, took another');
        return { server, port };
      } catch (error) {
        lastError = error;
        if (worker.closed) break;
      }
    }
    throw lastError;
  }

  #died(live: LiveWorker): void {
    if (this.#state.kind !== 'live') return;
    const wasWell = this.#settings.clock.nowMs() - this.#state.sinceMs >= wellAfterMs;
    this.#failures = wasWell ? 0 : this.#failures;
    this.#log.warn({ pid: live.worker.pid }, 'media worker died and is replaced');
    this.#startLater();
    this.#failures += 1;
    this.#onDied(live);
  }

  #startLater(): void {
    if (this.#state.kind === 'closed') return;
    if (this.#failures === 0) {
      this.#state = { kind: 'starting', settled: this.#start() };
      return;
    }
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (this.#failures - 1));
    const cancel = this.#settings.clock.after(pauseMs, () => {
      this.#state = { kind: 'starting', settled: this.#start() };
    });
    this.#state = { kind: 'pausing', cancel };
  }
}
