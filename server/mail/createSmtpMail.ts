import { createTransport } from 'nodemailer';
import type { MailPort } from './MailPort.ts';
import { requirePlainMail } from './plainMail.ts';

interface Options {
  /** Address of the mail server with its login, such as `smtps://user:password@mail.example:465`. */
  smtpUrl: string;
  from: string;
}

/** How long the server may take to be reached, to greet and to answer, in ms. */
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

function hostOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const isSecure = url.protocol === 'smtps:';
  const login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    ...(login.user === '' ? {} : { auth: login }),
  };
}

/** Sends mail through a mail server (SMTP), over few connections that are kept. */
export function createSmtpMail({ smtpUrl, from }: Options): MailPort {
  const transport = createTransport({
    ...hostOf(smtpUrl),
    ...timeouts,
    pool: true,
    maxConnections: 3,
    // A mail is text of our own: nothing in it may make the program open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      requirePlainMail(mail);
      const { to, subject, text } = mail;
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    async close() {
      transport.close();
    },
  };
}
