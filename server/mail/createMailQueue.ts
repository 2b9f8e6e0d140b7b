import { setImmediate as afterTheAnswer } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Logger } from '../observability/Logger.ts';
import type { Mail, MailPort } from './MailPort.ts';

interface Options {
  port: MailPort;
  logger: Logger;
  /** Pauses before the second and the third try, in ms. */
  pausesMs?: readonly number[];
  /** Mails that may wait at most. */
  waitingMost?: number;
  /** Mails to one address within an hour, so that nobody can have somebody else's mailbox filled. */
  perAddress?: number;
  /** How long a shutdown waits for the mails under way, in ms. */
  closeMs?: number;
}

/** Ends a pause early; a queue that closes does not wait for another try. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/**
 * Takes mail at once and hands it on afterwards, with three tries: whoever asked for a mail neither waits for the mail
 * server nor learns from the time whether there was one to send. What could not be sent is logged, without its text.
 */
export function createMailQueue({
  port,
  logger,
  pausesMs = [2_000, 15_000],
  waitingMost = 500,
  perAddress = 20,
  closeMs = 3_000,
}: Options): MailPort {
  const readers = new RateLimiterMemory({ points: perAddress, duration: 3_600 });
  const closing = new AbortController();
  const underWay = new Set<Promise<void>>();

  async function isSent(mail: Mail, tries: number): Promise<boolean> {
    try {
      await port.send(mail);
      return true;
    } catch (error) {
      logger.warn({ error, tries }, 'a mail was not taken');
      return false;
    }
  }

  async function mayHave(address: string): Promise<boolean> {
    try {
      await readers.consume(address);
      return true;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return false;
    }
  }

  async function deliver(mail: Mail): Promise<void> {
    await afterTheAnswer();
    if (!(await mayHave(mail.to))) {
      logger.warn({}, 'a mail was held back: its address got too many');
      return;
    }
    for (let tries = 1; !(await isSent(mail, tries)); tries += 1) {
      const pauseMs = pausesMs[tries - 1];
      if (pauseMs === undefined || closing.signal.aborted) {
        logger.error({ tries }, 'a mail was given up');
        return;
      }
      await pause(pauseMs, closing.signal);
    }
  }

  return {
    async send(mail) {
      if (closing.signal.aborted || underWay.size >= waitingMost) {
        logger.error({ waiting: underWay.size }, 'a mail was not accepted');
        return;
      }
      const delivery = deliver(mail).finally(() => underWay.delete(delivery));
      underWay.add(delivery);
    },
    async close() {
      closing.abort();
      const enough = new AbortController();
      const timer = setTimeout(() => enough.abort(), closeMs);
      await Promise.race([Promise.all(underWay), pause(closeMs, enough.signal)]);
      clearTimeout(timer);
      enough.abort();
      await port.close();
    },
  };
}
