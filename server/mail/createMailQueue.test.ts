import { describe, expect, it } from 'vitest';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import { createMailQueue } from './createMailQueue.ts';
import type { Mail, MailPort } from './MailPort.ts';

const mail: Mail = { to: 'alice@example.org', subject: 'Hello', text: 'A secret link' };

/** Fails as often as it is told, or waits until it is released. */
class FlakyPort implements MailPort {
  readonly sent: Mail[] = [];
  tries = 0;
  isClosed = false;
  failures: number;
  hold: Promise<void> = Promise.resolve();

  constructor(failures = 0) {
    this.failures = failures;
  }

  async send(one: Mail): Promise<void> {
    this.tries += 1;
    await this.hold;
    if (this.tries <= this.failures) throw new Error('not now');
    this.sent.push(one);
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }
}

const levels = (logger: RecordingLogger) => logger.lines.map(({ level }) => level);

describe('the mail queue', () => {
  it('answers before the mail was handed over', async () => {
    const port = new FlakyPort();
    const { promise, resolve } = Promise.withResolvers<void>();
    port.hold = promise;
    const queue = createMailQueue({ port, logger: new RecordingLogger() });
    await queue.send(mail);
    expect(port.sent).toEqual([]);
    resolve();
    await queue.close();
    expect(port.sent).toEqual([mail]);
    expect(port.isClosed).toBe(true);
  });

  it('tries three times', async () => {
    const [port, logger] = [new FlakyPort(2), new RecordingLogger()];
    const queue = createMailQueue({ port, logger, pausesMs: [0, 0] });
    await queue.send(mail);
    await expect.poll(() => port.sent).toEqual([mail]);
    expect(levels(logger)).toEqual(['warn', 'warn']);
    await queue.close();
  });

  it('gives up after that, and logs it without the mail', async () => {
    const [port, logger] = [new FlakyPort(99), new RecordingLogger()];
    const queue = createMailQueue({ port, logger, pausesMs: [0, 0] });
    await queue.send(mail);
    await expect.poll(() => levels(logger)).toEqual(['warn', 'warn', 'warn', 'error']);
    expect(port.tries).toBe(3);
    expect(JSON.stringify(logger.lines)).not.toContain('secret');
    await queue.close();
  });

  it('does not wait for a pause when it closes: it tries once more at once', async () => {
    const [port, logger] = [new FlakyPort(1), new RecordingLogger()];
    const queue = createMailQueue({ port, logger, pausesMs: [3_600_000] });
    await queue.send(mail);
    await expect.poll(() => levels(logger)).toEqual(['warn']);
    await queue.close();
    expect(port.sent).toEqual([mail]);
  });

  it('does not wait for ever for a mail server when it closes', async () => {
    const port = new FlakyPort();
    port.hold = new Promise(() => undefined);
    const queue = createMailQueue({ port, logger: new RecordingLogger(), closeMs: 10 });
    await queue.send(mail);
    await queue.close();
    expect(port.isClosed).toBe(true);
  });

  it('fills nobody’s mailbox', async () => {
    const [port, logger] = [new FlakyPort(), new RecordingLogger()];
    const queue = createMailQueue({ port, logger, perAddress: 2 });
    for (let i = 0; i < 4; i += 1) await queue.send(mail);
    await queue.send({ ...mail, to: 'bob@example.org' });
    await queue.close();
    expect(port.sent.map(({ to }) => to).sort()).toEqual([mail.to, mail.to, 'bob@example.org']);
    expect(JSON.stringify(logger.lines)).not.toContain(mail.to);
  });

  it('takes no more than it can keep, and none once it is closed', async () => {
    const [port, logger] = [new FlakyPort(), new RecordingLogger()];
    const { promise, resolve } = Promise.withResolvers<void>();
    port.hold = promise;
    const queue = createMailQueue({ port, logger, waitingMost: 2 });
    for (let i = 0; i < 3; i += 1) await queue.send(mail);
    resolve();
    await queue.close();
    await queue.send(mail);
    expect(port.sent).toHaveLength(2);
    expect(levels(logger)).toEqual(['error', 'error']);
  });
});
