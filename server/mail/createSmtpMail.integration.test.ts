import { afterEach, describe, expect, it } from 'vitest';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import { createMail } from './createMail.ts';
import { createSmtpMail } from './createSmtpMail.ts';
import { mailContract } from './mailPort.contract.ts';
import { openMailServer } from './testing/openMailServer.ts';

const from = 'Vicinity <no-reply@vicinity.example>';

const headerOf = (raw: string, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1] ?? '';

/** RFC 2047 words, as the subject is written in. */
const plainWords = (value: string): string =>
  value
    .replaceAll(/\r\n[ \t]/g, ' ')
    .replaceAll(/=\?utf-8\?Q\?(.*?)\?=/gi, (_, word: string) =>
      decodeURIComponent(word.replaceAll('_', ' ').replaceAll('=', '%')),
    );

function plainBody(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4).replaceAll('\r\n', '\n');
  if (headerOf(raw, 'Content-Transfer-Encoding') !== 'quoted-printable') return body;
  const joined = body.replaceAll(/=\n/g, '');
  return decodeURIComponent(joined.replaceAll('%', '%25').replaceAll(/=([0-9A-F]{2})/g, '%$1'));
}

mailContract('a mail server', async () => {
  const server = await openMailServer();
  const port = createSmtpMail({ smtpUrl: server.url, from });
  return {
    port,
    async arrived() {
      return server.messages.map(({ raw, recipients }) => ({
        to: recipients.join(),
        subject: plainWords(headerOf(raw, 'Subject')),
        text: plainBody(raw),
      }));
    },
    async close() {
      await port.close();
      await server.close();
    },
  };
});

describe('a mail server', () => {
  const mail = { to: 'alice@example.org', subject: 'Hello', text: 'There\n' };
  const open: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  it('gets a sender, one reader, text only, and the sign that nobody wrote it', async () => {
    const server = await openMailServer();
    const port = createSmtpMail({ smtpUrl: server.url, from });
    open.push(port, server);
    await port.send(mail);
    const raw = server.messages[0]?.raw ?? '';
    expect(headerOf(raw, 'From')).toBe(from);
    expect(headerOf(raw, 'To')).toBe('alice@example.org');
    expect(headerOf(raw, 'Content-Type')).toBe('text/plain; charset=utf-8');
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated');
  });

  it('that does not take the login, or is not there, is an error', async () => {
    const server = await openMailServer();
    const wrong = createSmtpMail({ smtpUrl: server.url.replace('vicinity:', 'mallory:'), from });
    open.push(wrong);
    await expect(wrong.send(mail)).rejects.toThrow();
    await server.close();
    const absent = createSmtpMail({ smtpUrl: server.url, from });
    open.push(absent);
    await expect(absent.send(mail)).rejects.toThrow();
  });

  it('that fails at first gets the mail by another try', async () => {
    const server = await openMailServer();
    const logger = new RecordingLogger();
    const port = createMail({ smtpUrl: server.url, from }, logger);
    server.refuse(1);
    await port.send(mail);
    await expect.poll(() => server.messages.length, { timeout: 10_000 }).toBe(1);
    await port.close();
    await server.close();
    expect(logger.lines.map(({ level }) => level)).toEqual(['warn']);
    expect(JSON.stringify(logger.lines)).not.toContain('There');
  });
});
