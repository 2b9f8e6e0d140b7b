import { expect, it } from 'vitest';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import { createLogMail } from './createLogMail.ts';
import { mailContract } from './mailPort.contract.ts';

const pattern = /To: (?<to>[^\n]*)\nSubject: (?<subject>[^\n]*)\n\n(?<text>.*)$/s;

mailContract('the log', async () => {
  const logger = new RecordingLogger();
  const port = createLogMail(logger);
  return {
    port,
    async arrived() {
      return logger.lines.map(({ message }) => {
        const { to = '', subject = '', text = '' } = pattern.exec(message)?.groups ?? {};
        return { to, subject, text };
      });
    },
    close: () => port.close(),
  };
});

it('stands in the log at the level that is shown', async () => {
  const logger = new RecordingLogger();
  await createLogMail(logger).send({ to: 'a@example.org', subject: 'Hello', text: 'There' });
  expect(logger.lines.map(({ level }) => level)).toEqual(['info']);
});
