import { RefusedError } from '#lib/protocol/errors.ts';
import type { Clock } from '#server/clock.ts';
import type { Logger } from '#server/observability/Logger.ts';
import { Pauses } from './Pauses.ts';
import { problemSchema } from './problem.ts';

export interface MediaHttpClientOptions {
  url: string;
  headers: Record<string, string>;
  timeoutMs: number;
  log: Logger;
  clock: Clock;
}

/** Pauses in ms between the tries of a request that must get through. */
const triesAfterMs = [200, 1_000, 5_000];

/** Speaks HTTP to the media service and says its answers in the port's words. */
export class MediaHttpClient {
  readonly #options: MediaHttpClientOptions;
  readonly #ending = new AbortController();
  readonly #pauses: Pauses;

  constructor(options: MediaHttpClientOptions) {
    this.#options = options;
    this.#pauses = new Pauses(options.clock);
  }

  /**
   * @throws RefusedError as the service said, or `media_unavailable` when it did not answer. The reply's shape is not
   * looked at: the service is ours, and the same contract suite runs on both ends.
   */
  async ask<Reply>(method: string, path: string, body?: object): Promise<Reply> {
    const { status, isOk, text } = await this.#exchange(method, path, body);
    if (!isOk) throw this.#refusalOf(status, text);
    return JSON.parse(text === '' ? 'null' : text);
  }

  /** For what may be asked twice and must not be lost (closing): tried again for some seconds. */
  async certainly(method: string, path: string): Promise<void> {
    for (const pauseMs of triesAfterMs) {
      try {
        await this.ask(method, path);
        return;
      } catch (error) {
        const isUnanswered = error instanceof RefusedError && error.code === 'media_unavailable';
        if (!isUnanswered || this.#pauses.isClosed) throw error;
      }
      await this.#pauses.begin(pauseMs).over;
    }
    await this.ask(method, path);
  }

  close(): void {
    this.#ending.abort();
    this.#pauses.close();
  }

  async #exchange(
    method: string,
    path: string,
    body: object | undefined,
  ): Promise<{ status: number; isOk: boolean; text: string }> {
    const { url, headers, timeoutMs } = this.#options;
    const request: RequestInit = { method, headers: { ...headers, 'content-type': 'application/json' } };
    request.signal = AbortSignal.any([this.#ending.signal, AbortSignal.timeout(timeoutMs)]);
    if (body !== undefined) request.body = JSON.stringify(body);
    try {
      const response = await fetch(`${url}${path}`, request);
      return { status: response.status, isOk: response.ok, text: await response.text() };
    } catch (err) {
      this.#options.log.debug({ err, method, path }, 'the media service did not answer');
      throw new RefusedError('media_unavailable', 'the media service does not answer');
    }
  }

  #refusalOf(status: number, text: string): RefusedError {
    const problem = problemSchema.safeParse(jsonOf(text));
    if (!problem.success)
      return new RefusedError('media_unavailable', `the media service answered ${status}`);
    const { code, detail, path } = problem.data;
    if (code !== 'unauthorized') return new RefusedError(code, detail, path);
    this.#options.log.error({ status }, 'the media service does not take our secret');
    return new RefusedError('media_unavailable', 'the media service does not take our secret');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
