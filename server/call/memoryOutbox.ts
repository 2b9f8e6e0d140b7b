import type { Namespace, ServerEvent, ServerPayload } from '#lib/protocol/catalogue.ts';
import { catalogue } from '#lib/protocol/catalogue.ts';
import type { SessionOutbox } from './ports.ts';

/** A message as it would have gone out. */
export interface SentMessage {
  readonly to: string;
  readonly event: string;
  readonly payload: object;
}

/** An outbox that keeps what is sent, checked against the wire's schemas. Sessions may be away, as real ones are. */
export class MemoryOutbox implements SessionOutbox {
  readonly #away = new Set<string>();
  #sent: SentMessage[] = [];

  send<N extends Namespace, E extends ServerEvent<N>>(
    to: string,
    namespace: N,
    event: E,
    payload: ServerPayload<N, E>,
  ): void {
    if (this.#away.has(to)) return;
    const known: Record<string, { payload: { parse(value: unknown): unknown } }> =
      catalogue[namespace].fromServer;
    known[event]?.payload.parse(payload);
    this.#sent.push({ to, event, payload: JSON.parse(JSON.stringify(payload)) });
  }

  goAway(sessionId: string): void {
    this.#away.add(sessionId);
  }

  comeBack(sessionId: string): void {
    this.#away.delete(sessionId);
  }

  /** What was sent since the last look. */
  take(): SentMessage[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }
}
