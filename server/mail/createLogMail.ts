import type { Logger } from '../observability/Logger.ts';
import type { MailPort } from './MailPort.ts';
import { requirePlainMail } from './plainMail.ts';

/** Writes every mail to the log, readable and with its link: for a machine without a mail server. */
export function createLogMail(logger: Logger): MailPort {
  return {
    async send(mail) {
      requirePlainMail(mail);
      logger.info(
        {},
        `No mail server is set (SMTP_URL), so this mail stays here.\n\nTo: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}`,
      );
    },
    close: () => Promise.resolve(),
  };
}
