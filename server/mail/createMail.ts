import type { MailConfig } from '../config/people.ts';
import type { Logger } from '../observability/Logger.ts';
import { createLogMail } from './createLogMail.ts';
import { createMailQueue } from './createMailQueue.ts';
import { createSmtpMail } from './createSmtpMail.ts';
import type { MailPort } from './MailPort.ts';

/** Mail of this process: through the mail server when one is named, else into the log; always after the answer. */
export function createMail({ smtpUrl, from }: MailConfig, logger: Logger): MailPort {
  const port = smtpUrl === null ? createLogMail(logger) : createSmtpMail({ smtpUrl, from });
  return createMailQueue({ port, logger });
}
