import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../observability/Logger.ts';
import type { ControlCommand, ControlPort } from './ports.ts';

/** Commands that only say that something is to be read again, or what has ended: told twice they do no harm. */
export type Notice = Extract<
  ControlCommand,
  {
    kind:
      | 'standing-changed'
      | 'space-changed'
      | 'person-changed'
      | 'blocks-changed'
      | 'signed-out'
      | 'token-revoked';
  }
>;

/** When the tries begin, in ms from the first. */
const triesAtMs = [0, 700, 1_400];
/** How long one of them is waited for, in ms; together they take 2 s at most. */
const patienceMs = 600;

/**
 * Tells the live part of something that stands in the store already. Never throws: three tries within 2 s, then an
 * error line; the live part reads everything again by itself every 15 s.
 */
export async function notifyLive(
  { control, logger }: { control: Pick<ControlPort, 'apply'>; logger: Logger },
  command: Notice,
): Promise<void> {
  const beganMs = performance.now();
  let failure: unknown = null;
  for (const atMs of triesAtMs) {
    const waitMs = beganMs + atMs - performance.now();
    if (waitMs > 0) await pause(waitMs);
    try {
      await within(patienceMs, control.apply(command));
      return;
    } catch (error) {
      failure = error;
    }
  }
  logger.error({ error: failure, kind: command.kind }, 'the live part could not be told of a change');
}

/** Rejects when the answer takes longer; the request itself goes on. */
function within<T>(mostMs: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${mostMs} ms`)), mostMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
