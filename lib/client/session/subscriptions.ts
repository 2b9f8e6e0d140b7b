import type * as z from 'zod/mini';
import { catalogue, type Namespace, type ServerEvent, type ServerPayload } from '#lib/protocol/catalogue.ts';
import { decodePositions, FrameError } from '#lib/protocol/positionsFrame.ts';
import type { Unsubscribe } from './Signaling.ts';

type AnyHandler = (payload: never) => void;

/** Hands parsed server messages to whoever asked for them. It knows nothing of sockets. */
export interface Subscriptions {
  on<N extends Namespace, E extends ServerEvent<N>>(
    namespace: N,
    event: E,
    handler: (payload: ServerPayload<N, E>) => void,
  ): Unsubscribe;
  /** Parses a message as it came and delivers it; one that does not fit is dropped, with one warning per event. */
  deliver(namespace: Namespace, event: string, raw: unknown): void;
}

export function createSubscriptions(warn: (text: string) => void): Subscriptions {
  const handlers = new Map<string, Set<AnyHandler>>();
  const warned = new Set<string>();

  function warnOnce(key: string, what: string): void {
    if (warned.has(key)) return;
    warned.add(key);
    warn(`Dropped a server message: ${key} ${what}.`);
  }

  return {
    on(namespace, event, handler) {
      const key = `${namespace} ${event}`;
      const set = handlers.get(key) ?? new Set();
      handlers.set(key, set);
      // A fresh function per subscription, so that one handler given twice is two subscriptions.
      const entry: AnyHandler = (payload) => handler(payload);
      set.add(entry);
      return () => set.delete(entry);
    },
    deliver(namespace, event, raw) {
      const key = `${namespace} ${event}`;
      const schema = schemaOf(namespace, event);
      if (schema === undefined) return warnOnce(key, 'is not in the catalogue');
      const parsed = parseMessage(schema, raw);
      if (!parsed.ok) return warnOnce(key, `does not fit: ${parsed.reason}`);
      // The catalogue gives every event its own payload type; the map from names to handlers cannot say so.
      for (const handler of [...(handlers.get(key) ?? [])]) handler(parsed.payload as never);
    },
  };
}

function schemaOf(namespace: Namespace, event: string): z.ZodMiniType | undefined {
  const messages: Readonly<Record<string, { readonly payload: z.ZodMiniType }>> =
    catalogue[namespace].fromServer;
  return Object.hasOwn(messages, event) ? messages[event]?.payload : undefined;
}

type Parsed =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly reason: string };

/** Positions come as one binary frame; everything else is JSON. */
function parseMessage(schema: z.ZodMiniType, raw: unknown): Parsed {
  const bytes = bytesOf(raw);
  if (bytes !== null) return parseFrame(bytes);
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, payload: result.data };
  const issue = result.error.issues[0];
  return { ok: false, reason: issue === undefined ? 'unknown' : `${issue.path.join('.')}: ${issue.code}` };
}

function bytesOf(raw: unknown): Uint8Array | null {
  if (raw instanceof ArrayBuffer) return new Uint8Array(raw);
  return raw instanceof Uint8Array ? raw : null;
}

function parseFrame(bytes: Uint8Array): Parsed {
  try {
    return { ok: true, payload: decodePositions(bytes) };
  } catch (error) {
    if (error instanceof FrameError) return { ok: false, reason: error.message };
    throw error;
  }
}
