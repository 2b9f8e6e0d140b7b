import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  /** Address with the login that it wants. */
  url: string;
  /** The messages, raw, and whom the envelope named. */
  messages: { raw: string; recipients: string[] }[];
  /** Makes it refuse the next messages. */
  refuse(count: number): void;
  close(): Promise<void>;
}

/** A real mail server on a free port, for tests. */
export async function openMailServer(): Promise<MailServer> {
  const messages: MailServer['messages'] = [];
  let refusals = 0;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === 'vicinity' && password === 'p@ss/word';
      done(isRight ? null : new Error('wrong login'), { user: username ?? '' });
    },
    onData(stream, session, done) {
      text(stream).then((raw) => {
        refusals -= 1;
        if (refusals >= 0) return done(new Error('try again later'));
        messages.push({ raw, recipients: session.envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://vicinity:${encodeURIComponent('p@ss/word')}@127.0.0.1:${port}`,
    messages,
    refuse(count) {
      refusals = count;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
